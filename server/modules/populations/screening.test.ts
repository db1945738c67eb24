// An invented population, and policies judged over all of it: counts, missing columns, people who stand there twice, parts SQL cannot say.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../tools/test-database.ts'
import { test } from '../../kernel/feel/compile.ts'
import { parse } from '../../kernel/feel/parse.ts'
import { quoteText } from '../../kernel/feel-sql/dialect.ts'
import { factScope } from '../../kernel/feel-sql/facts.ts'
import { toFactsQuery } from '../../kernel/feel-sql/facts-query.ts'
import { sqlTypeOf } from '../../kernel/feel-sql/resolve.ts'
import { schemaOf, type ConceptType, type Fact } from '../catalogue/index.ts'
import { openDuckdb } from './duckdb.ts'
import type { Engine } from './engine.ts'
import { openPostgres } from './postgres.ts'
import { listDue, sampleOf, screen } from './screening.ts'
import { openSnapshot, PopulationRefused } from './snapshot.ts'
import { writePopulation } from './writing.ts'

const fact = (concept: string, type: ConceptType, more: Partial<Fact> = {}): Fact => ({ concept, name: { 'zh-CN': concept }, type, field: concept, ...more })
const facts: Fact[] = [
  fact('person.idNumber', 'idNumber'), fact('person.birthDate', 'date'), fact('person.householdRegion', 'region'), fact('person.householdNumber', 'text'), fact('person.disabilityGrade', 'choice'),
  fact('person.deceasedOn', 'date'), fact('person.spouseIdNumber', 'idNumber'), fact('person.employer', 'uscc'), fact('household.number', 'text'), fact('household.size', 'integer'), fact('household.monthlyIncome', 'money'),
  fact('household.members', 'text', { many: 'person', by: 'person.householdNumber' }), fact('company.creditCode', 'uscc'), fact('company.employees', 'text', { many: 'person', by: 'person.employer' }),
]
const schema = schemaOf(facts)
const on = '2026-11-01'

let folder: string
let duckdb: Engine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-population-'))
  duckdb = await openDuckdb({ memoryGb: 1, threads: 2 })
  await writePopulation({ people: 1200, seed: 7, on, folder: folder, facts }, { memoryGb: 1, threads: 2 })
})
afterAll(async () => {
  await duckdb.close()
  await rm(folder, { recursive: true, force: true })
})

const opened = async (place = folder, about = 'person') => {
  const other = await openDuckdb({ memoryGb: 1, threads: 2 })
  const snapshot = await openSnapshot(other, place, schema, [about])
  return { engine: other, snapshot, target: { schema, about, dialect: 'duckdb' as const, on, absent: snapshot.absent }, close: other.close }
}
const condition = (text: string) => ({ id: text, expression: parse(text) })
const copy = (sql: string, file: string) => duckdb.run(`COPY (${sql}) TO '${join(folder, file)}'`)
const people = () => `read_parquet('${join(folder, 'person.parquet')}')`

describe('an invented population', () => {
  it('is the same for the same seed and another for another', async () => {
    const digests: unknown[] = []
    for (const seed of [7, 7, 8]) {
      const place = await mkdtemp(join(folder, 'again-'))
      await writePopulation({ people: 1200, seed, on, folder: place, facts }, { memoryGb: 1, threads: 2 })
      digests.push(await duckdb.rows(`SELECT sum(hash(p)) AS s FROM read_parquet('${join(place, 'person.parquet')}') p`))
    }
    expect(digests[0]).toEqual(digests[1])
    expect(digests[0]).not.toEqual(digests[2])
  })

  it('gives every person a number of the right form, once, and a household that is there', async () => {
    const rows = await duckdb.rows(`SELECT "person.idNumber" AS number, CAST("person.birthDate" AS VARCHAR) AS born, "person.householdNumber" AS household FROM ${people()}`)
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    for (const { number, born } of rows) {
      const text = String(number)
      expect(text.slice(6, 14)).toBe(String(born).replaceAll('-', ''))
      expect('10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11]).toBe(text[17])
    }
    expect(new Set(rows.map(({ number }) => number)).size).toBe(1200)
    const households = await duckdb.rows(`SELECT "household.number" AS number FROM read_parquet('${join(folder, 'household.parquet')}')`)
    const known = new Set(households.map(({ number }) => number))
    expect(rows.every(({ household }) => known.has(household))).toBe(true)
  })
})

describe('a screening', () => {
  const conditions = [
    'person.birthDate <= today - duration("P80Y") and starts with(person.householdRegion, "44")',
    'household.monthlyIncome / household.size < 150000 and person.deceasedOn = null',
    'some m in household.members satisfies m.disabilityGrade in ("1", "2") and m.birthDate < person.birthDate',
    'count(household.members[item.disabilityGrade in ("1", "2")]) >= 1',
    'person.birthDate <= today - duration("P80Y") and upper case(person.disabilityGrade) = "NONE"',
    'household.monthlyIncome / (household.size - household.size) > 0',
  ].map(condition)

  it('counts for each policy what the interpreter finds row by row', async () => {
    const screening = await opened()
    const results = await screen(screening, conditions)
    const rows = await screening.engine.rows(toFactsQuery(conditions.map(({ expression }) => expression), screening.target))
    for (const [at, { expression }] of conditions.entries()) {
      const verdicts = rows.map((row) => test(expression, factScope(schema, row, on)))
      const expected = { eligible: verdicts.filter((verdict) => verdict === true).length, unknown: verdicts.filter((verdict) => verdict === null).length, ineligible: verdicts.filter((verdict) => verdict === false).length }
      expect(results[at]).toMatchObject({ rows: 1200, ...expected })
    }
    await screening.engine.close()
  })

  it('reads of the items of a list what is named, and nothing where they are only counted', async () => {
    const screening = await opened()
    const membersOf = async (rule: string) => JSON.stringify(await screening.engine.rows(`SELECT * FROM (${toFactsQuery([condition(rule).expression], screening.target)}) q LIMIT 20`))
    expect(await membersOf('count(household.members) > 1')).not.toMatch(/idNumber|name"/)
    expect(await membersOf('count(household.members[item.disabilityGrade = "1"]) > 1')).toContain('disabilityGrade')
    await screening.engine.close()
  })

  it('says which part SQL cannot express, and sends only the rows it leaves open to the interpreter', async () => {
    const screening = await opened()
    const [result] = await screen(screening, conditions.slice(4, 5))
    expect(result).toMatchObject({ outside: ['the function upper case'] })
    expect(result?.byInterpreter).toBeGreaterThan(0)
    expect(result?.byInterpreter).toBeLessThan(300)
    await screening.engine.close()
  })

  it('lists everybody who is due something, also those the interpreter found', async () => {
    const screening = await opened()
    const counts = new Map<string, number>()
    for await (const batch of listDue(screening, conditions)) for (const { policy } of batch) counts.set(policy, (counts.get(policy) ?? 0) + 1)
    for (const { id, eligible } of await screen(screening, conditions)) expect(counts.get(id) ?? 0).toBe(eligible)
    await screening.engine.close()
  })

  it('takes a division by zero as not known', async () => {
    const screening = await opened()
    expect((await screen(screening, conditions.slice(5)))[0]).toMatchObject({ eligible: 0, unknown: 1200, ineligible: 0 })
    await screening.engine.close()
  })

  it('names a column the registry did not send, and knows of nobody that they are alive', async () => {
    await copy(`SELECT * EXCLUDE ("person.deceasedOn") FROM ${people()}`, 'without.parquet')
    const screening = await opened(join(folder, 'without.parquet'))
    expect((await screen(screening, [condition('person.deceasedOn = null')]))[0]).toMatchObject({ eligible: 0, unknown: 1200, missing: ['person.deceasedOn'] })
    expect((await screen(screening, [condition('person.deceasedOn = null and upper case(person.disabilityGrade) = "NONE"')]))[0]).toMatchObject({ eligible: 0 })
    expect((await screen(screening, [condition('household.size > 2')]))[0]).toMatchObject({ unknown: 1200, missing: ['household.size'] })
    expect((await screen(screening, [condition('count(household.members) > 1')]))[0]).toMatchObject({ missing: [], unknown: 0 })
    await screening.engine.close()
  })

  it('leaves people who stand there twice unknown, and says how many they are', async () => {
    await copy(`SELECT * FROM ${people()} UNION ALL (SELECT * FROM ${people()} ORDER BY "person.idNumber" LIMIT 3)`, 'twice.parquet')
    const screening = await opened(join(folder, 'twice.parquet'))
    expect(screening.snapshot.duplicated).toEqual({ person: 3 })
    expect((await screen(screening, [condition('person.idNumber != null')]))[0]).toMatchObject({ rows: 1200, eligible: 1197, unknown: 3, ineligible: 0 })
    await screening.engine.close()
  })

  it('reads CSV, where an empty field or a day that does not exist is not known', async () => {
    await copy(`SELECT "person.idNumber", CASE WHEN row_number() OVER () = 1 THEN '2026-02-30' WHEN row_number() OVER () = 2 THEN '' ELSE '1940-01-01' END AS "person.birthDate" FROM ${people()}`, 'people.csv')
    const screening = await opened(join(folder, 'people.csv'))
    expect((await screen(screening, [condition('person.birthDate <= today - duration("P80Y")')]))[0]).toMatchObject({ eligible: 1198, unknown: 2 })
    await screening.engine.close()
  })

  it('explains one of each verdict with the reasons', async () => {
    const screening = await opened()
    const samples = await sampleOf(screening, condition('person.birthDate <= today - duration("P80Y") and starts with(person.householdRegion, "44")'), { title: (concept) => (concept === 'person.birthDate' ? { 'zh-CN': '出生日期' } : undefined) })
    expect(samples.map(({ verdict }) => verdict).sort()).toEqual(['no', 'yes'])
    expect(samples[0]?.reasons[0]?.says['zh-CN']).toMatch(/^出生日期不晚于 80 年前——(不?符合)（出生日期：\d{4}-\d\d-\d\d）$/)
    await screening.engine.close()
  })

  it('screens companies by what is known of their employees', async () => {
    const screening = await opened(folder, 'company')
    const [result] = await screen(screening, [condition('some e in company.employees satisfies e.birthDate > today - duration("P30Y")')])
    expect(result?.rows).toBe(100)
    expect(result?.eligible).toBeGreaterThan(10)
    expect((result?.eligible ?? 0) + (result?.ineligible ?? 0)).toBe(100)
    await screening.engine.close()
  })

  it('finds in PostgreSQL what it finds in the files', async () => {
    const database = await createTestDatabase()
    const engine = openPostgres(database.url)
    for (const { name, columns } of Object.values(schema)) {
      const rows = await duckdb.rows(`SELECT ${Object.keys(columns).map((column) => `CAST("${column}" AS VARCHAR) AS "${column}"`).join(', ')} FROM read_parquet('${join(folder, name)}.parquet')`)
      await engine.run(`CREATE TABLE ${name} (${Object.entries(columns).map(([column, type]) => `"${column}" ${sqlTypeOf(type)}`).join(', ')})`)
      await engine.run(`INSERT INTO ${name} VALUES ${rows.map((row) => `(${Object.keys(columns).map((column) => (row[column] === null ? 'NULL' : quoteText(String(row[column])))).join(', ')})`).join(', ')}`)
    }
    const [files, snapshot] = [await opened(), await openSnapshot(engine, database.url, schema, ['person'])]
    const there = await screen({ engine, snapshot, target: { schema, about: 'person', dialect: 'postgres', on, absent: snapshot.absent } }, conditions)
    expect(there).toEqual(await screen(files, conditions))
    await Promise.all([engine.close(), files.engine.close()])
    await database.drop()
  })

  it('refuses what is no population', async () => {
    await expect(opened(join(folder, 'nowhere'))).rejects.toThrow(PopulationRefused)
    await copy('SELECT 1 AS a', 'other.parquet')
    await expect(opened(join(folder, 'other.parquet'))).rejects.toThrow('person.idNumber')
  })
})
