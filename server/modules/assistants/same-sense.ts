// Whether a sentence denies and affirms the same as the text it rests on, clause by clause. Pure; simplified and traditional Chinese, English.
// Each clause is held against the clause of the source that has most of its words, or the whole sentence where it takes from several: both deny equally often.
import { simplified } from '../search/index.ts'

/** Words with a letter of denial in them that deny nothing. */
const harmless = /不动产|不同|不过|不仅|不但|不管|不论|不断|不久|特别|分别|级别|区别|差别|性别|类别|识别|个别|别人|别的|非常|除非|无论|无障碍|未来|未成年/gu
const denials = /不得不|不能不|不可不|不|没有|没|无|未|非|别|勿|禁止|严禁|拒绝|免(?=费|收|交|于|予|除|征|办|提)|\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|unless|except|free|waived)\b|n['’]t\b/gu
/** Words of permission and duty around a denial, which stand for each other (无需, 不用, 不必). */
const modal = /必须|需要|可以|能够|应当|应该|必|需|须|用|要|能|可|得|会|有|\b(?:must|have|has|need|needs|needed|can|may|do|does|is|are|to|be|a|an|the|there)\b/gu

/** Half width, small letters, simplified; signs stay. */
export const inPlainLetters = (text: string): string => Array.from(text.normalize('NFKC').toLowerCase(), (each) => simplified.get(each) ?? each).join('')

/** How often it denies; two denials that make a duty (不得不) are none. */
const denialsIn = (text: string): number => [...text.replaceAll(harmless, ' ').matchAll(denials)].filter(([found]) => !/^不.不$/u.test(found)).length

/** What it says apart from denying: pairs of Chinese characters, words of other letters. */
const wordsIn = (text: string): Set<string> => {
  const bare = text.replaceAll(harmless, (word) => `${word} `).replaceAll(denials, '').replaceAll(modal, '')
  const pairs = [...bare.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const letters = [...run]
    return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`)
  })
  return new Set([...pairs, ...(bare.match(/[a-z\d]+/gu) ?? [])])
}

/** Lists and what they are lists of stay together: 不用交的：身份证、户口簿. */
const clausesOf = (sentence: string): string[] => sentence.split(/[,，]\s*/u).filter((each) => each.trim() !== '')
const sentencesIn = (text: string): string[] => text.split(/[。；;！!？?\n]|\.(?=\s|$)/u).filter((each) => each.trim() !== '')

const shared = (words: ReadonlySet<string>, others: ReadonlySet<string>): number => [...words].filter((each) => others.has(each)).length

type Part = { denies: number; words: Set<string>; whole: { denies: number; words: Set<string> } }

const partOf = (text: string) => ({ denies: denialsIn(text), words: wordsIn(text) })

const denySame = (clause: string, parts: readonly Part[]): boolean => {
  const { denies, words } = partOf(clause)
  const [best] = parts.map((part) => ({ part, count: shared(words, part.words), inWhole: shared(words, part.whole.words) })).sort((a, b) => b.count - a.count || b.inWhole - a.inWhole)
  if (!best || best.count === 0) return denies === 0
  return denies === (best.inWhole > best.count ? best.part.whole.denies : best.part.denies)
}

/** @param sentence one or several clauses @param source the text it cites */
export const hasSameSense = (sentence: string, source: string): boolean => {
  const parts = sentencesIn(inPlainLetters(source)).flatMap((each): Part[] => {
    const whole = partOf(each)
    return clausesOf(each).map((clause) => ({ ...partOf(clause), whole }))
  })
  return sentencesIn(inPlainLetters(sentence)).flatMap(clausesOf).every((clause) => denySame(clause, parts))
}
