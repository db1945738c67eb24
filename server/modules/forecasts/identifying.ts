// Facts that tell one person or company from another: numbers, names, telephones, addresses. A forecast reads none of them, except whether there
// is one: else a sum over everybody could be made to say what a named person has. Pure.
import { conceptsOf, isNullLiteral, type Expression } from '../../kernel/feel/expression.ts'
import { wordsOf } from '../../kernel/feel/substitute.ts'
import { subjectKeys, type Fact } from '../catalogue/index.ts'

/** Types whose values one has, or few have. */
const ownTypes: readonly Fact['type'][] = ['idNumber', 'uscc', 'phone', 'address', 'bankAccount', 'text', 'longText']

const keys: readonly string[] = Object.values(subjectKeys)

const tellsApart = ({ concept, type, choices, many, shared }: Fact, facts: readonly Fact[]): boolean =>
  many === undefined && (keys.includes(concept) || facts.some(({ by }) => by === concept) || (ownTypes.includes(type) && choices === undefined && !shared))

const isNullTest = (node: unknown): boolean => {
  const { kind, op, left, right } = (typeof node === 'object' && node !== null ? node : {}) as Partial<Extract<Expression, { kind: 'comparison' }>> // looked at below
  if (kind !== 'comparison' || !left || !right || (op !== '=' && op !== '!=')) return false
  return (isNullLiteral(left) && right.kind === 'name') || (isNullLiteral(right) && left.kind === 'name')
}

/** The expression with `x = null` and `x != null` taken out. */
const withoutNullTests = (expression: Expression): Expression =>
  JSON.parse(JSON.stringify(expression), (_, node: unknown) => (isNullTest(node) ? { kind: 'literal', value: true } : node)) as Expression // the same tree

/** Those of the facts an expression reads, by name or through the items of a list; of an item not even whether there is one, as it may be read as a whole. */
export const identifyingReads = (expression: Expression, facts: readonly Fact[]): Fact[] => {
  const read = new Set(conceptsOf(withoutNullTests(expression)))
  const listed = new Set(facts.flatMap(({ concept, many }) => (many !== undefined && read.has(concept) ? [many] : [])))
  const words = wordsOf(expression)
  return facts.filter((fact) => {
    const [subject = '', property = ''] = fact.concept.split('.')
    return tellsApart(fact, facts) && (read.has(fact.concept) || (listed.has(subject) && words.has(property)))
  })
}
