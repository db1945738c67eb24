// What lies on the disk: people go through the product with values nobody else has, and every row of every table is searched for them.
// So is what officials get in lists, exports and searches, and what goes to the log. Exceptions are named, each with its reason.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { connect } from '../../kernel/postgres-driver.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { handIn, openTelescopeTown, telescopeAnswers, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { followAllCases } from '../case-finds/following.ts'

const marks = { idNumber: inventIdNumber(7707), phone: '15477070707', model: '甲乙丙丁望远镜' }

/** Table and column that may hold a mark in the open, with the reason (docs/security.md). */
const open: Readonly<Record<string, string>> = {}

describe('what people hand in', () => {
  let town: TelescopeTown
  let resident: TestClient
  let clerk: TestClient
  let application: TrackingReply
  const logged: string[] = []
  beforeAll(async () => {
    town = await openTelescopeTown()
    town.test.app.log = pino({ level: 'trace' }, new Writable({ write: (chunk: Buffer, _, done) => { logged.push(chunk.toString()); done() } }))
    resident = await town.test.as({ person: { idNumber: marks.idNumber, phone: marks.phone } })
    clerk = await town.test.as({ staff: [{ role: 'clerk', line: 'sky', region: '990101' }, { role: 'approver', line: 'sky', region: '990101' }] })
    application = await handIn(resident, { ...telescopeAnswers, 'telescope.model': marks.model })
    await resident.post('/applications', { matter: 'keep-telescope', region: '990101' })
    await town.test.runJobs()
    await followAllCases(town.test.app)
  })
  afterAll(() => town.close())

  it('lies encrypted in every table', async () => {
    const sql = connect(town.test.databaseUrl, { max: 1, onnotice: () => {} })
    const tables = await sql<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c where relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and relkind = 'r'`
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await sql.unsafe(`select to_jsonb(each) as row from ${name} each`)
      for (const { row } of rows) {
        for (const [column, value] of Object.entries(row as Record<string, unknown>)) {
          for (const [mark, text] of Object.entries(marks)) if ((JSON.stringify(value) ?? '').includes(text) && !open[`${name}.${column}`]) found.push(`${name}.${column}: ${mark}`)
        }
      }
    }
    await sql.end()
    expect([...new Set(found)].sort()).toEqual([])
  })

  it('is masked in everything officials are shown before they give a reason, and in their searches', async () => {
    const permit = application.cases.find((one) => one.service === 'telescope-permit')
    const shown = [
      await clerk.get(`/cases/${permit?.id}`), await clerk.get('/cases?view=all'), await clerk.get('/cases?view=any&limit=100'),
      await clerk.post('/case-finds', { q: marks.idNumber }), await clerk.post('/case-finds', { q: '测试居民' }),
    ]
    for (const { status, body } of shown) {
      expect(status).toBe(200)
      for (const text of [marks.idNumber, marks.phone]) expect(JSON.stringify(body)).not.toContain(text)
    }
  })

  it('is in no error message and no line of the log', async () => {
    const refused = await resident.put(`/applications/${application.id}/answers`, { answers: { 'applicant.idNumber': `${marks.idNumber}9`, 'telescope.model': 7 } })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(refused.body)).not.toContain(marks.idNumber)
    for (const text of Object.values(marks)) expect(logged.join('')).not.toContain(text)
  })
})
