// Looks at a DMN file before anything parses it: no document types or entities, not too large, not too deep.
// Refusing the declaration refuses every attack made of it (expansion, files read, addresses called).
import { DmnRefused } from './model.ts'

export const mostBytes = 1024 * 1024
const mostDepth = 60

const lineAt = (text: string, offset: number): string => `line ${text.slice(0, offset).split('\n').length}`

/** The text with comments and CDATA blanked, lines kept: nothing in them is markup. */
const markupOf = (text: string): string => {
  const parts: string[] = []
  const begins = /<!--|<!\[CDATA\[/g
  let from = 0
  for (let begin = begins.exec(text); begin; begin = begins.exec(text)) {
    const close = begin[0] === '<!--' ? '-->' : ']]>'
    const end = text.indexOf(close, begin.index)
    if (end < 0) break // what is not closed is for the parser to refuse
    parts.push(text.slice(from, begin.index), text.slice(begin.index, end + close.length).replaceAll(/[^\n]/g, ' '))
    from = begins.lastIndex = end + close.length
  }
  return [...parts, text.slice(from)].join('')
}

/** @throws DmnRefused with the line */
export const guardXml = (source: string): void => {
  const text = markupOf(source)
  const bytes = Buffer.byteLength(source)
  if (bytes > mostBytes) throw new DmnRefused(`the file has ${bytes} bytes, more than the ${mostBytes} a decision may`, 'file')
  const declared = /<!/.exec(text)
  if (declared) throw new DmnRefused('document types and entities are not read', lineAt(text, declared.index))
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/.exec(text)
  if (entity) throw new DmnRefused(`"${text.slice(entity.index, entity.index + 20)}" is no character XML knows`, lineAt(text, entity.index))
  let depth = 0
  for (const tag of text.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    depth += tag[1] === '/' ? -1 : tag[2] === '/' ? 0 : 1
    if (depth > mostDepth) throw new DmnRefused(`elements are nested more than ${mostDepth} deep`, lineAt(text, tag.index))
  }
}
