// The queries about results that end, their change and extension, and proposals each have an index to go by: none reads a whole table,
// however it grows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../tools/test-database.ts'
import type { Database } from '../../kernel/db.ts'
import { connect } from '../../kernel/postgres-driver.ts'
import { findAmendmentOf, listAmendmentsOpen, listAmendmentsUndecided } from './amendments-store.ts'
import { listProposalsWaiting } from './proposals-store.ts'
import { findResultByNumber, findResultOfCase, listResultsEnded, listResultsOfPerson } from './results-store.ts'

const id = '01980000-0000-7000-8000-000000000001'
const district = [{ regionPrefix: '440305', line: 'health' }]

describe('queries about licences and proposals', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => { database = await createTestDatabase() })
  afterAll(() => database.drop())

  it('go by an index, each of them', async () => {
    const queries: { text: string; values: unknown[] }[] = []
    const sql = connect(database.url, { max: 1, onnotice: () => {}, debug: (_connection, text, values) => void (/from (results|amendments|case_proposals)/.test(text) && !text.startsWith('explain') && queries.push({ text, values })) })
    // The brand exists only in types.
    const read = sql as never as Database['read']
    await listResultsOfPerson(read, id, 100)
    await findResultOfCase(read, id)
    await findResultByNumber(read, 'SPJY-1')
    await listResultsEnded(read, district, '2026-11-22', 100)
    await findAmendmentOf(read, id)
    await listAmendmentsOpen(read, [id])
    await listAmendmentsUndecided(read, '2026-11-22', { deemedOn: '0001-01-01', caseId: id }, 200)
    await listProposalsWaiting(read, district, 100)
    await sql`set enable_seqscan = off`
    const plans = await Promise.all(queries.map(async ({ text, values }) => JSON.stringify(await sql.unsafe(`explain (format json) ${text}`, values as never[]))))
    await sql.end()
    expect(plans).toHaveLength(8)
    expect(plans.filter((plan) => /"Seq Scan"/.test(plan))).toEqual([])
  })
})
