// A connector to a view of a real PostgreSQL database: what it finds, that it can only read, and what is wrong when it cannot.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadOnly } from '../../kernel/db.ts'
import { createTestDatabase, runStatement, type TestDatabase } from '../../../tools/test-database.ts'
import type { PostgresDefinition } from './connector-definition.ts'
import { readDefinitions } from './definition-files.ts'
import { postgresSource } from './postgres-source.ts'
import { referencesIn } from './secrets.ts'
import { asking, folderWith, question } from './testing.ts'

let database: TestDatabase
let reading = ''
const role = `reader_${randomBytes(4).toString('hex')}`
const opened: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await runStatement(database.url, `
    create schema hr;
    create table hr.employment (id serial primary key, sfzh char(18) not null, unit text, months int, since date, changed timestamptz, secret text);
    insert into hr.employment (sfzh, unit, months, since, changed, secret) values
      ('43010420030514998X', '示例公司', 4, '2026-07-01', '2026-11-20T08:00:00+08:00', 'not to be seen'),
      ('440305199102199980', '甲公司', 12, '2020-01-01', now(), ''), ('440305199102199980', '乙公司', 1, '2026-01-01', now(), '');
    insert into hr.employment (sfzh, unit, months) select '44030519800101' || lpad(n::text, 4, '0'), 'x', n from generate_series(1, 20) n;
    create view hr."在职" as select sfzh, unit as "单位 名称", months, since, changed from hr.employment;
    create role ${role} login password 'reading'; grant usage on schema hr to ${role}; grant select on hr."在职" to ${role}`)
  const url = new URL(database.url)
  Object.assign(url, { username: role, password: 'reading' })
  reading = url.href
})
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()))
  const url = database.url
  await runStatement(url, `drop owned by ${role}; drop role ${role}`)
  await database.drop()
})

const file = `
registry: skills
kind: postgres
connection: {env: SKILLS_DATABASE}
view: hr.在职
keys: {idNumber: sfzh}
asOf: changed
fields:
  employer: 单位 名称
  insuredMonths: {from: months, as: integer}
  since: {from: since, as: date}
  label: = string(months) + " 个月"
`
const source = async (change: (text: string) => string = (text) => text, url = reading) => {
  const folder = await folderWith({ 'skills.yaml': change(file) })
  const [read] = await readDefinitions(folder)
  if (!read?.definition) throw new Error(JSON.stringify(read?.errors))
  const made = postgresSource(read.definition as PostgresDefinition, { references: referencesIn(folder, { SKILLS_DATABASE: url }), now: () => new Date('2026-11-22T02:00:00Z'), complain: () => {} })
  opened.push(made)
  return made
}

describe('a view', () => {
  it('answers in the fields of the registry, with the moment its record was changed', async () => {
    expect(await (await source()).ask(question({ idNumber: '43010420030514998X' }, 'employer', 'insuredMonths', 'since', 'label'), asking())).toEqual({
      kind: 'found', record: { employer: '示例公司', insuredMonths: 4, since: '2026-07-01', label: '4 个月' }, asOf: '2026-11-20T00:00:00.000Z', subject: { idNumber: '43010420030514998X' },
    })
  })

  it('is asked for the number as it is, whatever it says', async () => {
    expect(await (await source()).ask(question({ idNumber: "x' or '1'='1" }, 'employer'), asking())).toEqual({ kind: 'noRecord' })
  })

  it('with several records of one number is refused unless the file says where they go', async () => {
    const several = question({ idNumber: '440305199102199980' }, 'employer', 'jobs')
    expect(await (await source()).ask(several, asking())).toEqual({ kind: 'unavailable', why: '2 records were found where one is expected' })
    expect(await (await source((text) => `${text}list: jobs\n`)).ask(several, asking())).toMatchObject({ record: { jobs: [{ employer: '甲公司' }, { employer: '乙公司' }] } })
  })

  it('can only be read, even by a role that may write, and only for so long', async () => {
    const { read, close } = openReadOnly({ url: database.url, connections: 1, timeLimitMs: 300 })
    opened.push({ close })
    await expect(read`update hr.employment set unit = 'other'`).rejects.toMatchObject({ code: '25006' })
    await expect(read`select pg_sleep(5)`).rejects.toMatchObject({ code: '57014' })
  })
})

describe('a connector file that does not fit', () => {
  const wrong: readonly [string, (text: string) => string, string][] = [
    ['its view is not there', (text) => text.replace('hr.在职', 'hr.nobody'), 'there is no table or view hr.nobody, or the role may not see it'],
    ['a column is not there', (text) => text.replace('sfzh}', 'zjhm}'), 'hr.在职 has no column zjhm'],
    ['it asks for a table its role may not read', (text) => text.replace('hr.在职', 'hr.employment').replace('单位 名称', 'secret'), ''],
  ]
  it.each(wrong)('because %s is told so', async (_, change, why) => {
    const made = await source(change)
    const [problem = ''] = await made.problems()
    expect(problem).toBe(why)
    if (why === '') expect(await made.ask(question({ idNumber: '43010420030514998X' }, 'employer'), asking())).toEqual({ kind: 'unavailable', why: 'the role may not read it' })
  })

  it('because its role may write is told so', async () => {
    expect(await (await source(undefined, database.url)).problems()).toEqual(['the role may write to hr.在职; use one that may only read'])
  })

  it('because the database is away says that, and not what was asked', async () => {
    const gone = new URL(reading)
    gone.port = '1'
    expect(await (await source(undefined, gone.href)).ask(question({ idNumber: '1' }, 'employer'), asking())).toEqual({ kind: 'unavailable', why: 'the database cannot be reached' })
  })
})

describe('a batch', () => {
  it('brings every row once, also those that share a number across the end of a page', async () => {
    const all = await source()
    const months: unknown[] = []
    let cursor: unknown
    for (let pages = 0; pages === 0 || cursor !== undefined; pages += 1) {
      const page = await all.page?.({ fields: ['insuredMonths'], filter: {} }, cursor, 3, AbortSignal.timeout(5000))
      months.push(...(page?.records ?? []).map(({ record }) => record['insuredMonths']))
      cursor = page?.next
    }
    expect(months.toSorted((a, b) => Number(a) - Number(b))).toEqual([...Array.from({ length: 20 }, (_, index) => index + 1), 1, 4, 12].toSorted((a, b) => a - b))
  })

  it('whose order does not tell rows apart ends with a sentence', async () => {
    await expect((await source((text) => `${text}order: unit\n`.replace('order: unit', 'order: since'))).page?.({ fields: [], filter: {} }, undefined, 3, AbortSignal.timeout(5000))).resolves.toMatchObject({ next: undefined })
    await expect((await source()).page?.({ fields: [], filter: {} }, '440305198001019999', 1, AbortSignal.timeout(5000))).rejects.toThrow('more than 1 rows have the same sfzh')
  })
})
