// The words of a question as they are kept: without anything that could tell who asked. Pure.

/** Longest kept, in characters. */
const longest = 60
/** Stands for what was left out. */
const masked = '…'

/** Plates; addresses of mail; numbers of papers, people and phones, also written in groups or in Chinese digits; names one says to be one's own. */
const personal: readonly [RegExp, string][] = [
  [/[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新港澳][a-z][ ·-]?(?=[a-z]*\d)[a-z\d]{5,6}/gu, masked],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, masked],
  [/(?<![a-z\d])(?=[a-z\d]*\d[a-z\d]*\d[a-z\d]*\d[a-z\d]*\d)[a-z\d]{6,}/gu, masked],
  [/\d(?:[ \-.]?\d){5,}x?/gu, masked],
  [/[零〇一二三四五六七八九幺]{7,}/gu, masked],
  [/((?:我|本人|名字|他|她)叫|姓名(?:是|为)?[:： ]?)\p{Script=Han}{2,3}/gu, `$1${masked}`],
]

/**
 * Words of a text: small letters, half width, without signs, shortened. Undefined when nothing is left but what must not be kept.
 * 'ID 440305199001011234 补办？' → 'id…补办'
 */
export const findWords = (text: string): string | undefined => {
  const plain = personal.reduce((rest, [pattern, instead]) => rest.replaceAll(pattern, instead), text.normalize('NFKC').replaceAll(/[\p{C}]/gu, ' ').replaceAll('...', ' ').toLowerCase().slice(0, 500))
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
