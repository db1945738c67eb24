// Which matters a sentence is about, and which part of it belongs to which.
// Pure. What is said surely counts before hints; the longer of two phrases that overlap is the one that was said.
import type { Phrase } from '../../kernel/phrase.ts'
import type { SayingBook } from './saying-book.ts'
import { clauseAt, stanceOf, type Sentence } from './sentence.ts'

/** A stretch of the sentence, offsets in UTF-16 units, `to` exclusive. */
export type Stretch = { from: number; to: number }

/** `why`: the words that say it. `parts`: what of the sentence is about it. */
export type Meant = { matter: string; sure: boolean; why: Stretch; parts: Stretch[] }

/** Matters offered for one sentence. */
const mostMatters = 4

/** Said before a name of a matter that is not wanted: 不打算退休. 没有社保卡 may well mean that one is wanted. */
const refused = /不(?:想|要|打算|准备|愿意|会|去|办|再)*$/u

type Found = Stretch & { matter: string }

const lengthOf = ({ from, to }: Stretch): number => to - from

const listFound = (sentence: Sentence, matter: string, phrases: readonly Phrase[]): Found[] =>
  phrases.flatMap((phrase) => phrase.find(sentence.text).flatMap((match) => (stanceOf(sentence, match, { supposing: true }) === 'denied' ? [] : [{ matter, from: match.from, to: match.to }])))

/** 执照不用了想注销: what is denied is not the wish. */
const wished = /了(?:想|要)$/u
/** Not yet is no refusal: whoever has not got it may want it. */
const notYet = /还没|还未|尚未/u

/**
 * Matters a sentence is not about, whatever else is found: what says them is denied (我妈没去世), their name is refused (不打算退休), or it speaks of what
 * only sounds like them (离婚 is not 结婚). For sentences that mean nothing surely.
 * @param nameOf name of a matter, in simplified Chinese; undefined where there is none
 */
export const listRuledOut = (sentence: Sentence, { matters }: SayingBook, nameOf: (matter: string) => string | undefined): string[] =>
  matters.flatMap(({ id, said, never }) => {
    const isDenied = !notYet.test(sentence.text) && said.some((phrase) => phrase.find(sentence.text).some((match) => stanceOf(sentence, match, { supposing: true }) === 'denied' && !match.gaps.some((gap) => wished.test(gap))))
    const at = sentence.text.indexOf(nameOf(id) ?? '')
    const isRefused = at > 0 && refused.test(sentence.text.slice(0, at))
    return isDenied || isRefused || never.some((phrase) => phrase.find(sentence.text).length > 0) ? [id] : []
  })

/** Without what stands inside a longer phrase of another matter: 公司注销 has 公司 in it, and means only the closing. */
const withoutInner = (found: readonly Found[]): Found[] =>
  found.filter((one) => !found.some((other) => other.matter !== one.matter && other.from <= one.from && other.to >= one.to && lengthOf(other) > lengthOf(one)))

const firstOfEach = (found: readonly Found[]): Found[] => {
  const first = new Map<string, Found>()
  for (const one of found) {
    const before = first.get(one.matter)
    if (!before || lengthOf(one) > lengthOf(before)) first.set(one.matter, one)
  }
  return [...first.values()].sort((a, b) => a.from - b.from)
}

/** Every clause belongs to the matter named in it, else to the one named before, else to the first; one with several belongs to all of them. */
const partsOf = (sentence: Sentence, all: readonly Found[], matter: string): Stretch[] => {
  const { clauses, text } = sentence
  let current = new Set(all[0] ? [all[0].matter] : [])
  return clauses.flatMap((from, at) => {
    const here = all.filter((each) => clauseAt(sentence, each.from) <= at && clauseAt(sentence, each.to - 1) >= at)
    if (here.length > 0) current = new Set(here.map((each) => each.matter))
    return current.has(matter) ? [{ from, to: clauses[at + 1] ?? text.length }] : []
  })
}

/** Matters a sentence means, in the order they are said; hints only where nothing is sure. */
export const listMeant = (sentence: Sentence, { matters }: SayingBook): Meant[] => {
  const sure = withoutInner(matters.flatMap(({ id, said }) => listFound(sentence, id, said)))
  const found = sure.length > 0 ? sure : withoutInner(matters.flatMap(({ id, hinted }) => listFound(sentence, id, hinted)))
  const covered = new Set(matters.filter(({ id }) => found.some((each) => each.matter === id)).flatMap(({ covers }) => covers))
  const kept = found.filter(({ matter }) => !covered.has(matter)).sort((a, b) => a.from - b.from)
  return firstOfEach(kept).slice(0, mostMatters).map(({ matter, from, to }) => ({ matter, sure: sure.length > 0, why: { from, to }, parts: partsOf(sentence, kept, matter) }))
}
