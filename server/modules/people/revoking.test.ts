// An official whose access is taken away: the very next request fails, in every session, and the trail says so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { noPacks } from '../../testing/packs.ts'
import { revokeStaff } from './revoking.ts'

let testing: TestApp
beforeAll(async () => {
  testing = await startTestApp({ packs: noPacks })
})
afterAll(() => testing.close())

const clerk = { staff: [{ role: 'clerk' as const, region: '440305', line: 'health' }] }

test('the next request of an official whose access was revoked is refused, in all of their sessions, and nobody else is touched', async () => {
  const [here, elsewhere] = [await testing.as({ ...clerk, subject: 'leaver' }), await testing.as({ ...clerk, subject: 'leaver' })]
  const [colleague, resident] = [await testing.as(clerk), await testing.as({ person: {} })]
  expect((await here.get('/cases')).status).toBe(200)
  expect(await revokeStaff(testing.app.db, 'leaver', testing.app.clock)).toEqual({ officials: 1, sessions: 2 })
  expect([(await here.get('/cases')).status, (await elsewhere.get('/cases')).status]).toEqual([401, 401])
  expect((await here.get<{ status: string }>('/session')).body.status).toBe('anonymous')
  expect([(await colleague.get('/cases')).status, (await resident.get('/applications')).status]).toEqual([200, 200])
  expect(await listAuditOf(testing.app.db.read, 'staff', here.id)).toMatchObject([{ action: 'people.revoke', actorKind: 'system', detail: { sessions: 2 } }])
})

test('who logs in again has what the identity provider says then', async () => {
  await revokeStaff(testing.app.db, 'leaver', testing.app.clock)
  expect((await (await testing.as({ staff: [], subject: 'leaver' })).get('/cases')).status).toBe(403)
  expect((await (await testing.as({ ...clerk, subject: 'leaver' })).get('/cases')).status).toBe(200)
})

test('revoking somebody unknown changes nothing', async () => {
  expect(await revokeStaff(testing.app.db, 'nobody', testing.app.clock)).toEqual({ officials: 0, sessions: 0 })
})
