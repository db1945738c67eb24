// Cleans the texts of the provincial platform: HTML and entities, widths, brackets, stray spaces, words that mean "none".
// Pure. Text comes out as plain text (not HTML): whoever shows it still escapes it.
import type { ImportWarning } from './imported-service.ts'

export type Warn = (warning: ImportWarning) => void

const entities: Record<string, string> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’',
  mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', times: '×', copy: '©', reg: '®', deg: '°', permil: '‰', yen: '¥', sect: '§', laquo: '《', raquo: '》',
}
const blockTag = /<\s*(?:br|hr|\/?(?:p|div|li|ul|ol|tr|td|th|table|tbody|h[1-6]|section|article|blockquote))\b[^<>]*>/gi
/** Tags begin with a Latin letter, so <工伤医疗费用申报> — title marks typed on a Latin keyboard — is not one. */
const anyTag = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi
const hiddenElement = /<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const comment = /<!--[\s\S]*?(?:-->|$)/g
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi
// Control characters, zero-width and direction marks, byte order marks, non-characters.
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

const decodeEntities = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
  })

const withoutTags = (text: string): string => text.replace(comment, '').replace(hiddenElement, '').replace(blockTag, '\n').replace(anyTag, '')

/** Text without HTML, entities (also doubly escaped ones) and invisible characters; line breaks stay. */
export const plainText = (raw: string, warn: Warn): string => {
  let text = raw.toWellFormed().replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
  for (let round = 0; round < 2 && /[<&]/.test(text); round += 1) {
    const next = decodeEntities(withoutTags(text))
    if (next !== text) warn('html_removed')
    text = next
  }
  if (/<[a-z/!]/i.test(text)) text = withoutTags(text)
  const visible = text.replace(invisible, '')
  if (visible !== text) warn('controls_removed')
  if (visible.includes('\ufffd')) warn('replacement_characters')
  return visible.normalize('NFC')
}

const han = '\\p{Script=Han}'
const wide = '，。；：、？！（）《》〈〉“”‘’〔〕【】…—'
/** Spaces between Chinese characters say nothing, except after the number of an article (第二十二条 申请…). */
const spaceInChinese = new RegExp(`(?<=[${han}${wide}])(?<!第[一二三四五六七八九十百]{1,6}条)[ ]+(?=[${han}${wide}\\d])|(?<=\\d)[ ]+(?=[${han}${wide}])|(?<=[a-z])[ ]+(?=[${wide}])|(?<=[${wide}])[ ]+(?=[a-z])`, 'giu')
const hasHan = /\p{Script=Han}/u
const url = /https?:\/\/[\x21-\x7e]+/gi
const wideMarks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

const repeatedMark = /([。；，、：])\1+/g

/** What `tidyWidths` may change; most texts have none of it. */
const untidy = /[＃％＆＋－．／０-９＝＠＿Ａ-Ｚａ-ｚ(),;:?!<]|([。；，、：])\1/

/** Full-width letters and digits become half-width, typed title marks 〈…〉, and in Chinese text punctuation becomes Chinese. */
const tidyWidths = (text: string): string => {
  if (!untidy.test(text)) return text
  const narrow = text
    .replaceAll('－－', '——')
    .replace(/[Ａ-Ｚａ-ｚ０-９＃％＆＋－．／＝＠＿]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/<([^<>]{0,100}\p{Script=Han}[^<>]{0,100})>/gu, '〈$1〉')
  if (!hasHan.test(narrow)) return narrow
  return narrow
    .replaceAll('(', '（').replaceAll(')', '）')
    .replace(/(?<=[\p{Script=Han}》〉）”’])[,;:?!]/gu, (mark) => wideMarks[mark] ?? mark)
    .replace(repeatedMark, '$1')
}

const tidySegment = (segment: string): string => {
  const text = tidyWidths(segment)
  if (!text.includes(' ')) return text
  const close = text.replace(spaceInChinese, '')
  // Marks that only a space had kept apart.
  return hasHan.test(close) ? close.replace(repeatedMark, '$1') : close
}

/** One line of clean text: widths, brackets and spaces as a Chinese editor would set them. Addresses of pages stay as they are. */
export const oneLine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (!flat.includes('http')) return tidySegment(flat)
  let tidy = ''
  let from = 0
  for (const match of flat.matchAll(url)) {
    tidy += tidySegment(flat.slice(from, match.index)) + match[0]
    from = match.index + match[0].length
  }
  return tidy + tidySegment(flat.slice(from))
}

/** The beginning of a text, never half a character. */
export const shorten = (text: string, length: number): string => text.slice(0, length).toWellFormed()

/** The text without any of these marks at its end. */
export const withoutTail = (text: string, marks: string): string => {
  let end = text.length
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const noneWords = new Set(['无', '暂无', '没有', '空', '不支持', '不涉及', '未填写', 'null', 'none', 'nil', 'undefined', 'nan', 'n/a', 'na'])

/** Whether a text only says that there is nothing: 无, null, a dash, … */
export const meansNone = (text: string): boolean => {
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  const word = text.trim().toLowerCase()
  return word.length <= 20 && (noneWords.has(word) || noneWords.has(word.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')))
}

/** Takes off brackets that wrap the whole text: （个人） → 个人, but （一）（二） stays. */
export const withoutWrap = (text: string): string => {
  const inside = text.slice(1, -1)
  return /^（[^]*）$/.test(text) && bracketsMatch(inside) ? inside : text
}

const pairs: Record<string, string> = { '）': '（', '》': '《', '〉': '〈', '”': '“', '〕': '〔', ']': '[', '】': '【' }
const openers = new Set(Object.values(pairs))

/** Whether every bracket and quotation mark has its partner. */
export const bracketsMatch = (text: string): boolean => {
  const open: string[] = []
  for (const character of text) {
    if (openers.has(character)) open.push(character)
    else if (pairs[character] !== undefined && open.pop() !== pairs[character]) return false
  }
  return open.length === 0
}

/** Cuts at the separators `at` matches (one character), but never inside brackets or title marks. */
export const splitOutsideBrackets = (text: string, at: RegExp): string[] => {
  const parts: string[] = ['']
  let depth = 0
  for (const character of text) {
    if (/[（([《〈〔【]/.test(character)) depth += 1
    if (/[）)\]》〉〕】]/.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && at.test(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}
