// Turns the acceptance conditions, published as one run of text, back into the paragraphs and numbered items they were.
// Pure. The source cuts many texts at the first enumeration; that is noticed and said, nothing is invented.
import { meansNone, oneLine, plainText, type Warn } from './gdzwfw-text.ts'

/** （一） 1、 1. （1） ① 一、 a) — what begins an item; a figure such as 3.5 does not. */
const marker = '(?:[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\\d{1,2}(?:[、）)]|[.．](?!\\d))|[一二三四五六七八九十]{1,3}、|[①-⑳]|[a-z][）)](?=\\s|[^\\x00-\\x7f]|$))'
/** Where an item may begin: after a space, or right after the mark that ended the one before. */
const boundary = new RegExp(`(?:(?<=[。；;：:])| )(?=${marker})|(?<=[）》])(?=\\d{1,2}[.．](?!\\d))| (?=——|第[一二三四五六七八九十百]{1,6}条)`, 'gu')
const bareMarker = new RegExp(`^${marker}$`, 'u')
const endsOpen = /[：:；;，,、]$/
const articleOnly = /^(?:《[^《》]{1,60}》\s?)?(?:（[^（）]{1,60}）)?第[一二三四五六七八九十百]{1,6}条$/

/** Splits at item boundaries that do not lie inside brackets. */
const splitItems = (line: string): string[] => {
  const parts: string[] = []
  let from = 0
  let depth = 0
  let scanned = 0
  for (const match of line.matchAll(boundary)) {
    for (; scanned < match.index; scanned += 1) {
      const character = line.charAt(scanned)
      if (/[（(《〔]/.test(character)) depth += 1
      else if (/[）)》〕]/.test(character)) depth = Math.max(0, depth - 1)
    }
    if (depth > 0) continue
    parts.push(line.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, line.slice(from)]
}

/** Paragraphs of plain text; [] when the field says 无. A list that breaks off is warned of as `conditions_cut_off`. */
export const readConditions = (raw: string, warn: Warn): string[] => {
  if (meansNone(raw)) return []
  const text = plainText(raw, warn)
  if (meansNone(text)) return []
  const paragraphs = text.split('\n').map((line) => line.replace(/[\s\u3000]+/g, ' ')).flatMap(splitItems).map((item) => oneLine(item).replace(/^(\d{1,2}[.、）]) +/, '$1')).filter((paragraph) => paragraph !== '')
  const last = paragraphs.at(-1) ?? ''
  if (endsOpen.test(last) || bareMarker.test(last) || (paragraphs.length === 1 && articleOnly.test(last))) warn('conditions_cut_off')
  if (bareMarker.test(last)) paragraphs.pop()
  return paragraphs
}
