// The same 500 conditions in two peers, evaluated after one changed answer. They do less: which fields are needed, and nothing of
// sources, documents, days or savings.
import { createRequire } from 'node:module'
import type { Subject } from '../harness.ts'
import type { Answers } from '../../server/modules/planning/index.ts'
import { answers, changed, conditional, conditionOf, conditions, middle, textOf } from './matter.ts'

/** The parts of the peers' interfaces used here: types must check where they are not installed. Sources: their documentation. */
type Feelin = { evaluate: (expression: string, context: Record<string, unknown>) => unknown }
type Engine = { addRule(rule: unknown): Engine; run(facts: Record<string, unknown>): Promise<{ events: unknown[] }> }
type JsonRulesEngine = { Engine: new (rules: unknown[], options: { allowUndefinedFacts: boolean }) => Engine }

const require = createRequire(import.meta.url)

const given = answers()
const all = conditional(conditions).map(conditionOf)
const metric = '500 conditions after one answer'

const timesOf = async (count: number, first: number, work: (values: Answers) => Promise<void> | void): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const values = changed(given, first + n)
    const start = performance.now()
    await work(values)
    times.push(performance.now() - start)
  }
  return middle(times)
}

/** Names without dots: the engine reads a dot as a path. */
const flat = (values: Answers): Record<string, unknown> => Object.fromEntries(Object.entries(values).map(([id, value]) => [id.replace('.', '_'), value]))

export const jsonRulesSubject = (): Subject => {
  const { Engine } = require('json-rules-engine') as JsonRulesEngine
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const [at, { flag, first, more, second, equal }] of all.entries()) {
    const fact = (id: string, operator: string, value: unknown) => ({ fact: id.replace('.', '_'), operator, value })
    engine.addRule({ event: { type: `needed-${at}` }, conditions: { any: [{ all: [fact(flag, 'equal', true), fact(first, 'greaterThan', more)] }, fact(second, 'equal', equal)] } })
  }
  let done = 0
  return {
    subject: 'json-rules-engine',
    round: async () => {
      const value = await timesOf(20, done, async (values) => void (await engine.run(flat(values))))
      done += 20
      return [{ metric, unit: 'ms', value }]
    },
    close: async () => {},
  }
}

export const feelinSubject = (): Subject => {
  const { evaluate } = require('feelin') as Feelin
  const texts = all.map((condition) => textOf(condition).replaceAll(/(s\d)\.(f\d+)/g, '$1_$2'))
  let done = 0
  return {
    subject: 'feelin',
    round: async () => {
      const value = await timesOf(5, done, (values) => {
        const context = flat(values)
        for (const text of texts) evaluate(text, context)
      })
      done += 5
      return [{ metric, unit: 'ms', value }]
    },
    close: async () => {},
  }
}
