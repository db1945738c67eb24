// A line of the duty list written into the text of its file: replaced where it stands or added at the end, everything else byte for byte as it was.
// Pure.
import { Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { DutyFields } from '../catalogue/index.ts'

const heading = '# 职责清单：在工作台里写的条目，包括仲裁后记入清单的。\n# yaml-language-server: $schema=../../schema/duties.schema.json\nduties:\n'

/** One item of the list, indented as in the packs: each key on a line, what it holds on the same. */
export const dutyText = (duty: DutyFields): string => {
  const document = new Document(duty, { aliasDuplicateObjects: false })
  if (isMap(document.contents)) for (const pair of document.contents.items) if (isCollection(pair.value)) flow(pair.value)
  const lines = document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true }).trimEnd().split('\n')
  return `${lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n')}\n`
}

const flow = (node: unknown): void => {
  if (!isCollection(node)) return
  node.flow = true
  for (const item of node.items) flow(isPair(item) ? item.value : item)
}

/** The text of a file with the duty; null: there is no file yet. A text that cannot be read is left as it is, with the duty behind it. */
export const withDuty = (text: string | null, duty: DutyFields): string => {
  const written = dutyText(duty)
  if (text === null || text.trim() === '') return `${heading}${written}`
  const list = parseDocument(text).get('duties')
  const item = isSeq(list) ? list.items.find((each) => isMap(each) && [each.get('id'), each.get('overrides')].includes(duty.id)) : undefined
  const range = isNode(item) ? item.range : undefined
  if (!range) return `${text.trimEnd()}\n${written}`
  const start = text.lastIndexOf('\n', range[0]) + 1
  const end = text.slice(0, range[1]).trimEnd().length
  return `${text.slice(0, start)}${written.trimEnd()}${text.slice(end)}`
}

/** The first free id of this beginning: ruling-3. */
export const freeId = (beginning: string, taken: (id: string) => boolean): string => {
  let number = 1
  while (taken(`${beginning}-${number}`)) number += 1
  return `${beginning}-${number}`
}

/** Ids of the duties in a text. */
export const dutyIdsIn = (text: string): string[] => {
  const list = parseDocument(text).get('duties')
  return isSeq(list) ? list.items.flatMap((each) => (isMap(each) ? [each.get('id', true)].flatMap((id) => (isScalar(id) && typeof id.value === 'string' ? [id.value] : [])) : [])) : []
}
