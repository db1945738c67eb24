// One policy judged person by person by engines that know no SQL, and by our own interpreter: records a second.
import { createRequire } from 'node:module'
import { compile } from '../../server/kernel/feel/compile.ts'
import { parse } from '../../server/kernel/feel/parse.ts'
import { factScope } from '../../server/kernel/feel-sql/facts.ts'
import type { FactSchema } from '../../server/kernel/feel-sql/schema.ts'
import type { Subject } from '../harness.ts'
import { day, single } from './policies.ts'

/** A row of the population, as JSON. */
export type Row = Readonly<Record<string, unknown>>

/** The parts of the peers' interfaces used here: types must check where they are not installed. Sources: their documentation. */
type Feelin = { evaluate: (expression: string, context: Record<string, unknown>) => { value: unknown } }
type JsonRules = { Engine: new (rules: unknown[], options: { allowUndefinedFacts: boolean }) => { addRule(rule: unknown): void; addOperator(name: string, operator: (fact: unknown, value: unknown) => boolean): void; run(facts: Record<string, unknown>): Promise<{ events: unknown[] }> } }
type Zen = { ZenEngine: new () => { createDecision(content: unknown): { evaluate(context: unknown): Promise<{ result: unknown }>; } } }

const require = createRequire(import.meta.url)
const metric = 'one policy, records judged'

/** Names without dots: the peers read a dot as a path. */
const flat = (row: Row): Record<string, unknown> => Object.fromEntries(Object.entries(row).map(([concept, value]) => [concept.replace('.', '_'), value ?? null]))
/** Sixty years before the day. */
const latestBirth = `${Number(day.slice(0, 4)) - 60}${day.slice(4)}`

/** @param eligible what must come out, or the peer did not judge the same policy */
const subjectOf = (subject: string, rows: readonly Row[], eligible: number, judge: (row: Row) => boolean | Promise<boolean>): Subject => ({
  subject,
  round: async () => {
    const started = performance.now()
    let found = 0
    for (const row of rows) {
      const verdict = judge(row)
      if (typeof verdict === 'boolean' ? verdict : await verdict) found += 1
    }
    if (found !== eligible) throw new Error(`${found} eligible, ${eligible} expected`)
    return [{ metric, unit: 'records/s', value: (rows.length / (performance.now() - started)) * 1000 }]
  },
  close: async () => {},
})

export const interpreterSubject = (rows: readonly Row[], eligible: number, schema: FactSchema): Subject => {
  const rule = compile(parse(single), 'open')
  return subjectOf('tongban, row by row', rows, eligible, (row) => rule(factScope(schema, row, day)) === true)
}

export const jsonRulesSubject = (rows: readonly Row[], eligible: number): Subject => {
  const { Engine } = require('json-rules-engine') as JsonRules
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator('startsWith', (fact, value) => typeof fact === 'string' && fact.startsWith(String(value)))
  engine.addOperator('onOrBefore', (fact, value) => typeof fact === 'string' && fact <= String(value))
  const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })
  engine.addRule({ event: { type: 'eligible' }, conditions: { all: [fact('person_householdRegion', 'startsWith', '44'), fact('person_birthDate', 'onOrBefore', latestBirth), fact('person_disabilityGrade', 'in', ['1', '2']), fact('person_assistanceKind', 'in', ['minimum', 'extreme-poverty'])] } })
  return subjectOf('json-rules-engine', rows, eligible, async (row) => (await engine.run(flat(row))).events.length > 0)
}

export const feelinSubject = (rows: readonly Row[], eligible: number): Subject => {
  const { evaluate } = require('feelin') as Feelin
  const text = single.replaceAll('person.', 'person_').replaceAll('person_birthDate', 'date(person_birthDate)').replace('today', `date("${day}")`)
  return subjectOf('feelin', rows, eligible, (row) => evaluate(text, flat(row)).value === true)
}

export const zenSubject = (rows: readonly Row[], eligible: number): Subject => {
  const { ZenEngine } = require('@gorules/zen-engine') as Zen
  const when = `startsWith(person_householdRegion, "44") and d(person_birthDate) <= d("${latestBirth}") and person_disabilityGrade in ["1", "2"] and person_assistanceKind in ["minimum", "extreme-poverty"]`
  const node = (id: string, type: string, content?: unknown) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content === undefined ? {} : { content }) })
  const decision = new ZenEngine().createDecision({
    nodes: [node('in', 'inputNode'), node('rule', 'expressionNode', { expressions: [{ id: 'e', key: 'eligible', value: when }] }), node('out', 'outputNode')],
    edges: [{ id: 'a', sourceId: 'in', targetId: 'rule', type: 'edge' }, { id: 'b', sourceId: 'rule', targetId: 'out', type: 'edge' }],
  })
  return subjectOf('zen-engine', rows, eligible, async (row) => ((await decision.evaluate(flat(row))).result as { eligible?: unknown }).eligible === true)
}
