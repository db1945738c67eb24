// What has been kept long enough goes, what a hold or the law keeps stays; a dry run tells the same and changes nothing.
// Ages are given to rows, not waited for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { askConsent } from '../consents/index.ts'
import { insertMessages } from '../messages/index.ts'
import { holdPerson, liftHold } from './holding.ts'
import { runRetention } from './retaining.ts'

type Draft = { id: string }
type Answer = { held: boolean }

describe('what is kept', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  const yearsAgo = (years: number) => new Date(town.test.app.clock.now().getTime() - years * 366 * 24 * 3600 * 1000)
  const draft = async (client: TestClient): Promise<string> => (await client.post<Draft>('/applications', { matter: 'keep-telescope', region: '990101' })).body.id
  const age = (id: string, years: number) => town.test.app.db.transaction((tx) => tx`update applications set updated_at = ${yearsAgo(years)} where id = ${id}`)
  const stateOf = async (id: string) => (await town.test.app.db.read<{ state: string; sealed: string | null }[]>`select state, sealed from applications where id = ${id}`)[0]
  const outcome = async (options = {}) => Object.fromEntries((await runRetention(town.test.app, options)).map(({ rule, erased }) => [rule, erased]))

  it('a draft nobody has touched for a year goes, a younger one and what was handed in stay; a dry run says so first', async () => {
    const [old, young] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const [oldDraft, youngDraft] = [await draft(old), await draft(young)]
    const submitted = await handIn(await town.test.as({ person: {} }))
    await age(oldDraft, 2)
    await age(submitted.id, 30)
    expect(await outcome({ dry: true })).toMatchObject({ drafts: 1, applications: 0 })
    expect((await stateOf(oldDraft))?.state).toBe('draft')
    expect(await outcome()).toMatchObject({ drafts: 1 })
    expect((await stateOf(oldDraft))?.state).toBe('discarded')
    expect((await stateOf(youngDraft))?.state).toBe('draft')
    expect((await stateOf(submitted.id))?.state).toBe('submitted')
    expect(await outcome()).toMatchObject({ drafts: 0 })
    expect((await listAuditOf(town.test.app.db.read, 'installation', 'installation')).map(({ action, detail }) => [action, detail])).toContainEqual(['retention.run', { drafts: 1 }])
  })

  it('a message of four years ago goes, one of last year stays', async () => {
    const { db } = town.test.app
    const client = await town.test.as({ person: {} })
    const at = (years: number) => ({ id: uuidv7({ now: () => yearsAgo(years) }), personId: client.id, applicationId: null, caseId: null, kind: 'caseGranted' as const, detail: {}, at: yearsAgo(years).toISOString(), readAt: null })
    await db.transaction((tx) => insertMessages(tx, [at(4), at(1)]))
    expect(await outcome()).toMatchObject({ messages: 1 })
    expect((await client.get<{ messages: unknown[] }>('/messages')).body.messages).toHaveLength(1)
  })

  it('a consent a department asked for goes three years after its last day, unless it is held, and /erasure says that it stays till then', async () => {
    const { app } = town.test
    const [one, held] = [inventIdNumber(8802), inventIdNumber(8803)]
    const client = await town.test.as({ person: { idNumber: one } })
    await town.test.as({ person: { idNumber: held } })
    const until = plainDate(app.clock.now())
    const ask = (idNumber: string) => askConsent(app, { id: 'energy', line: 'energy', region: '990101' }, { resource: 'residents', subject: { idNumber }, fields: ['residenceAddress'], purpose: '核对住址', legalBasis: '《样例节能办法》', caseNumber: 'E-1', until }, 'test')
    const ids = [(await ask(one)).id, (await ask(held)).id]
    expect((await client.get<{ kept: object[] }>('/erasure')).body.kept).toContainEqual(expect.objectContaining({ kind: 'departmentConsents', count: 1 }))
    const last = (years: number) => app.db.transaction((tx) => tx`update department_consents set until_on = ${plainDate(yearsAgo(years))}, lapses_at = ${yearsAgo(years)} where id = any(${ids}::uuid[])`)
    await last(2)
    expect(await outcome()).toMatchObject({ departmentConsents: 0 })
    await last(4)
    await holdPerson(app.db, held, { reason: '行政复议', by: '法制科' }, app.clock)
    expect([await outcome({ dry: true }), await outcome(), await outcome()]).toMatchObject([{ departmentConsents: 1 }, { departmentConsents: 1 }, { departmentConsents: 0 }])
    expect((await app.db.read<{ id: string }[]>`select id from department_consents`).map(({ id }) => id)).toEqual([ids[1]])
    await liftHold(app.db, held, '法制科', app.clock)
    expect(await outcome()).toMatchObject({ departmentConsents: 1 })
  })

  it('of a person under a legal hold nothing goes, until it is lifted', async () => {
    const { db, clock } = town.test.app
    const number = inventIdNumber(8801)
    const client = await town.test.as({ person: { idNumber: number } })
    const id = await draft(client)
    await age(id, 2)
    expect(await holdPerson(db, number, { reason: '行政复议', by: '法制科' }, clock)).toBe(true)
    expect(await holdPerson(db, number, { reason: '再来一次', by: '法制科' }, clock)).toBe(false)
    expect(await outcome()).toMatchObject({ drafts: 0 })
    expect((await client.get<Answer>('/erasure')).body.held).toBe(true)
    expect((await client.post('/erasure', {})).status).toBe(409)
    expect(await liftHold(db, number, '法制科', clock)).toBe(true)
    expect(await outcome()).toMatchObject({ drafts: 1 })
    expect((await listAuditOf(db.read, 'person', client.id)).map(({ action }) => action)).toEqual(['retention.lift', 'retention.hold'])
  })
})
