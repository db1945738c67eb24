// The little that the other parse files need to know about lezer-feel's trees: children, names, text escapes, errors.
// lezer recovers from errors by marking them in the tree; the first mark is what the author gets to see.
import type { parser } from 'lezer-feel'
import { says, type Says } from './syntax-error.ts'

type SyntaxTree = ReturnType<typeof parser.parse>
export type SyntaxNode = SyntaxTree['topNode']

/** Children without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') children.push(child)
  }
  return children
}

/** One spelling per name: single spaces, none around signs. */
export function canonicalName(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/ ?([./\-'+*]) ?/g, '$1')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The text a string literal stands for. */
export function unescapeText(literal: string): string {
  return literal.slice(1, -1).replace(/\\(?:U([0-9a-fA-F]{6})|u([0-9a-fA-F]{4})|(.))/gs, (whole, long, short, sign) => {
    if (sign !== undefined) return ESCAPES[sign] ?? (/["\\']/.test(sign) ? sign : whole)
    const code = parseInt(long ?? short, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}

const WORD = /\s*([\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]+)/uy

/** The first place the grammar could not follow, with the word found there. */
export function findError(tree: SyntaxTree, source: string): { from: number; to: number; wrong: Says } | undefined {
  let from: number | undefined
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) from ??= node.from
      return from === undefined
    },
  })
  if (from === undefined) return undefined
  if (source.trim() === '') return { from: 0, to: 0, wrong: says('规则还没有写', 'the expression is empty') }
  WORD.lastIndex = from
  const word = WORD.exec(source)?.[1]
  if (word === undefined) return { from: source.length, to: source.length, wrong: says('规则没有写完', 'the expression ends too early') }
  const start = WORD.lastIndex - word.length
  const shown = word.length > 30 ? `${word.slice(0, 30)}…` : word
  return { from: start, to: WORD.lastIndex, wrong: says(`“${shown}”不该写在这里`, `"${shown}" is not expected here`) }
}
