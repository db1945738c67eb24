// The guard of query plans: with many cases in the database, everything officials and residents do, and every periodic sweep, finds its
// rows by an index. A statement that would read a whole table that grows is named here, with its plan.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../server/kernel/db.ts'
import { plainDate, systemClock } from '../../server/kernel/clock.ts'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { loadPacks } from '../../server/modules/catalogue/index.ts'
import { modules } from '../../server/modules/index.ts'
import { startTestApp, type TestApp } from '../../server/testing/app.ts'
import { ofStores } from '../../server/testing/query-plans.ts'
import { fillWithCases } from '../../tools/many-cases.ts'
import { lines, writePack } from '../matters/matter-of-14.ts'
import { cityFiles, cityRegion, districts, permitAnswers, permitMatter } from './city.ts'
import { newOfficial, newResident, type User } from './people.ts'
import { applyFor, makeTemplates } from './templates.ts'

const growing = ['applications', 'cases', 'case_moments', 'results', 'messages', 'people']
const home = districts[0] ?? ''
const line = lines[0] ?? ''

let folder: string
let test: TestApp
let db: Database
let recording = false
const statements = new Map<string, readonly unknown[]>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-plans-'))
  const packs = loadPacks(await writePack(join(folder, 'bench'), cityFiles()), { on: plainDate(systemClock.now()) })
  test = await startTestApp({
    packs, listen: true, environment: { REGION: cityRegion },
    onStatement: (text, parameters) => {
      if (recording && !statements.has(text)) statements.set(text, [...parameters])
    },
  })
  db = openDatabase({ url: test.databaseUrl, connections: 2 })
  const officials = new Map<string, User>()
  for (const each of lines) officials.set(each, await newOfficial(db, test.app.config.publicUrl, [{ role: 'clerk', region: home, line: each }, { role: 'approver', region: home, line: each }]))
  const resident = () => newResident(db, test.app.config.publicUrl, home)
  const templates = await makeTemplates(resident, (each) => officials.get(each) ?? fail(each), home)
  await fillWithCases(test.databaseUrl, { cases: 20_000, templates, open: 1_000, regions: districts, people: 8_000, seed: 0.42 })
})
afterAll(async () => {
  await db.close()
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

const fail = (what: string): never => {
  throw new Error(`nobody for ${what}`)
}

type Explained = { Plan: Node }
type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }

const wholeTables = (node: Node): string[] => [
  ...(node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? '') ? [node['Relation Name'] ?? ''] : []), ...(node.Plans ?? []).flatMap(wholeTables),
]

/** Statements recorded while `work` ran that read a whole table. */
const readingWholeTables = async (work: () => Promise<void>): Promise<string[]> => {
  statements.clear()
  recording = true
  await work().finally(() => (recording = false))
  const sql = connect(test.databaseUrl, { max: 1, onnotice: () => {} })
  const found: string[] = []
  for (const [text, parameters] of ofStores(statements)) {
    const [row] = await sql.unsafe<{ 'QUERY PLAN': Explained[] }[]>(`explain (format json) ${text}`, [...parameters] as never[])
    const tables = row?.['QUERY PLAN'].flatMap(({ Plan }) => wholeTables(Plan)) ?? []
    if (tables.length > 0) found.push(`${tables.join(', ')}: ${text.replaceAll(/\s+/g, ' ').slice(0, 400)}`)
  }
  await sql.end()
  expect(statements.size).toBeGreaterThan(0)
  return found
}

const postings = [{ role: 'clerk', region: home, line }, { role: 'approver', region: home, line }, { role: 'supervisor', region: cityRegion, line: null }] as const

/** Every page asks one of these; what is not for this reader is refused before anything is read. */
const questions = modules.flatMap(({ routes }) => routes).filter(({ method, path }) => method === 'GET' && !path.includes(':'))

it('officials read their queues, lists and pages by indexes', { timeout: 120_000 }, async () => {
  const official = await newOfficial(db, test.app.config.publicUrl, postings)
  const found = await readingWholeTables(async () => {
    for (const view of ['mine', 'unclaimed', 'dueSoon', 'supplement', 'all', 'overdue', 'any']) await official.ask('GET', `/cases?view=${view}&limit=50`)
    await official.ask('GET', `/cases?view=all&matter=${permitMatter}-${line}&region=${home}&line=${line}`)
    for (const { path } of questions) await official.ask('GET', path)
  })
  expect(found).toEqual([])
})

it('officials open a case and act on it by indexes', { timeout: 120_000 }, async () => {
  const official = await newOfficial(db, test.app.config.publicUrl, postings.slice(0, 2))
  const found = await readingWholeTables(async () => {
    const { body } = await official.ask('GET', '/cases?view=unclaimed&limit=1')
    const id = (body as { cases: { id: string }[] }).cases[0]?.id ?? fail('case')
    for (const [action, more] of [['claim', {}], ['accept', {}], ['grant', { opinion: '符合条件' }]] as const) {
      const { revision } = (await official.ask('GET', `/cases/${id}`)).body as { revision: number }
      await official.ask('POST', `/cases/${id}/${action}`, { revision, ...more })
    }
  })
  expect(found).toEqual([])
})

it('residents apply, follow and read their messages by indexes', { timeout: 120_000 }, async () => {
  const resident = await newResident(db, test.app.config.publicUrl, home)
  const found = await readingWholeTables(async () => {
    const { id } = await applyFor(resident, `${permitMatter}-${line}`, permitAnswers(home), home)
    for (const path of [`/applications/${id}`, ...questions.map((each) => each.path)]) await resident.ask('GET', path)
    await resident.ask('POST', `/applications/${id}/withdraw`, {})
  })
  expect(found).toEqual([])
})

it('periodic sweeps find what is due by indexes', { timeout: 120_000 }, async () => {
  const found = await readingWholeTables(async () => {
    for (const { run } of modules.flatMap((each) => each.jobs?.(test.app) ?? []).filter(({ cron }) => cron !== undefined)) await run({})
  })
  expect(found).toEqual([])
})
