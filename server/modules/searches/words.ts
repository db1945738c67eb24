// The words of a question as they are kept: without anything that could tell who asked. Pure.
import { hidePersonal } from '../../kernel/hidden-words.ts'

/** Longest kept, in characters. */
const longest = 60
/** Stands for what was left out. */
const masked = '…'

/**
 * Words of a text: small letters, half width, without signs, shortened. Undefined when nothing is left but what must not be kept.
 * 'ID 440305199001011234 补办？' → 'id…补办'
 */
export const findWords = (text: string): string | undefined => {
  const plain = hidePersonal(text.normalize('NFKC').replaceAll(/[\p{C}]/gu, ' ').replaceAll('...', ' ').toLowerCase().slice(0, 500), masked)
  const words = plain
    .replaceAll(/[^\p{L}\p{N}\p{M}…]+/gu, ' ')
    .replaceAll(/ ?(…) ?/gu, '$1')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
  const kept = [...words].slice(0, longest).join('').trim()
  return /[\p{L}\p{N}]/u.test(kept) ? kept : undefined
}

/** Words in which nothing was masked and which are short enough to be shown to others. */
export const isShowable = (words: string): boolean => !words.includes(masked) && [...words].length <= 20
