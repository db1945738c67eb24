// YAML as values that remember where they were written, so that any later check can name file, line and column.
// Inheritance moves these values between packs and their places travel with them.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar, type Node } from 'yaml'
import { both, type Place, type Report } from './pack-error.ts'

export type Atom = string | number | boolean | null

/** Where a scalar's text starts and whether its lines in the file are the lines of the text. */
type TextPlace = { line: number; column: number; layout: 'line' | 'literal' | 'folded' }

export type LocatedMap = { kind: 'map'; at: Place; entries: Map<string, { at: Place; value: Located }> }
export type LocatedList = { kind: 'list'; at: Place; items: Located[] }
export type LocatedAtom = { kind: 'atom'; at: Place; value: Atom; text: TextPlace }
export type Located = LocatedMap | LocatedList | LocatedAtom

export type Path = readonly (string | number)[]

const yamlRules: Record<string, 'yaml-tab' | 'key-duplicate'> = { TAB_AS_INDENT: 'yaml-tab', DUPLICATE_KEY: 'key-duplicate' }

/** The faults authors meet; what the library says in English is kept beside them. */
const faultWords: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '这里用了制表符缩进', DUPLICATE_KEY: '这一项前面已经写过', BAD_INDENT: '缩进和上下文对不上', MISSING_CHAR: '少了符号，比如引号、逗号或空格', UNEXPECTED_TOKEN: '这里的符号不该出现',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个冒号，或缩进不对', BLOCK_IN_FLOW: '括号里不能换行写成多项', BAD_ALIAS: '引用写法不对', BAD_SCALAR_START: '这个符号不能放在内容开头，请加引号', BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  MULTILINE_IMPLICIT_KEY: '名称不能跨行，可能少了冒号', MULTIPLE_DOCS: '一个文件只写一份内容', TAG_RESOLVE_FAILED: '不认识的标签', RESOURCE_EXHAUSTION: '一层套一层太深',
}

/** Reads one YAML document; undefined when it is broken, with the reasons reported. */
export const readYaml = (source: string, file: string, report: Report): Located | undefined => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, strict: true, prettyErrors: false })
  const placeOf = (offset: number): Place & { column: number } => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  let broken = false
  for (const error of document.errors) {
    broken = true
    report(yamlRules[error.code] ?? 'yaml-syntax', placeOf(error.pos[0]), both(faultWords[error.code] ?? '写法不符合 YAML', error.message))
  }
  if (broken) return undefined
  if (document.contents === null) {
    report('yaml-syntax', { file, line: 1 }, both('文件是空的', 'the file is empty'))
    return undefined
  }

  const textOf = (node: Scalar, offset: number): TextPlace => {
    const { line, column } = placeOf(offset)
    if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
      const rest = source.slice(source.indexOf('\n', offset) + 1)
      const indent = /^(?:[ ]*\n)*([ ]*)/.exec(rest)?.[1]?.length ?? 0
      return { line: line + 1, column: indent + 1, layout: node.type === Scalar.BLOCK_LITERAL ? 'literal' : 'folded' }
    }
    const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE
    const spansLines = source.slice(offset, node.range?.[1] ?? offset).includes('\n')
    return { line, column: quoted ? column + 1 : column, layout: spansLines ? 'folded' : 'line' }
  }

  // The library types what maps and lists hold as unknown; a parsed document holds nodes or null.
  const locate = (node: Node | null | undefined, fallback: Place): Located => {
    const offset = node?.range?.[0]
    const at = offset === undefined ? fallback : placeOf(offset)
    if (isAlias(node) || (node && 'anchor' in node && node.anchor)) report('yaml-alias', at, both('请把内容写出来，不用锚点和引用', 'write the value out instead of an anchor or alias'))
    if (isMap(node)) {
      const entries: LocatedMap['entries'] = new Map()
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? pair.key : undefined
        const keyAt = key?.range ? placeOf(key.range[0]) : at
        entries.set(String(key?.value), { at: keyAt, value: locate(pair.value as Node | null, keyAt) })
      }
      return { kind: 'map', at, entries }
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => locate(item as Node | null, at)) }
    if (!isScalar(node)) return { kind: 'atom', at, value: null, text: { line: at.line, column: at.column ?? 1, layout: 'folded' } }
    const value = node.value
    const atom = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    return { kind: 'atom', at, value: atom, text: textOf(node, offset ?? 0) }
  }
  return locate(document.contents, { file, line: 1 })
}

/** The value without its places. */
export const plain = (node: Located): unknown => {
  if (node.kind === 'atom') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.value)]))
}

export const childOf = (node: Located | undefined, step: string | number): Located | undefined => {
  if (node?.kind === 'map') return node.entries.get(String(step))?.value
  return node?.kind === 'list' ? node.items[Number(step)] : undefined
}

export const nodeAt = (node: Located, path: Path): Located | undefined => path.reduce<Located | undefined>(childOf, node)

/** The place of a path; where the path ends early, of the nearest thing above it. A key's value is placed at its key. */
export const placeAt = (node: Located, path: Path): Place => {
  let [at, current]: [Place, Located] = [node.at, node]
  for (const step of path) {
    const next = childOf(current, step)
    if (!next) return at
    at = current.kind === 'map' ? (current.entries.get(String(step))?.at ?? next.at) : next.at
    current = next
  }
  return at
}

/** Where position `line`:`column` of a scalar's own text stands in the file (both count from 1). */
export const placeInText = (node: Located | undefined, line: number, column: number): Place | undefined => {
  if (node?.kind !== 'atom') return undefined
  const { text, at } = node
  if (text.layout === 'folded') return { file: at.file, line: text.line }
  return { file: at.file, line: text.line + line - 1, column: text.column + column - 1 }
}

export const stringAt = (node: Located | undefined, key: string): string | undefined => {
  const value = childOf(node, key)
  return value?.kind === 'atom' && typeof value.value === 'string' ? value.value : undefined
}
