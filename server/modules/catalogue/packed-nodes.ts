// What a pack file says in a form that is read in a twentieth of the time its YAML takes: the same values, places as bare numbers.
// For starts that find the packs as an earlier one left them; whoever writes a pack never sees it.
import type { Atom, Located, LocatedAtom, LocatedMap } from './located.ts'
import type { Place } from './pack-error.ts'

/** Each begins with the line and the column where it stands; 0 where there is no column. */
export type PackedNode =
  | readonly [line: number, column: number, 'line', value: Atom]
  | readonly [line: number, column: number, 'text', value: Atom, textLine: number, textColumn: number, layout: LocatedAtom['text']['layout']]
  | readonly [line: number, column: number, 'list', items: readonly PackedNode[]]
  | PackedMap
export type PackedMap = readonly [line: number, column: number, 'map', entries: readonly PackedEntry[]]
type PackedEntry = readonly [key: string, line: number, column: number, value: PackedNode]

const packAtom = ({ at, value, text }: LocatedAtom): PackedNode =>
  text.layout === 'line' && text.line === at.line && text.column === at.column
    ? [at.line, at.column ?? 0, 'line', value]
    : [at.line, at.column ?? 0, 'text', value, text.line, text.column, text.layout]

export const packMap = ({ at, entries }: LocatedMap): PackedMap =>
  [at.line, at.column ?? 0, 'map', [...entries].map(([key, entry]): PackedEntry => [key, entry.at.line, entry.at.column ?? 0, packNode(entry.value)])]

const packNode = (node: Located): PackedNode => {
  if (node.kind === 'atom') return packAtom(node)
  return node.kind === 'map' ? packMap(node) : [node.at.line, node.at.column ?? 0, 'list', node.items.map(packNode)]
}

const placeOf = (file: string, line: number, column: number): Place => (column === 0 ? { file, line } : { file, line, column })

/** The node as the file was read, anew at every call. @param file relative to the packs folder */
export const unpackMap = ([line, column, , entries]: PackedMap, file: string): LocatedMap => ({
  kind: 'map', at: placeOf(file, line, column),
  entries: new Map(entries.map(([key, keyLine, keyColumn, value]) => [key, { at: placeOf(file, keyLine, keyColumn), value: unpackNode(value, file) }])),
})

const unpackNode = (node: PackedNode, file: string): Located => {
  const at = placeOf(file, node[0], node[1])
  switch (node[2]) {
    case 'map':
      return unpackMap(node, file)
    case 'list':
      return { kind: 'list', at, items: node[3].map((item) => unpackNode(item, file)) }
    case 'line':
      return { kind: 'atom', at, value: node[3], text: { line: node[0], column: node[1], layout: 'line' } }
    case 'text':
      return { kind: 'atom', at, value: node[3], text: { line: node[4], column: node[5], layout: node[6] } }
  }
}
