// The duty list over HTTP: classes for everybody, the list and the simulator for officials, releases and what they differ in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'

type Named = { 'zh-CN': string }
type Simulated = { category: string | null; region: string; address: string | null; assignment: { unit: { line: string; region: string; name: Named } | null; duty: { id: string } | null; deadline: string | null; why: Named[]; others: unknown[] } | null }

describe('the duty list', () => {
  let test: TestApp
  let clerk: TestClient
  beforeAll(async () => {
    test = await startTestApp({ clock: turnable(on).clock, environment: { REGION: '990100' } })
    clerk = await test.as({ staff: [{ role: 'clerk', line: 'sky', region: '990101' }] })
  })
  afterAll(() => test.close())

  const simulate = (body: object, client = clerk) => client.post<Simulated>('/duties/simulations', body)

  it('has its classes in three levels', async () => {
    const { status, body } = await clerk.get<{ classes: { id: string; groups: { id: string; leaves: { id: string; deadline: string }[] }[] }[] }>('/duties/classes')
    expect(status).toBe(200)
    expect(body.classes[0]?.groups[0]).toMatchObject({ id: 'sky/lamps', leaves: [{ id: 'sky/lamps/bright', deadline: 'ordinary' }, { id: 'sky/lamps/dark', deadline: 'utility' }] })
  })

  it('is read by officials who handle requests, not by residents or operators', async () => {
    const [resident, operator] = [await test.as({ person: { name: '路人' } }), await test.as({ staff: [{ role: 'operator', line: null, region: '990100' }] })]
    expect(await Promise.all([clerk, resident, operator, test.asNobody].map(async (each) => (await each.get('/duty-list')).status))).toEqual([200, 403, 403, 401])
    const { body } = await clerk.get<{ duties: { id: string; where: { name: Named }[]; unit: { name: Named | null }; file: string }[] }>('/duty-list?region=990101')
    expect(body.duties).toContainEqual(expect.objectContaining({ id: 'lamps', where: [{ id: '990100', kind: 'region', name: expect.objectContaining({ 'zh-CN': '样例市' }) }], unit: expect.objectContaining({ name: expect.objectContaining({ 'zh-CN': '东山星空局' }) }) }))
    expect((await clerk.get('/duty-list?region=110000')).status).toBe(404)
  })

  it('is checked as a whole, and tells what ends', async () => {
    const { body } = await clerk.get<{ classes: number; duties: number; findings: unknown[]; ending: unknown[] }>('/duties/findings')
    expect(body).toMatchObject({ classes: 4, findings: [], ending: [] })
  })

  it('says who would get a request, from a class and a place or from what somebody writes, with reasons', async () => {
    const { body } = await simulate({ category: 'sky/lamps/bright', region: '990102' })
    expect(body.assignment).toMatchObject({ unit: { line: 'sky', region: '990102' }, duty: { id: 'lamps' }, deadline: 'ordinary' })
    expect(body.assignment?.why.length).toBeGreaterThan(2)
    expect((await simulate({ text: '东山区山前街道的灯太亮', category: 'sky/lamps/bright' })).body).toMatchObject({ region: '990101001', address: '东山区山前街道', assignment: { unit: { region: '990101' } } })
    expect((await simulate({ category: 'sky/lamps/bright', region: '990100' })).body.assignment).toMatchObject({ unit: null, duty: null })
    expect((await simulate({ region: '990101' })).body.assignment).toBeNull()
    expect((await simulate({ category: 'no/such/class' })).status).toBe(400)
    expect((await simulate({ area: 'nowhere' })).status).toBe(400)
  })

  it('has no releases before anything was released, and those of other places do not exist', async () => {
    expect((await clerk.get<{ releases: unknown[] }>('/duties/releases')).body.releases).toEqual([])
    expect((await clerk.get('/duties/releases/1')).status).toBe(404)
  })
})
