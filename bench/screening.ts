// How long it takes to find everybody who is due one of fifty policies among ten million people, beside the same in SQL by hand, and one policy
// beside engines that judge record by record. `SCREENING_PEOPLE` makes the population smaller.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockAt } from '../server/testing/clock.ts'
import { test } from '../server/kernel/feel/compile.ts'
import type { Expression } from '../server/kernel/feel/expression.ts'
import { judge } from '../server/kernel/feel/judge.ts'
import { parse } from '../server/kernel/feel/parse.ts'
import { factScope } from '../server/kernel/feel-sql/facts.ts'
import { toFactsQuery } from '../server/kernel/feel-sql/facts-query.ts'
import { eligibilityOf, schemaOf } from '../server/modules/catalogue/index.ts'
import { openDuckdb, openSnapshot, screen, writePopulation, type Screened } from '../server/modules/populations/index.ts'
import { openPacks } from '../server/start/open-packs.ts'
import { installPeers, type Benchmark, type Subject } from './harness.ts'
import { byHand, day, fifty, single, twelve } from './screening/policies.ts'
import { feelinSubject, interpreterSubject, jsonRulesSubject, zenSubject, type Row } from './screening/peers.ts'

const { SCREENING_PEOPLE = '10000000', PACKS_DIR = './packs' } = process.env
const people = Number(SCREENING_PEOPLE)
const region = '440300'
const about = 'person'
/** Records for those who judge one at a time. */
const records = 20_000

const timed = async <T>(work: () => Promise<T> | T): Promise<{ seconds: number; result: T }> => {
  const started = performance.now()
  const result = await work()
  return { seconds: (performance.now() - started) / 1000, result }
}

const same = (ours: readonly Screened[], theirs: Readonly<Record<string, unknown>>): void => {
  for (const [at, { id, eligible, unknown }] of ours.entries()) {
    const hand = [Number(theirs[`y${at + 1}`]), Number(theirs[`u${at + 1}`])]
    if (eligible !== hand[0] || unknown !== hand[1]) throw new Error(`${id}: ${eligible} eligible and ${unknown} unknown, by hand ${hand.join(' and ')}`)
  }
}

export const screening: Benchmark = {
  name: 'screening',
  about: 'ten million people and fifty policies, beside SQL by hand, json-rules-engine, zen-engine and feelin',
  rounds: 5,
  subjects: async () => {
    installPeers()
    const folder = await mkdtemp(join(tmpdir(), 'tongban-screening-'))
    const packs = openPacks(PACKS_DIR, clockAt(`${day}T00:00:00Z`))
    const facts = packs.factsFor(region)
    const schema = schemaOf(facts)
    const policies = Object.values(packs.benefitsFor(region, day)).filter((each) => each.for === about).map((each) => ({ id: each.id, expression: eligibilityOf(each) }))
    const made = await timed(() => writePopulation({ people, seed: 1, on: day, folder, facts }))
    const fiftyPolicies = fifty(policies)
    const open = async () => {
      const engine = await openDuckdb({ memoryGb: 3 })
      const snapshot = await openSnapshot(engine, folder, schema, [about])
      return { engine, snapshot, target: { schema, about, dialect: 'duckdb' as const, on: day, absent: snapshot.absent } }
    }
    const shared = await open()
    const rowsFor = async (expressions: readonly Expression[], count: number) => shared.engine.rows(toFactsQuery(expressions, shared.target, `t."person.idNumber" IN (SELECT "person.idNumber" FROM person LIMIT ${count})`))
    const [someone = {}] = await rowsFor(fiftyPolicies.map(({ expression }) => expression), 1)
    const rule = parse(single)
    const rows = await rowsFor([rule], records)
    const eligibleOf = (some: readonly Row[]) => some.filter((row) => test(rule, factScope(schema, row, day)) === true).length
    const eligible = eligibleOf(rows)
    const few = rows.slice(0, 2000)
    const tongban: Subject = {
      subject: 'tongban',
      round: async () => {
        const all = await timed(async () => {
          const opened = await open()
          await screen(opened, fiftyPolicies)
          await opened.engine.close()
        })
        const one = await timed(() => fiftyPolicies.map(({ expression }) => judge(expression, factScope(schema, someone, day))))
        return [
          { metric: `${people / 1e6} million × 50 policies`, unit: 's', value: all.seconds }, { metric: 'one person × 50 with reasons', unit: 'ms', value: one.seconds * 1000 },
          { metric: 'most memory of the process', unit: 'MB', value: process.resourceUsage().maxRSS / 1024 }, { metric: 'making the population', unit: 's', value: made.seconds },
        ]
      },
      close: async () => {
        await shared.engine.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
    const metric = `${people / 1e6} million × 12 policies`
    const ours: Subject = {
      subject: 'SQL made from FEEL',
      round: async () => [{ metric, unit: 's', value: (await timed(() => screen(shared, twelve))).seconds }],
      close: async () => {},
    }
    let isSame = false
    const hand: Subject = {
      subject: 'SQL by hand',
      round: async () => {
        const { seconds, result } = await timed(async () => (await shared.engine.rows(byHand))[0] ?? {})
        if (!isSame) same(await screen(shared, twelve), result)
        isSame = true
        return [{ metric, unit: 's', value: seconds }]
      },
      close: async () => {},
    }
    return [ours, hand, interpreterSubject(rows, eligible, schema), jsonRulesSubject(rows, eligible), zenSubject(rows, eligible), feelinSubject(few, eligibleOf(few)), tongban]
  },
}
