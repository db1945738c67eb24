// The guard itself: it names what no index serves, and nothing else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../tools/test-database.ts'
import { listWholeReads, ofStores } from './query-plans.ts'

const id = '01980000-0000-7000-8000-000000000001'

describe('the guard of query plans', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  const wholeReads = (text: string, parameters: readonly unknown[] = []) => listWholeReads(database.url, new Map([[text, parameters]]))

  it('names statements that read all of a table that grows, also behind a join, to sort it, or to change a few rows', async () => {
    expect(await wholeReads('select * from cases where applicant = $1', ['甲'])).toEqual(['cases: select * from cases where applicant = $1'])
    expect(await wholeReads('select 1 from applications join cases on cases.applicant = applications.number where applications.id = $1', [id])).toHaveLength(1)
    expect(await wholeReads('select id from cases order by updated_at limit 20')).toHaveLength(1)
    expect(await wholeReads('select count(*) from cases')).toHaveLength(1)
    expect(await wholeReads('update cases set revision = revision + 1 where number = $1 || applicant', ['1'])).toHaveLength(1)
  })

  it('lets pass what an index finds, what stops after some rows of one, and tables that do not grow', async () => {
    for (const [text, parameters] of [
      ['select * from cases where application_id = $1', [id]], ['select * from cases order by id limit 20', []], ['insert into sessions (token_digest) values ($1)', ['a']],
      ['select 1 from applications join cases on cases.application_id = applications.id where applications.person_id = $1', [id]], ['select * from show_codes where person_id = $1', [id]], ['select * from staff', []],
    ] as const) expect(await wholeReads(text, parameters)).toEqual([])
  })

  it('looks at what stores ask, not at what tests write', () => {
    const statements = new Map([['\n    select * from cases where application_id = $1 order by id', []], ['delete from cases', []], ['select name from cases', []]])
    expect([...ofStores(statements).keys()]).toEqual(['\n    select * from cases where application_id = $1 order by id'])
  })
})
