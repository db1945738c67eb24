// Turns a FEEL condition into SQL that gives exactly the answer of the interpreter's open reading: TRUE, FALSE, or NULL for not known.
// A condition outside the subset becomes NULL and is reported: rows it leaves undecided are left to the interpreter, the others are settled.
import { evaluate } from '../feel/compile.ts'
import { isNullLiteral, readsTestedValue, type Expression } from '../feel/expression.ts'
import { substitute } from '../feel/substitute.ts'
import { arithmetic, negated } from './arithmetic-sql.ts'
import { call } from './calls.ts'
import { comparison, isNull, nothing, sameValue, truthTerm, unknownTruth } from './compare.ts'
import { quantifier, rowsOf } from './lists.ts'
import { inside, isConstant, rootAlias, strictly, type Place } from './place.ts'
import { propertyOf, resolve } from './resolve.ts'
import { constantTerm, nullTerm, outside, OutsideSql, term, type Term } from './term.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

const junctions: ReadonlySet<Expression['kind']> = new Set(['and', 'or', 'if', 'some', 'every', 'literal', 'name'])

/** A condition on the row alone becomes a column, so that rules that say the same compute it once, and before anything is joined. */
const sharing = (expression: Expression, place: Place): Term => {
  const touched = new Set<string>()
  const found = compiled(expression, { ...place, touched })
  for (const alias of touched) place.touched.add(alias)
  if (found.type !== 'boolean' || touched.size !== 1 || !touched.has(rootAlias) || isNegation(expression)) return found
  const { atoms } = place.query
  const name = atoms.get(found.sql) ?? `b${atoms.size + 1}`
  atoms.set(found.sql, name)
  return { ...found, sql: `${rootAlias}.${name}` }
}

const isNegation = (expression: Expression): boolean => expression.kind === 'call' && expression.name === 'not'

/** A truth value; what is none, such as a number, is unknown. */
export const truth = (expression: Expression, place: Place): Term => {
  try {
    const found = place.left !== undefined && place.frames.length === 0 && !junctions.has(expression.kind) ? sharing(expression, place) : compiled(expression, place)
    return found.type === 'boolean' ? found : unknownTruth
  } catch (error) {
    if (!(error instanceof OutsideSql) || place.left === undefined) throw error
    place.left.push(error.what)
    return unknownTruth
  }
}

/** Any value. @throws OutsideSql */
export const valueOf = (expression: Expression, place: Place): Term => compiled(expression, strictly(place))
const value = valueOf

const compiled = (expression: Expression, place: Place): Term => {
  if (isConstant(expression) && expression.kind !== 'range' && expression.kind !== 'unary' && expression.kind !== 'list') return constantTerm(evaluate(expression, place.query.scope, 'open'))
  switch (expression.kind) {
    case 'name': return resolve(expression.path, place)
    case 'path': return propertyOf(value(expression.of, place), expression.name, place)
    case 'negate': return negated(value(expression.of, place))
    case 'arithmetic': return arithmetic(expression.op, value(expression.left, place), value(expression.right, place), place)
    case 'comparison': return compared(expression, place)
    case 'and': return joined(expression, 'AND', place)
    case 'or': return joined(expression, 'OR', place)
    case 'if': return choice(expression, place)
    case 'in': return membership(expression, place)
    case 'between': return within({ value: value(expression.value, place), low: value(expression.low, place), high: value(expression.high, place) }, place)
    case 'some': case 'every': return quantified(expression, place)
    case 'call': return expression.name === 'not' ? opposite(expression, place) : call(expression, strictly(place), compiled)
    default: return outside(`"${expression.kind}"`)
  }
}

const joined = ({ parts }: Of<'and' | 'or'>, by: 'AND' | 'OR', place: Place): Term => truthTerm(`(${parts.map((part) => truth(part, place).sql).join(` ${by} `)})`)

const opposite = ({ args }: Of<'call'>, place: Place): Term => {
  const [of, another] = 'positional' in args ? args.positional : Object.values(args.named)
  return of && !another ? truthTerm(`(NOT ${truth(of, place).sql})`) : outside('not')
}

const compared = ({ op, left, right }: Of<'comparison'>, place: Place): Term => {
  if ((op === '=' || op === '!=') && (isNullLiteral(left) || isNullLiteral(right))) {
    const missing = new Set<string>()
    const tested = value(isNullLiteral(left) ? right : left, { ...place, missing })
    for (const each of missing) place.missing.add(each)
    const empty = isNull({ ...tested, absent: missing.size > 0 })
    return op === '=' ? empty : truthTerm(`(NOT ${empty.sql})`)
  }
  return comparison(op, value(left, place), value(right, place), place)
}

const choice = ({ condition, then, else: otherwise }: Of<'if'>, place: Place): Term => {
  const [when, first, second] = [truth(condition, place), compiled(then, place), compiled(otherwise, place)]
  const type = first.type === 'null' ? second.type : first.type
  if (second.type !== 'null' && second.type !== type) return outside('an if with different kinds of results')
  if (type === 'null') return nullTerm
  const size = { low: Math.min(first.size.low, second.size.low), high: Math.max(first.size.high, second.size.high) }
  return term(type, `CASE WHEN ${when.sql} THEN ${first.sql} WHEN NOT ${when.sql} THEN ${second.sql} END`, { whole: (first.whole || first.type === 'null') && (second.whole || second.type === 'null'), size })
}

const within = ({ value: tested, low, high }: { value: Term; low: Term; high: Term }, place: Place): Term =>
  truthTerm(`(${comparison('>=', tested, low, place).sql} AND ${comparison('<=', tested, high, place).sql})`)

/** One test of `in`: a range, a list, a value, or a condition on `?`. `nullIsValue`: the test itself says null. */
const passes = (tested: Term, test: Expression, nullIsValue: boolean, place: Place): string => {
  if (test.kind === 'range') {
    const [low, high] = [value(test.low, place), value(test.high, place)]
    const inner = `(${comparison(test.lowIncluded ? '>=' : '>', tested, low, place).sql} AND ${comparison(test.highIncluded ? '<=' : '<', tested, high, place).sql})`
    if (low.type === 'null' || high.type === 'null' || low.type !== high.type) return outside('a range of different kinds')
    return `CASE WHEN ${comparison('>', low, high, place).sql} THEN NULL ELSE ${inner} END`
  }
  if (test.kind === 'unary') {
    const operand = value(test.operand, place)
    if (operand.type !== tested.type || tested.absent) return tested.absent ? nothing : outside('a test of another kind')
    if (test.op === '=') return sameValue(tested, operand)
    return test.op === '!=' ? `(NOT ${sameValue(tested, operand)})` : comparison(test.op, tested, operand, place).sql
  }
  if (test.kind === 'list') return test.items.length === 0 ? 'FALSE' : `(${test.items.map((item) => passes(tested, item, nullIsValue, place)).join(' OR ')})`
  const wanted = value(test, place)
  if (nullIsValue) {
    if (tested.absent) return nothing
    return wanted.type !== 'null' && wanted.type !== tested.type ? outside('a test of another kind') : sameValue(tested, wanted)
  }
  if (wanted.type === 'null' || tested.type === 'null') return nothing
  return wanted.type === tested.type ? `(${tested.sql} = ${wanted.sql})` : outside('a test of another kind')
}

const namesNull = (test: Expression): boolean => isNullLiteral(test) || (test.kind === 'list' && test.items.some(isNullLiteral))

/** `x in ("a", "b")` of fixed values of its own kind. */
const oneOf = (tested: Term, tests: readonly Expression[], place: Place): string | undefined => {
  const items = tests.flatMap((test) => (test.kind === 'list' ? test.items : [test]))
  if (items.length < 2 || !items.every(({ kind }) => kind === 'literal' || kind === 'temporal')) return undefined
  const values = items.map((item) => value(item, place))
  return values.every(({ type }) => type === tested.type) ? `(${tested.sql} IN (${values.map(({ sql }) => sql).join(', ')}))` : undefined
}

const membership = (expression: Of<'in'>, place: Place): Term => {
  const strict = strictly(place)
  const tested = value(expression.value, strict)
  const listed = oneOf(tested, expression.tests, strict)
  if (listed !== undefined) return truthTerm(listed)
  const tests = expression.tests.map((test) => (readsTestedValue(test) ? truth(test, inside(strict, { kind: 'tested', term: tested })).sql : passes(tested, test, namesNull(test), strict)))
  return truthTerm(`(${tests.join(' OR ')})`)
}

/** Lists written out are taken apart: `some x in ["a", "b"] satisfies f(x)` is `f("a") or f("b")`. */
const mostWritten = 50

const quantified = ({ kind, over, that }: Of<'some' | 'every'>, place: Place): Term => {
  const [step, another] = over
  if (!step || another || step.to) return outside('some or every over several lists')
  if (step.in.kind === 'list' && step.in.items.length <= mostWritten) {
    const parts = step.in.items.map((item) => truth(substitute(that, { name: ([first, ...rest]) => (first !== step.name ? undefined : rest.reduce<Expression>((of, name) => ({ kind: 'path', of, name }), item)) }), place).sql)
    return parts.length === 0 ? truthTerm(kind === 'some' ? 'FALSE' : 'TRUE') : truthTerm(`(${parts.join(kind === 'some' ? ' OR ' : ' AND ')})`)
  }
  return quantifier(rowsOf(step.in, strictly(place), compiled), step.name, that, kind === 'some', place, truthIn)
}

/** What is satisfied may be left out in part, where the whole may. */
const truthIn = (expression: Expression, place: Place): Term => truth(expression, place)
