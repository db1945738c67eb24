// Which findings stand in which part of an item: by the lines the part takes up in the text of its file.
// Pure.
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { splitKey, type ItemKey } from './fields.ts'
import type { Finding } from './queries.ts'
import type { DesignInHand } from './useDesign.ts'

type Path = readonly (string | number)[]

interface Placed {
  file: string
  line: number
}

/** The item in the document: the whole of it, or one of the list of its file. */
function itemNode(document: ReturnType<typeof parseDocument>, key: ItemKey): Node | undefined {
  const { kind, id } = splitKey(key)
  const { contents } = document
  if (!isMap(contents)) return undefined
  const list = contents.get(kind, true)
  if (!isSeq(list)) return contents
  return list.items.filter(isMap).find((item) => item.get('id') === id || item.get('overrides') === id)
}

function partOf(node: Node | undefined, path: Path): Node | undefined {
  const found: unknown = path.reduce<unknown>((at, step) => (isMap(at) || isSeq(at) ? at.get(step, true) : undefined), node)
  return isNode(found) ? found : undefined
}

/** The findings of a file that stand in the part at `path` of an item. @param text the file as it was checked */
export function findingsAt<Found extends Placed>(findings: readonly Found[], file: string, text: string, key: ItemKey, path: Path): Found[] {
  const here = findings.filter((finding) => finding.file === file)
  if (here.length === 0) return []
  const lines = new LineCounter()
  const node = partOf(itemNode(parseDocument(text, { lineCounter: lines }), key), path)
  if (!node?.range) return []
  const [from, to] = [lines.linePos(node.range[0]).line, lines.linePos(Math.max(node.range[0], node.range[1] - 1)).line]
  return here.filter(({ line }) => line >= from && line <= to)
}

/** Findings of some rules in a part of an item in hand, as the server checked it last. */
export function findingsOf(design: Pick<DesignInHand, 'workspace' | 'examination'>, key: ItemKey, at: Path, rules: readonly string[]): Finding[] {
  const file = design.workspace.items[key]?.file
  const text = file === undefined ? null : (design.workspace.saved[file] ?? null)
  return file === undefined || text === null ? [] : findingsAt(design.examination.findings.filter(({ rule }) => rules.includes(rule)), file, text, key, at)
}
