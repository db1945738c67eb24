// Answers a question from passages, without any model: finds the thing, what is asked of it, and says just what the passage says.
// When a word of the question is not accounted for, the thing is not certain or nothing is written about it, it says so instead.
import { regionCovers } from '../../kernel/regions.ts'
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { namedPlaces, type Catalogue } from '../catalogue/index.ts'
import { normalise } from '../search/index.ts'
import { beyondOf, type Beyond } from './beyond.ts'
import { namesIn, synonymsOf, type Synonyms } from './covering.ts'
import type { PlacesSaid } from './elsewhere.ts'
import { findPassages, findQuestion } from './finding-passages.ts'
import { findSubject, leftBy, listCandidates, type Candidate, type Place, type SubjectRef } from './finding-subject.ts'
import type { Passage, Slot, Source, Subject, Told } from './passage.ts'
import { readAsking, type Reading } from './reading.ts'
import { sayableOf } from './sayable.ts'

export type Asked = { question: string; about?: SubjectRef; region?: string; language: Language }

/** Why there is no answer: nothing asked, nothing known by that name, nothing written about it, or nothing any guide can say. */
export type Reason = 'empty' | 'thing' | 'absent' | Beyond

export type Answer =
  | { kind: 'answer'; told: Told[]; sources: Source[]; about?: Subject }
  | { kind: 'choose'; choices: Subject[] }
  | { kind: 'unknown'; reason: Reason; about?: Subject }

/** Two things this near each other are both meant possibly. */
const margin = 0.06
/** So much of its name makes a thing spoken of by name. */
const wellNamed = 0.8
/** So much better another thing fits but for a word of the question: then neither is surely meant. */
const rival = 0.3
const mostChoices = 4
const mostSentences = 12

const known = new WeakMap<object, Synonyms>()

const synonymsFor = (app: App): Synonyms => {
  const words = app.packs.thesaurusFor(app.config.region)
  const synonyms = known.get(words) ?? synonymsOf(words.filter(({ whole }) => !whole))
  known.set(words, synonyms)
  return synonyms
}

/** The place a question names, else where it is asked; `own` and `outside`: names of places that are served here and of others. */
const placeOf = (app: App, catalogue: Catalogue, text: string, asked: string): Required<PlacesSaid> & { region: string } => {
  const isServed = ({ code }: { code: string }) => regionCovers(app.config.region, code) || regionCovers(code, app.config.region)
  const named = namedPlaces(catalogue, text)
  const [nearest] = named.filter(isServed)
  const words = (isOwn: boolean) => named.filter((each) => isServed(each) === isOwn).map(({ word }) => word)
  return { region: nearest && regionCovers(app.config.region, nearest.code) ? nearest.code : asked, own: words(true), outside: words(false) }
}

/** Takes the names of places out of the pieces. */
const withoutPlaces = (pieces: readonly string[], names: readonly string[]): string[] =>
  pieces.flatMap((piece) => names.reduce((text, name) => text.replaceAll(name, ' '), piece).split(' ').map((each) => each.replace(/^[省市区]$/u, ''))).filter((each) => each !== '')

export const toSources = (passages: readonly Passage[], language: Language): Source[] =>
  passages.map(({ title, sentences, url }, at) => ({ number: at + 1, title: textIn(title, language), quote: sentences.map((each) => textIn(each, language)).join(language === 'en' ? ' ' : ''), url }))

const composed = (passages: readonly Passage[], about: Subject | undefined, language: Language): Answer => ({
  kind: 'answer', sources: toSources(passages, language), ...(about ? { about } : {}),
  told: passages.flatMap((passage, at) => passage.sentences.map((each) => ({ text: textIn(each, language), cites: [at + 1] }))).slice(0, mostSentences),
})

/** So much better a benefit must fit to be meant rather than what is done about it. */
const benefitMargin = 0.5
const onlyOfBenefits: readonly Slot[] = ['amount', 'period']

/** Of things that are done and benefits those that are meant: what only benefits say is asked of them, everything else first of what is done. */
const ofOneKind = (sound: readonly Candidate[], slots: readonly Slot[]): readonly Candidate[] => {
  const [benefits, others] = [sound.filter(({ subject }) => subject.type === 'benefit'), sound.filter(({ subject }) => subject.type !== 'benefit')]
  const [benefit] = benefits
  const [other] = others
  if (!benefit || !other) return sound
  if (slots.some((slot) => onlyOfBenefits.includes(slot))) return benefits
  return benefit.points - other.points > benefitMargin ? benefits : others
}

/** The one that is meant, or those that may be; none when no candidate accounts for every word. */
const chosen = (candidates: readonly Candidate[], { slots }: Reading): { one?: Subject; several: Subject[] } => {
  const sound = ofOneKind(candidates.filter(({ left }) => left.length === 0), slots)
  // A service whose whole name was said is meant rather than the matter it is a part of.
  const named = slots.includes('services') ? undefined : sound.find(({ subject, named: share }) => subject.type === 'service' && share === 1)
  const [best] = sound[0]?.subject.type === 'matter' && named ? [named] : sound
  if (!best) return { several: [] }
  // Known by its other words only, while another thing is named and leaves a word open: both are offered.
  const [first] = candidates
  if (first && first.left.length > 0 && best.named < wellNamed && first.named >= wellNamed && first.points > best.points + rival) return { several: [first.subject, best.subject] }
  const near = sound.filter(({ points, subject }) => points >= best.points - margin && subject.name['zh-CN'] !== best.subject.name['zh-CN'] && (subject.type !== 'matter' || best.subject.type === 'matter'))
  return near.length === 0 ? { one: best.subject, several: [] } : { several: [best.subject, ...near.map(({ subject }) => subject)].slice(0, mostChoices) }
}

/** Whether a question goes on about what was spoken of: it names nothing, or nothing by its name, or just that. */
const isStillMeant = async (app: App, place: Place, { rest }: Reading, before: Subject, list: readonly Candidate[]): Promise<boolean> => {
  if (rest.length === 0) return true
  if ((await leftBy(app, place, rest, before)).length > 0) return false
  const sound = list.filter(({ left }) => left.length === 0)
  const own = sound.find(({ subject }) => subject.type === before.type && subject.id === before.id)
  return !sound.some(({ named }) => named >= wellNamed) || (own !== undefined && own.points >= (sound[0]?.points ?? 0) - margin)
}

export type Retrieved = { reading: Reading; place: Place; about?: Subject; several: Subject[]; passages: Passage[]; candidates: Candidate[] }

/** What the catalogue has for what is asked at a place, whether or not a guide can say it. */
const lookUp = async (app: App, place: Place, read: Reading, before: Subject | undefined): Promise<Retrieved> => {
  const nothing = { reading: read, place, several: [], passages: [], candidates: [], ...(before ? { about: before } : {}) }
  const list = await listCandidates(app, place, read)
  const candidates = before && (await isStillMeant(app, place, read, before, list)) ? [{ subject: before, points: 1, named: 1, left: [] }] : list
  const { one, several } = chosen(candidates, read)
  const own = one && findPassages(one, read, place.synonyms)
  if (one && own && own.length > 0) return { ...nothing, about: one, passages: own, candidates }
  // What is done about a benefit may say nothing of what the benefit itself says.
  const benefits = one?.type === 'benefit' ? [] : candidates.filter(({ subject, left }) => subject.type === 'benefit' && left.length === 0)
  const [benefit] = benefits
  const given = benefit && benefits.length === 1 ? findPassages(benefit.subject, read, place.synonyms) : []
  if (benefit && given.length > 0) return { ...nothing, about: benefit.subject, passages: given, candidates }
  // A question somebody wrote an answer to, about what was spoken of, one of the candidates or anything at all.
  const written = await findQuestion(app, place, [...(before ? [before] : []), ...candidates.map(({ subject }) => subject)], read)
  if (written) return { ...nothing, ...(written.subject ? { about: written.subject } : {}), passages: [written.passage], candidates }
  return { ...nothing, ...(one ? { about: one } : {}), several, candidates }
}

/** In every language, parted by a sign no normalised text has. */
const inAll = (texts: Texts): string => Object.values(texts).map(normalise).join('|')
const namesOf = ({ type, name, head }: Subject): string => (type === 'service' || type === 'matter' || type === 'benefit' ? inAll(name) : head)

/** Each thing that was found is called by the very words that seemed to ask for what no guide can say. */
const isNamedSo = ({ reading: { text }, place, about, several, passages }: Retrieved, places: PlacesSaid): boolean => {
  const asked = passages.flatMap(({ ask }) => (ask ? [inAll(ask)] : []))
  const isSo = (names: readonly string[], head: string): boolean => beyondOf(text, places, namesIn(text, { names: [...names, ...asked].join('|'), head }, place.synonyms)) === undefined
  const subjects = [...(about ? [about] : []), ...several]
  return subjects.length === 0 ? isSo([], '') : subjects.every((subject) => isSo([namesOf(subject)], subject.head))
}

const retrieveAny = async (app: App, { question, about: ref, region = app.config.region }: Asked): Promise<Retrieved> => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const { region: named, ...places } = placeOf(app, catalogue, normalise(question), region)
  const reading = readAsking(question, places)
  const place: Place = { region: named, catalogue: app.packs.catalogueFor(named), synonyms: synonymsFor(app) }
  const { beyond, ...read } = { ...reading, rest: withoutPlaces(reading.rest, places.own) }
  const before = ref && (await findSubject(app, place, ref))
  const nothing: Retrieved = { reading: beyond === undefined ? read : { ...read, beyond }, place, several: [], passages: [], candidates: [], ...(before ? { about: before } : {}) }
  if (beyond === 'command' || (read.rest.length === 0 && read.slots.length === 0)) return nothing
  const found = await lookUp(app, place, read, before)
  return beyond === undefined || isNamedSo(found, places) ? found : nothing
}

/** What the catalogue has for a question and may be said; `passages` answer it, none when nothing does. */
export const retrieve = async (app: App, asked: Asked): Promise<Retrieved> => sayableOf(await retrieveAny(app, asked))

/** The question as it can be asked again by itself: with the name of what was spoken of, where it names nothing. */
export const askedAlone = async (app: App, { question, about, region = app.config.region, language }: Asked): Promise<string> => {
  if (!about || readAsking(question).rest.length > 0) return question
  const subject = await findSubject(app, { region, catalogue: app.packs.catalogueFor(region), synonyms: synonymsFor(app) }, about)
  return subject ? `${textIn(subject.name, language)} ${question}` : question
}

/** The answer without a model. */
export const answerFrom = (found: Retrieved, language: Language): Answer => {
  const { reading, about, several, passages } = found
  if (passages.length > 0) return composed(passages, about, language)
  if (reading.beyond !== undefined) return { kind: 'unknown', reason: reading.beyond, ...(about ? { about } : {}) }
  if (several.length > 0) return { kind: 'choose', choices: several }
  if (reading.rest.length === 0 && reading.slots.length === 0) return { kind: 'unknown', reason: 'empty' }
  return about ? { kind: 'unknown', reason: reading.rest.length === 0 || found.candidates.some(({ left }) => left.length === 0) ? 'absent' : 'thing', about } : { kind: 'unknown', reason: 'thing' }
}
