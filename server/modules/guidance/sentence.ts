// A sentence as people type it, made ready for looking for phrases: one way of writing, clauses, and what is denied, doubted or only supposed.
// Pure. Every character keeps its place, so what was found can be shown where it stands.
import { clauseEnd, type PhraseMatch } from '../../kernel/phrase.ts'
import { simplified } from '../search/index.ts'

export type Sentence = {
  /** as typed */
  said: string
  /** small letters, half width, simplified; as long as `said` */
  text: string
  /** where its clauses begin; the first is 0 */
  clauses: number[]
}

/** `asserted`: it is so; `denied`: it is not so; `open`: asked, doubted or only supposed. */
export type Stance = 'asserted' | 'denied' | 'open'

const ends = new RegExp(`[${clauseEnd}]`, 'gu')

const plain = (each: string): string => {
  const changed = each.normalize('NFKC').toLowerCase()
  const one = changed.length === each.length ? changed : each
  return simplified.get(one) ?? one
}

export const readSentence = (said: string): Sentence => {
  const text = Array.from(said, plain).join('')
  return { said, text, clauses: [0, ...Array.from(text.matchAll(ends), ({ index }) => index + 1)] }
}

/** The clause a place stands in, by number. */
export const clauseAt = ({ clauses }: Sentence, at: number): number => clauses.findLastIndex((begin) => begin <= at)

/** Characters before a match that are looked at. */
const farthestBefore = 60

const clauseAround = (sentence: Sentence, { from, to }: PhraseMatch): { before: string; after: string } => {
  const begin = sentence.clauses[clauseAt(sentence, from)] ?? 0
  const end = sentence.clauses[clauseAt(sentence, Math.max(from, to - 1)) + 1] ?? sentence.text.length + 1
  return { before: sentence.text.slice(Math.max(begin, from - farthestBefore), from), after: sentence.text.slice(to, end).replaceAll(ends, '') }
}

/** Deny what follows; not part of words such as 不动产, 未成年人, 无障碍, 不但. */
const denying = '不(?!上|了|到|起|住|下|完|动产|仅|但是|但|光|只是|过|错|同|少|久|满|一样|得不|好意思)|没(?!关系|问题|办法|法子)|未(?!来|成年|婚)|无(?!障碍|论|锡|人机)|别(?!的|人|墅|区|处)|甭|冇|唔(?!该)'
/** May stand between a denial and what it denies. No word is made of two others here: the same letters must not be read in two ways. */
const between = '有|是|在|要|想|能|用|需|打算|准备|给|再|去|到|领|开|办|交|缴|买|会|得|的|我|他|她|它|佢|您|你|跟|和|把|做|过|上|先|还|都|就|也|曾|被|什么|任何|必|一|个|自己|自|特别|怎么|列入|申请|参加|真|算|任'
const denials = new RegExp(denying, 'gu')
const denialTail = new RegExp(`(?:${denying}|${between})*$`, 'u')
/** Said after a thing: 公积金没有, 地址不变. */
const deniedAfter = /^(?:也|都|从来|一直|是|倒|还|就|我|她|他)*(?:没有|没|无|冇|没交过?|没缴过?|没开过?|没办过?|没买过?|没领过?|没动过?|没做|没人|不要|不用|不需要|不换|不变|不改|不动|不做|不挂|不卖|不办|不迁|不急|不加|不设)(?:了|的|呢|吧)*$/u

const asking = '有没有|是不是|要不要|能不能|可不可以|可以不可以|会不会|用不用|需不需要|该不该|是否|有无|算不算|得不得|想不想'
const askedBefore = new RegExp(`(?:${asking})(?:${between})*$`, 'u')
const askedWithin = new RegExp(asking, 'u')
const askedAfter = /^(?:了|好了|过)?(?:没有?|么没)(?:$|呢|啊)/u
/** 有公积金吗, 要火化吗; in 能上初中吗 nothing is asked of the school. */
const askedAtOnce = /^(?:了|过|的)?(?:吗|么|嘛)/u
const saysItself = /^(?:要|有|会|需|想|用|做|交|缴)/u
const supposed = /如果|要是|假如|假使|假设|万一|若是|倘若|即使|哪怕/u
const doubted = /不知道|不清楚|不确定|不晓得|说不准|说不好|拿不准|搞不清|弄不清|忘了|不记得|记不清|还没想好|没想好|没定|再说|以后再/u

/** What was said before in the same sentence: what is supposed stays supposed to its end. */
const saidBefore = ({ text }: Sentence, at: number): string => text.slice(Math.max(0, ...['。', '！', '？', '!', '?', '\n'].map((end) => text.lastIndexOf(end, at - 1))), at)

/** How often it is denied: right before it, and inside its gaps. */
const timesDenied = (before: string, gaps: readonly string[]): number =>
  [denialTail.exec(before)?.[0] ?? '', ...gaps].reduce((sum, text) => sum + [...text.matchAll(denials)].length, 0)

const isOpen = (before: string, after: string, within: string, gaps: readonly string[]): boolean =>
  askedBefore.test(before) || askedWithin.test(before.slice(-3) + within.slice(0, 2)) || gaps.some((gap) => askedWithin.test(gap) || doubted.test(gap)) || doubted.test(before) || doubted.test(after) || askedAfter.test(after) || (askedAtOnce.test(after) && (saysItself.test(within) || before.endsWith('有')))

/** What was said with the words that deny it, so that 没有留遗嘱 is shown and not 留遗嘱. */
export const withDenial = (sentence: Sentence, match: PhraseMatch): { from: number; to: number } => {
  const { before, after } = clauseAround(sentence, match)
  const tail = denialTail.exec(before)?.[0] ?? ''
  const first = tail.search(new RegExp(denying, 'u'))
  return { from: match.from - (first < 0 ? 0 : tail.length - first), to: match.to + (deniedAfter.exec(after)?.[0].length ?? 0) }
}

/** Whether what a phrase says is said to be so. @param supposing supposing it counts as saying it: 如果要开店 is about opening a shop */
export const stanceOf = (sentence: Sentence, match: PhraseMatch, { supposing = false } = {}): Stance => {
  const { before, after } = clauseAround(sentence, match)
  if (isOpen(before, after, sentence.text.slice(match.from, match.to), match.gaps)) return 'open'
  if (!supposing && (supposed.test(saidBefore(sentence, match.from)) || after.endsWith('的话'))) return 'open'
  const times = timesDenied(before, match.gaps) + (deniedAfter.test(after) ? 1 : 0)
  return times % 2 === 1 ? 'denied' : 'asserted'
}
