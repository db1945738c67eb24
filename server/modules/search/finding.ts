// Finding what answers a question: read with the words of the catalogue, looked up in the index of this process.
// Asked by the search everybody uses, by coordinators of hard cases, by guidance and assistant.
import { coveredBy, regionAndAbove, regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { namedPlaces } from '../catalogue/index.ts'
import { readIntent, type Intent, type IntentKind } from '../intents/index.ts'
import { wishTerm, type Audience, type DocumentType, type Shown } from './document.ts'
import { liveIndex, type Following, type LiveIndex } from './live-index.ts'
import type { FindOptions, SearchIndex, Shelf } from './memory-index.ts'
import type { Lexicon } from './lexicon.ts'
import { mixed } from './mixing.ts'
import { readQuestion, type Question } from './question.ts'
import type { Sense } from './resemblance.ts'
import { termsOf } from './terms.ts'

/** `called`: its title, normalised; `share`: how much of the question it has, 0 to about 2; by `score` results are ordered, before `mixing.ts` parts near-duplicates. */
export type Ranked = Shown & { called: string; share: number; score: number }

export type Wanted = {
  type?: DocumentType | undefined
  /** only what is offered there (GB/T 2260), above or within it, the nearest first; absent: anywhere, that of the region served first */
  region?: string | undefined
  /** what is only for others comes later */
  audience?: Audience | undefined
  /** only what the words say, without what resembles them by its meaning: for whoever needs to know that a thing is called so */
  literally?: boolean | undefined
  /** how often a result was chosen after this question, by `<type>/<id>`: 0 to 1 */
  chosen?: ReadonlyMap<string, number> | undefined
}

/** At equal fit what can be done here comes before what is described elsewhere, and a matter before its parts. */
const preference: Readonly<Record<DocumentType, number>> = { matter: 0.15, service: 0.1, benefit: 0, answer: 0.05, help: 0.05, credential: 0.02, outlet: 0.02, authority: 0, importedService: 0 }
/** What the reader's own region adds, and each level farther away takes off that; something within it is as near as the level above. */
const nearness = { own: 0.08, step: 0.02 }
const forOthers = -0.15
/** Results at most. */
const mostFound = 200
/** Looking for what people meant who said something like the question, beside looking for the question itself. */
const effortForAlike = 0.15
/** What finding needs of the application. */
export type Served = Pick<App, 'packs'> & { config: Pick<App['config'], 'region'> }

/** What somebody with this wish probably looks for. */
const lookedFor: Partial<Record<IntentKind, { type: DocumentType; adds: number }>> = { contact: { type: 'authority', adds: 0.4 }, book: { type: 'outlet', adds: 0.4 } }
/** From which confidence on a wish counts. */
const sureOfWish = 0.4

const nearestPack = ({ packs }: Pick<App, 'packs'>, region: string): string | undefined =>
  packs.packs
    .map((pack) => pack.region)
    .filter((each) => regionCovers(each, region))
    .sort((a, b) => regionPrefix(b).length - regionPrefix(a).length)[0]

const nearnessTo = (home: string) => {
  const above = regionAndAbove(home)
  const isWithin = coveredBy(home)
  return (region: string): number => {
    const steps = above.indexOf(region)
    if (steps !== -1) return nearness.own - nearness.step * steps
    return isWithin(region) ? nearness.own - nearness.step : 0
  }
}

/** Content of packs counts from the pack nearest to the reader, which holds that of the packs it extends; everything else by its region. */
const eligibleFor = (app: Served, { type, region }: Wanted, named: readonly string[]) => {
  const home = region ?? app.config.region
  const pack = nearestPack(app, home)
  const homes = [home, ...named.filter((place) => regionCovers(app.config.region, place))]
  const around = new Set(homes.flatMap(regionAndAbove))
  const [within, ofNamed] = [homes.map(coveredBy), named.map(coveredBy)]
  const isAround = (place: string): boolean => around.has(place) || within.some((covers) => covers(place))
  return (shelf: Shelf): boolean => {
    if (type !== undefined && shelf.type !== type) return false
    // Nobody looks for the authority of another place, unless they name it.
    if (shelf.type === 'authority' && !isAround(shelf.region ?? '') && !ofNamed.some((covers) => covers(shelf.region ?? ''))) return false
    if (shelf.type === 'outlet') return shelf.pack === pack && (region === undefined || isAround(shelf.region ?? ''))
    if (shelf.pack !== undefined) return shelf.pack === pack
    return (region === undefined && shelf.type === 'importedService') || isAround(shelf.region ?? '')
  }
}

/**
 * A wish such as complaining is a word of the question by itself: what answers it has it among its aliases, whatever else was said. It counts as much as
 * a telling word of two characters.
 */
const withWish = (index: SearchIndex<Shown>, question: Question, { kind, confidence }: Intent): Question => {
  const term = wishTerm(kind)
  if (question.units.length === 0 || confidence < sureOfWish || !index.knows(term)) return question
  return { ...question, units: [...question.units, { text: '##', minor: false, wordings: [{ text: term, terms: [term], weight: 1 }] }] }
}

/** None where no pack says which places there are. Who is at a place and names what contains it means nothing narrower or wider by that. */
const placesNamed = (app: Served, text: string, home: string): string[] =>
  nearestPack(app, app.config.region) === undefined ? [] : namedPlaces(app.packs.catalogueFor(app.config.region), text).map(({ code }) => code).filter((code) => !regionCovers(code, home))

const optionsFor = (app: Served, wanted: Wanted, intent: Intent, text: string): FindOptions<Shown> => {
  const home = wanted.region ?? app.config.region
  const named = placesNamed(app, text, home)
  // Who names a place served here means what is there, wherever they are.
  const near = nearnessTo(named.find((code) => regionCovers(app.config.region, code)) ?? home)
  const { chosen: clicks } = wanted
  const sought = intent.confidence < sureOfWish ? undefined : lookedFor[intent.kind]
  return {
    eligible: eligibleFor(app, wanted, named),
    // Shelves are made of documents, whose types are these.
    taste: ({ type, region = '', audience }) =>
      preference[type as DocumentType] + (type === sought?.type ? sought.adds : 0) + near(region) + (wanted.audience !== undefined && audience !== undefined && audience !== wanted.audience ? forOthers : 0),
    ...(clicks === undefined || clicks.size === 0 ? {} : { chosen: ({ type, id }: Shown) => clicks.get(`${type}/${id}`) ?? 0 }),
  }
}

/** What people meant who said something like the question, asked by itself. The sign stands for the question, which has none of these words. */
const alikeQuestion = ({ sayings }: Lexicon, { core }: Question, sense: Sense | undefined): Question | undefined => {
  const wordings = sayings.meantBy(core, sense?.near).map(({ text, likeness }) => ({ text, terms: termsOf(text), weight: likeness }))
  return wordings.length === 0 ? undefined : { core: '~', units: [{ text: '~', minor: false, wordings }] }
}

/** From this likeness on it is said plainly enough, whatever single words of it are understood as; nearly as sure as the surest is as plain. */
const plainly = { least: 0.6, ofSurest: 0.95 }

/** Of what people meant who said something alike that which is called what they plainly meant. */
const calledSo = ({ units }: Question, results: readonly Ranked[]): Ranked[] => {
  const wordings = units.flatMap((unit) => unit.wordings)
  const least = Math.max(plainly.least, ...wordings.map(({ weight }) => plainly.ofSurest * weight))
  const plain = wordings.filter(({ weight }) => weight >= least).map(({ text }) => text)
  return results.filter(({ called }) => plain.some((text) => called.includes(text)))
}

const isUnderstood = ({ meanings }: Lexicon, { units }: Question): boolean => units.some(({ text, minor }) => !minor && meanings.has(text))

/** `asked`: the question with the wish added; `literally`: as in `Wanted` */
export type LookingUp = { asked?: Question; literally?: boolean | undefined }

/** Looks a question up and, beside it, what people meant who said something like it; at most 200, best first. */
export const lookUp = ({ index, lexicon }: LiveIndex, question: Question, options: FindOptions<Shown> = {}, { asked = question, literally = false }: LookingUp = {}): Ranked[] => {
  const sense = literally ? undefined : lexicon.resemblance?.senseOf(question.core)
  const ask = (each: Question, effort: number): Ranked[] => index.find(each, { ...options, effort }).map(({ shown, called, share, score }) => ({ ...shown, called, share, score }))
  const found = ask(asked, 1)
  const alike = alikeQuestion(lexicon, question, sense)
  const meant = alike === undefined ? [] : ask(alike, effortForAlike)
  // Where a word is understood and nobody offers what it means, something else is no answer.
  const others = alike !== undefined && found.length === 0 && isUnderstood(lexicon, question) ? calledSo(alike, meant) : meant
  return mixed(found, others, sense?.likenessTo).slice(0, mostFound)
}

/** `sure`: the first is probably what was asked for; else all of them only resemble it. */
export type Finding = { question: Question; intent: Intent; found: Ranked[]; sure: boolean }

/** Of the labelled questions one in two hundred finds nothing with a higher score, and what asks for nothing seldom finds anything that has one. */
const leastSure = 0.7

/** What answers a question in an index, best first, at most 200; `question` and `intent` as they were read. */
export const findIn = (live: LiveIndex, app: Served, q: string, wanted: Wanted = {}): Finding => {
  const question = readQuestion(q, live.lexicon)
  const intent = readIntent(q)
  const found = lookUp(live, question, optionsFor(app, wanted, intent, question.core), { asked: withWish(live.index, question, intent), literally: wanted.literally })
  return { question, intent, found, sure: (found[0]?.score ?? 0) >= leastSure }
}

/** The same in the index of this process. */
export const find = async (app: Following, q: string, wanted: Wanted = {}): Promise<Finding> => findIn(await liveIndex(app), app, q, wanted)

/** What answers a question, best first. */
export const findFor = async (app: Following, q: string, wanted: Wanted = {}): Promise<Ranked[]> => (await find(app, q, wanted)).found
