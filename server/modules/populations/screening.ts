// Who is due what: every condition over every row, in one pass. Rows that SQL leaves open for a condition it cannot say in full go to the interpreter.
import { test } from '../../kernel/feel/compile.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import { judge, verdictOf, type Judgement, type Verdict } from '../../kernel/feel/judge.ts'
import type { RuleWords } from '../../kernel/feel/rule-words.ts'
import { factScope } from '../../kernel/feel-sql/facts.ts'
import { quoteText } from '../../kernel/feel-sql/dialect.ts'
import { toFactsQuery } from '../../kernel/feel-sql/facts-query.ts'
import { toQuery, type CompiledCondition, type SqlTarget } from '../../kernel/feel-sql/query.ts'
import type { Engine } from './engine.ts'
import type { Snapshot } from './snapshot.ts'

export type Screened = {
  id: string
  /** people or companies; each is one of the three that follow */
  rows: number
  eligible: number
  unknown: number
  ineligible: number
  /** facts the condition reads that the population does not have */
  missing: string[]
  /** parts SQL cannot say, and how many rows the interpreter settled because of them */
  outside: string[]
  byInterpreter: number
}

export type ScreenedCondition = { id: string; expression: Expression }
export type Screening = { engine: Engine; snapshot: Snapshot; target: SqlTarget }

/** What the interpreter found in the rows SQL leaves open; `due` are their keys. */
type Interpreted = { due: string[]; unknown: number; rows: number }

const byInterpreter = async ({ engine, target }: Screening, { id, column, left, missing }: CompiledCondition, expression: Expression, sql: string): Promise<Interpreted> => {
  const found: Interpreted = { due: [], unknown: 0, rows: 0 }
  if (left.length === 0) return found
  await engine.run('DROP TABLE IF EXISTS open_rows')
  await engine.run(`CREATE TEMP TABLE open_rows AS SELECT subject FROM (${sql}) judged WHERE ${column} IS NULL`)
  const key = `t."${target.schema[target.about]?.key ?? id}"`
  for await (const rows of engine.batches(toFactsQuery([expression], target, `${key} IN (SELECT subject FROM open_rows)`))) {
    for (const { subject, ...facts } of rows) {
      const scope = factScope(target.schema, facts, target.on)
      // Only judge knows a fact that is not there from one that is null.
      const verdict = missing.length > 0 ? judge(expression, scope).verdict : verdictOf(test(expression, scope))
      found.rows += 1
      if (verdict === 'yes') found.due.push(String(subject))
      if (verdict === 'unknown') found.unknown += 1
    }
  }
  return found
}

/** Counts for each condition; people who stand in the population twice are unknown to all of them. */
export const screen = async (screening: Screening, conditions: readonly ScreenedCondition[]): Promise<Screened[]> => {
  const { engine, snapshot, target } = screening
  const query = toQuery(conditions, target)
  const counted = query.conditions.map(({ column }) => `coalesce(sum(CAST(${column} AS INTEGER)), 0) AS y_${column}, count(*) - count(${column}) AS u_${column}`)
  const [totals = {}] = await engine.rows(`SELECT ${['count(*) AS n', ...counted].join(', ')} FROM (${query.sql}) judged`)
  const twice = snapshot.duplicated[target.about] ?? 0
  const results: Screened[] = []
  for (const [at, condition] of query.conditions.entries()) {
    const { id, column, left, missing } = condition
    const expression = conditions[at]?.expression
    if (!expression) continue
    const more = await byInterpreter(screening, condition, expression, query.sql)
    const rows = Number(totals['n']) + twice
    const eligible = Number(totals[`y_${column}`]) + more.due.length
    const unknown = Number(totals[`u_${column}`]) - more.rows + more.unknown + twice
    results.push({ id, rows, eligible, unknown, ineligible: rows - eligible - unknown, missing, outside: left, byInterpreter: more.rows })
  }
  return results
}

export type Due = { subject: string; policy: string }

/** Everybody who is due something, in batches, each with one policy a row; in no order. */
export const listDue = async function* (screening: Screening, conditions: readonly ScreenedCondition[]): AsyncGenerator<Due[]> {
  const { engine, target } = screening
  const query = toQuery(conditions, target)
  const pairs = query.conditions.map(({ id, column }) => `(${quoteText(id)}, ${column})`).join(', ')
  for await (const rows of engine.batches(`SELECT subject, policy FROM (${query.sql}) judged CROSS JOIN LATERAL (VALUES ${pairs}) v(policy, due) WHERE due AND subject IS NOT NULL`)) {
    yield rows.map(({ subject, policy }) => ({ subject: String(subject), policy: String(policy) }))
  }
  for (const [at, condition] of query.conditions.entries()) {
    const expression = conditions[at]?.expression
    if (expression && condition.left.length > 0) yield (await byInterpreter(screening, condition, expression, query.sql)).due.map((subject) => ({ subject, policy: condition.id }))
  }
}

export type Sample = { subject: string; verdict: Verdict } & Pick<Judgement, 'missing' | 'reasons'>

/** The first of each verdict, by number, with the reasons. */
export const sampleOf = async ({ engine, target }: Screening, { id, expression }: ScreenedCondition, words: RuleWords): Promise<Sample[]> => {
  const query = toQuery([{ id, expression }], target)
  const column = query.conditions[0]?.column ?? ''
  const [found = {}] = await engine.rows(`SELECT min(subject) FILTER (WHERE ${column}) AS yes, min(subject) FILTER (WHERE NOT ${column}) AS no, min(subject) FILTER (WHERE ${column} IS NULL) AS unknown FROM (${query.sql}) judged`)
  const subjects = Object.values(found).filter((subject) => typeof subject === 'string')
  if (subjects.length === 0) return []
  const rows = await engine.rows(toFactsQuery([expression], target, `t."${target.schema[target.about]?.key ?? id}" IN (${subjects.map(quoteText).join(', ')})`))
  return rows.map(({ subject, ...facts }) => ({ subject: String(subject), ...judge(expression, factScope(target.schema, facts, target.on), words) }))
}
