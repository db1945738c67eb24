// Which passages answer what is asked of a thing, and whether somebody wrote an answer to just this question.
// A written question counts when it and the question asked account for each other's words and ask the same way.
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { plainServices } from '../catalogue/index.ts'
import { findAnswer } from '../hard-cases/index.ts'
import { findFor, normalise } from '../search/index.ts'
import { shareCovered, uncovered, type Synonyms } from './covering.ts'
import { areKnownAs, type Place } from './finding-subject.ts'
import { givesMoney } from './money.ts'
import { sentencesOf, type Passage, type Slot, type Subject } from './passage.ts'
import { readAsking, type Reading } from './reading.ts'
import { serviceSubject } from './service-passages.ts'

/** How much of what is particular to a written question the question asked has, and the other way round. */
const leastOfWritten = 0.5
const leastOfAsked = 0.6

const readings = new Map<string, Reading>()
/** Written questions are few and read once. */
const readWritten = (ask: Texts): Reading => {
  const key = ask['zh-CN']
  const read = readings.get(key) ?? readAsking(key)
  if (readings.size > 5000) readings.clear()
  readings.set(key, read)
  return read
}

const wordsOf = ({ ask, sentences }: Passage): string => normalise([...Object.values(ask ?? {}), ...sentences.flatMap((each) => Object.values(each))].join(' | '))

/** 怎么办 after a trouble asks for no procedure. */
const waysOf = ({ slots }: Reading): Slot[] => slots.filter((slot) => slot !== 'how')

type Fit = { share: number; own: boolean; left: string[] }
const nothingMeant: Synonyms = new Map()
const none: Fit = { share: 0, own: false, left: [] }

/**
 * How well a written question is the one asked, 0 to 1; 0 when it asks something else.
 * `own`: by words of its own, not those of the thing; `left`: words asked that neither it nor its answer has.
 */
const fitOf = (passage: Passage, head: string, asked: Reading, synonyms: Synonyms): Fit => {
  if (!passage.ask) return none
  const written = readWritten(passage.ask)
  const [ways, writtenWays] = [waysOf(asked), waysOf(written)]
  if (ways.length === 0 ? writtenWays.length > 0 : ways.some((slot) => !writtenWays.includes(slot))) return none
  const ask = normalise(Object.values(passage.ask).join(' | '))
  if (asked.asksFor.some((word) => !ask.includes(word))) return none
  const left = uncovered(asked.rest, `${head} ${wordsOf(passage)}`, synonyms, ask)
  // Words of the questions themselves, not of the thing and not of the answer, tell them from their neighbours: on both sides.
  const [own, particular] = [uncovered(written.rest, head, synonyms), uncovered(asked.rest, head, asked.asksWhether ? nothingMeant : synonyms)]
  const share = own.length === 0 ? 1 : shareCovered(own, particular.join(' '), synonyms)
  // Whether something must be is answered only where just that was asked, in the same words.
  if (asked.asksWhether && uncovered(particular, ask, nothingMeant, ask).length > 0) return none
  const fits = share >= leastOfWritten && shareCovered(particular, ask, synonyms) >= leastOfAsked && (own.length > 0 || ways.length > 0)
  return fits ? { share, own: own.length > 0, left } : none
}

/** Guide sentences that say something about it where no field does. */
const spoken: Partial<Readonly<Record<Slot, RegExp>>> = { proxy: /代办|代领|代不了|委托|授权|本人到场|亲自到场/u, validity: /有效期/u }

/** What a thing is asked for without anything in particular; services: what it is, how long, how much and what to bring. */
const overviews: Partial<Readonly<Record<Subject['type'], readonly (Slot | undefined)[]>>> = { matter: [undefined, 'services', 'how'], benefit: [undefined, 'conditions', 'amount', 'how'] }

/** 多少钱 alone, of a thing that gives money, asks for what it gives. */
const askedOf = ({ name, type }: Subject, { slots, plainMoney }: Reading): Slot[] =>
  slots.map((slot) => (slot === 'fee' && (type === 'benefit' || (plainMoney && givesMoney(name['zh-CN']))) ? 'amount' : slot))

/** Whether a written question asks for this alone. */
const isJustThis = ({ ask }: Passage, slot: Slot): boolean => {
  const written = ask && readWritten(ask)
  return written?.slots.length === 1 && written.slots[0] === slot && written.asksFor.length === 0
}

/** Passages for what is asked of a thing; without anything asked in particular what it is, how long and how much. */
export const findPassages = (subject: Subject, reading: Reading, synonyms: Synonyms): Passage[] => {
  const { passages } = subject
  const [best] = passages.map((passage) => ({ passage, ...fitOf(passage, subject.head, reading, synonyms) })).filter(({ share, own, left }) => share > 0 && own && left.length === 0).sort((a, b) => b.share - a.share)
  if (best) return [best.passage]
  if (reading.asksMore) return []
  if (reading.slots.length === 0) {
    const wanted = overviews[subject.type] ?? [undefined, 'time', 'fee', 'documents']
    const overview = wanted.flatMap((slot) => passages.find((each) => each.slot === slot && each.ask === undefined) ?? [])
    return subject.type === 'outlet' || subject.type === 'authority' ? passages.slice(0, 3) : overview
  }
  const found = askedOf(subject, reading).map((slot) => {
    const asked: Reading = { ...reading, slots: [slot] }
    const stated = passages.filter((each) => each.slot === slot)
    // Somebody wrote an answer to just this, which says more than the field.
    if (stated.length > 0) return [...passages.filter((each) => isJustThis(each, slot) && fitOf(each, subject.head, asked, synonyms).share === 1).slice(0, 1), ...stated]
    const written = passages.filter((each) => {
      const { share, left } = fitOf(each, subject.head, asked, synonyms)
      return share > 0 && left.length === 0
    }).slice(0, 2)
    const pattern = spoken[slot]
    return written.length > 0 || !pattern ? written : passages.filter((each) => each.id.includes('/guide/') && each.sentences.some((sentence) => pattern.test(sentence['zh-CN']))).slice(0, 2)
  })
  return found.every((each) => each.length > 0) ? [...new Set(found.flat())] : []
}

const ofHelp = ({ packs, config }: App): Passage[] =>
  packs.helpFor(config.region).map(({ id, title, body, steps }) => ({ id: `help/${id}`, ask: title, title, sentences: [...body.flatMap(sentencesOf), ...steps], url: `/help/${id}` }))

/** Published answers looked at closely: those the search finds for the question. */
const mostAnswers = 5

/** Answers everybody may read where it is asked: of packs, of hard cases, of the hotline. What is no longer in force is none, whatever the search still knows. */
const ofAnswers = async (app: App, { region }: Place, { text }: Reading): Promise<Passage[]> => {
  const found = (await findFor(app, text, { type: 'answer', region })).slice(0, mostAnswers)
  const answers = await Promise.all(found.map(({ id }) => findAnswer(app, id)))
  return answers.flatMap((each) => (each ? [{ id: `answer/${each.id}`, ask: each.ask, title: each.ask, sentences: sentencesOf(each.answer), url: `/answers/${encodeURIComponent(each.id)}` }] : []))
}

const kept = new WeakMap<object, Subject[]>()

/** Every service as the region served has it, made once for a catalogue. */
const subjectsOf = ({ packs, config: { region } }: App): Subject[] => {
  const catalogue = packs.catalogueFor(region)
  const subjects = kept.get(catalogue) ?? plainServices(catalogue).map((service) => serviceSubject(catalogue, service, region))
  kept.set(catalogue, subjects)
  return subjects
}

type Written = { passage: Passage; subject?: Subject }

/** Written questions looked at closely when words are left. */
const mostClosely = 3

/** The written question that is the one asked: of the subjects first, then of any help text or earlier hard case, then of any service. */
export const findQuestion = async (app: App, place: Place, subjects: readonly Subject[], reading: Reading): Promise<Written | undefined> => {
  if (reading.rest.length === 0) return undefined
  const best = async (all: readonly Written[]): Promise<Written | undefined> => {
    const fitting = all.map((each) => ({ ...each, ...fitOf(each.passage, each.subject?.head ?? '', reading, place.synonyms) })).filter(({ share }) => share > 0)
    fitting.sort((a, b) => a.left.join('').length - b.left.join('').length || b.share - a.share)
    for (const each of fitting.slice(0, mostClosely)) if (each.left.length === 0 || (!reading.asksWhether && each.subject && (await areKnownAs(app, place, each.left, each.subject)))) return each
    return undefined
  }
  const of = (list: readonly Subject[]) => list.flatMap((subject) => subject.passages.map((passage): Written => ({ passage, subject })))
  return (await best(of(subjects))) ?? (await best([...ofHelp(app), ...(await ofAnswers(app, place, reading))].map((passage) => ({ passage })))) ?? (await best(of(subjectsOf(app))))
}
