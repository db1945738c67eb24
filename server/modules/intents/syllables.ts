// The sounds of a text, so that 头诉, 投訴 and tousu read like 投诉. Pure.
import { pinyin } from 'pinyin-pro'

const initials = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ')
const finals = 'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve'.split(' ')
const syllables = new Set([...initials.flatMap((initial) => finals.map((final) => initial + final)), ...'a o e ai ei ao ou an en ang er'.split(' ')])
const longestSyllable = 6
/** A word longer than this is no pinyin. */
const longestWord = 40

/** Syllables of Chinese characters, without tones; characters without a known sound are left out. */
export const soundsOf = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })

/** Cuts a Latin word into as few syllables as possible: woyaotousu → wo yao tou su. Undefined when it is no pinyin. */
export const findSyllables = (word: string): string[] | undefined => {
  if (word.length > longestWord || !/^[a-z]+$/.test(word)) return undefined
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end += 1) {
    for (let from = Math.max(0, end - longestSyllable); from < end; from += 1) {
      const before = best[from]
      const piece = word.slice(from, end)
      if (!before || !syllables.has(piece)) continue
      if ((best[end]?.length ?? Number.POSITIVE_INFINITY) > before.length + 1) best[end] = [...before, piece]
    }
  }
  return best[word.length]
}
