// Whether a sentence of a model is supported by the sources it cites. Pure.
// Strict on purpose: numbers with what they count, names and laws must stand in the source, it must deny the same, and no word of two letters may come from elsewhere.
import { normalise } from '../search/index.ts'
import { uncovered } from './covering.ts'
import { isSayable } from './sayable.ts'
import { hasSameSense, inPlainLetters } from './same-sense.ts'

export type Cited = { text: string; cites: number[] }

const marks = /[[【［]\s*(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\s*[\]】］]/gu

/** The sentence without its marks and the numbers in them. */
export const readCitations = (sentence: string): Cited => ({
  text: sentence.replaceAll(marks, '').replaceAll(/\s+([。！？.!?])/gu, '$1').trim(),
  cites: [...new Set([...sentence.matchAll(marks)].flatMap(([, list = '']) => list.split(/[,，、]/u).map(Number)))],
})

/** Ends of sentences; marks after the stop belong to the sentence before. Few signs lie between them: each line of many empty ones would be read to the end. */
const ends = /[。！？!?\n](?:\s{0,3}[[【［]\s?\d{1,2}(?:\s?[,，、]\s?\d{1,2}){0,9}\s?[\]】］])*|(?<![\d])\.(?=\s)(?:\s{0,3}\[\d{1,2}\])*/gu

/** Letters of a sentence somebody reads; a longer one is no sentence, and checking it would keep everybody waiting. */
export const longestSentence = 400

/** Whole sentences of what has come so far, and the rest; those that are too long are left out. @param done nothing follows, so the rest is a sentence too */
export const cutSentences = (text: string, done: boolean): { sentences: string[]; rest: string } => {
  const sentences: string[] = []
  let from = 0
  for (const match of text.matchAll(ends)) {
    const to = match.index + match[0].length
    // Marks may still be on their way.
    if (to === text.length && !done) break
    sentences.push(text.slice(from, to))
    from = to
  }
  const rest = text.slice(from)
  const read = [...sentences, ...(done ? [rest] : [])].map((each) => each.trim()).filter((each) => each !== '' && each.length <= longestSentence)
  // The end of what is too long already is enough to see where it stops.
  return { sentences: read, rest: done ? '' : rest.slice(-2 * longestSentence) }
}

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

/** 三十 → 30, 一千零四十九 → 1049, 二〇二五 → 2025. */
const valueOf = (numeral: string): number => {
  if (![...numeral].some((each) => each in units)) return Number([...numeral].map((each) => digits[each] ?? 0).join(''))
  let total = 0
  let digit = 0
  for (const each of numeral) {
    const unit = units[each]
    if (unit === undefined) digit = digits[each] ?? 0
    else {
      total += unit === 10_000 ? (total + digit) * (unit - 1) + digit : (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}

/** Numbers of a text with the letter or word they count, such as 5工 of 5 个工作日, 12条 of 第十二条 and 5day of 5 working days; '' where none follows. Single numerals inside of words (一次, 统一) are words. */
const numbersIn = (text: string): { value: string; counts: string }[] => {
  const plain = inPlainLetters(text).replaceAll(/(?<=\d)[,，](?=\d{3})/gu, '')
  const found = [
    ...plain.matchAll(/\d+(?:\.\d+)?/gu),
    ...plain.matchAll(/[零〇一二两三四五六七八九十百千万]{2,}|(?<=第)[一二三四五六七八九十]|[二两三四五六七八九十](?=[个项天日年月次元块份张条岁周])|一(?=[天日年月元块岁周]|个(?:工作日|自然日|月|小时))/gu),
  ]
  return found.map(({ 0: number, index }) => ({
    value: String(/\d/u.test(number) ? Number(number) : valueOf(number)),
    counts: /^\s*个?(?:(\p{Script=Han})|(?:working |calendar )?([a-z]+?)s?\b)/u.exec(plain.slice(index + number.length))?.slice(1).find((each) => each !== undefined) ?? '',
  }))
}

/** Every number stands in the source, counting the same. */
const sameNumbers = (sentence: string, source: string): boolean => {
  const known = numbersIn(source)
  return numbersIn(sentence).every(({ value, counts }) => known.some((each) => each.value === value && (counts === '' || each.counts === '' || each.counts === counts)))
}

/** Words of other letters: names, addresses of the web, units. */
const foreignIn = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(/[a-z][a-z\d./:_-]*[a-z\d]/gu) ?? []
const titlesIn = (text: string): string[] => [...text.matchAll(/《([^》]+)》/gu)].map(([, title = '']) => title)

/** Words one may put things together with. */
const plainWords = /根据|依据|按照|规定|需要|应当|可以|进行|提供|提交|准备|办理|一共|总共|包括|以及|并且|其中|目前|所需|材料|费用|时间|工作日|方面|如下|分别|此外|另外|同时|因此|所以|也就是说|您好|通常|具体|相关|事项|这项|该项|即可|完成|之内|以内|左右|就是|为您|建议|请您|请|您|此|该|元|天|个/gu
const none = new Map<string, readonly string[]>()
const longestLoose = 1

/** @param sources by number, as they were sent @param about the name of the thing, which need not stand in each source */
export const isSupported = ({ text, cites }: Cited, sources: ReadonlyMap<number, string>, about: string): boolean => {
  const quotes = cites.map((number) => sources.get(number))
  if (quotes.length === 0 || quotes.some((each) => each === undefined) || normalise(text) === '' || !isSayable(text)) return false
  const quote = quotes.join('\n')
  const source = `${about}\n${quote}`
  if (!sameNumbers(text, source)) return false
  const lower = source.normalize('NFKC').toLowerCase()
  if ([...foreignIn(text), ...titlesIn(text).map((each) => each.toLowerCase())].some((each) => !lower.includes(each))) return false
  if (!hasSameSense(text, quote)) return false
  const bare = text.normalize('NFKC').replaceAll(/[\d.,%]+/gu, ' ').replaceAll(/[零〇一二两三四五六七八九十百千万]+/gu, ' ').replaceAll(plainWords, ' ')
  const left = uncovered(normalise(bare).split(' ').filter((each) => each !== '' && !/^[a-z]/u.test(each)), normalise(source), none, normalise(source))
  return left.every((each) => [...each].length <= longestLoose) && left.join('').length <= Math.max(longestLoose, text.length / 12)
}
