// What the parse files share while they read one expression: the source, the names in force, and how to go deeper.
// Immutable: going deeper or binding names makes a new one.
import { canonicalName, childrenOf, type SyntaxNode } from './grammar.ts'
import type { Expression, TypeName } from './expression.ts'
import { FeelSyntaxError, says, type Says } from './syntax-error.ts'

const MAX_DEPTH = 200

type Convert = (node: SyntaxNode, reading: Reading) => Expression

export class Reading {
  private readonly source: string
  private readonly convert: Convert
  readonly lenient: boolean
  /** Variables the caller declared and names bound inside the expression. */
  private readonly names: ReadonlySet<string>
  /** Types a decision model declares, by name. */
  readonly types: ReadonlyMap<string, TypeName>
  private readonly depth: number

  constructor(source: string, lenient: boolean, names: ReadonlySet<string>, types: ReadonlyMap<string, TypeName>, convert: Convert, depth = 0) {
    this.source = source
    this.lenient = lenient
    this.names = names
    this.types = types
    this.convert = convert
    this.depth = depth
  }

  /** The same reading with more names bound. */
  with(names: readonly string[]): Reading {
    return new Reading(this.source, this.lenient, new Set([...this.names, ...names]), this.types, this.convert, this.depth)
  }

  knows(name: string): boolean {
    return this.names.has(name)
  }

  expression(node: SyntaxNode): Expression {
    if (this.depth >= MAX_DEPTH) this.refuse(node, says(`嵌套超过 ${MAX_DEPTH} 层，请拆开写`, `nested more than ${MAX_DEPTH} levels deep`))
    return this.convert(node, new Reading(this.source, this.lenient, this.names, this.types, this.convert, this.depth + 1))
  }

  expressions(nodes: readonly SyntaxNode[]): Expression[] {
    return nodes.map((node) => this.expression(node))
  }

  /** The nth child, which the grammar promises. */
  child(node: SyntaxNode, at: number): SyntaxNode {
    return childrenOf(node)[at] ?? this.refuse(node, says(`“${this.text(node)}”没有写完`, `"${this.text(node)}" is incomplete`))
  }

  childExpression(node: SyntaxNode, at: number): Expression {
    return this.expression(this.child(node, at))
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }

  name(node: SyntaxNode): string {
    return canonicalName(this.text(node))
  }

  refuse(node: SyntaxNode, wrong: Says): never {
    throw new FeelSyntaxError(wrong, this.source, node.from, node.to)
  }
}
