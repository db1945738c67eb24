// Who may read the table: those who design services and those who oversee them.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ environment: { REGION: '990101' } })
})
afterAll(() => test.close())

it('designers and supervisors read the table with its list', async () => {
  for (const role of ['designer', 'supervisor'] as const) {
    const reader = await test.as({ staff: [{ role, region: '990101', line: role === 'designer' ? 'government-services' : null }] })
    const { status, body } = await reader.get<{ total: { documents: number }; list: unknown[] }>('/no-certificate')
    expect([status, body.list.length]).toEqual([200, body.total.documents])
    expect(body.total.documents).toBeGreaterThan(0)
  }
})

it('nobody else does', async () => {
  const clerk = await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
  const resident = await test.as({ person: {} })
  expect([(await clerk.get('/no-certificate')).status, (await resident.get('/no-certificate')).status, (await test.asNobody.get('/no-certificate')).status]).toEqual([403, 403, 401])
})
