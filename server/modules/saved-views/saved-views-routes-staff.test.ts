// Views under a name: one's own on every computer, shared ones for the unit, changed only by who made them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { keptQuery, mostViews } from './saved-view.ts'

type Views = { views: { id: string; name: string; query: string; shared: boolean; mine: boolean; ownerName: string }[] }
const posting = (role: Posting['role']): Posting => ({ role, line: 'sky', region: '990101' })

describe('views of the queue', () => {
  let test: TestApp
  let clerk: TestClient
  let colleague: TestClient
  let elsewhere: TestClient
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100' } })
    clerk = await test.as({ staff: [posting('clerk')], name: '甲', unit: '东山区天文局' })
    colleague = await test.as({ staff: [posting('approver')], name: '乙', unit: '东山区天文局' })
    elsewhere = await test.as({ staff: [posting('clerk')], name: '丙', unit: '西山区天文局' })
  })
  afterAll(() => test.close())
  const list = async (client: TestClient) => (await client.get<Views>('/views')).body.views

  it('are kept under a name; the same name replaces, and only what a queue understands is kept', async () => {
    await clerk.put('/views', { name: '快到期', query: 'view=dueSoon' })
    await clerk.put('/views', { name: ' 快到期 ', query: 'view=dueSoon&within=3&evil=<script>&columns=service,state' })
    expect(await list(clerk)).toMatchObject([{ name: '快到期', query: keptQuery('view=dueSoon&within=3&columns=service,state', 'cases'), mine: true, shared: false }])
    expect(await list(colleague)).toEqual([])
  })

  it('shared ones are offered to the unit, under their owner’s name, and only the owner forgets them', async () => {
    const { id } = (await clerk.put<{ id: string }>('/views', { name: '全科室', query: 'view=all', shared: true })).body
    expect(await list(colleague)).toMatchObject([{ id, name: '全科室', mine: false, ownerName: '甲' }])
    expect(await list(elsewhere)).toEqual([])
    expect((await colleague.delete(`/views/${id}`)).status).toBe(404)
    expect((await clerk.delete(`/views/${id}`)).status).toBe(200)
    expect(await list(colleague)).toEqual([])
  })

  it('of requests stand apart, also for those who take calls and send requests on', async () => {
    const agent = await test.as({ staff: [posting('agent')], name: '丁', unit: '热线' })
    for (const desk of ['cases', 'requests']) await clerk.put('/views', { desk, name: '快到期', query: 'view=late&kind=help&within=3' })
    expect((await clerk.get<Views>('/views?desk=requests')).body.views.map(({ query }) => query)).toEqual(['view=late&kind=help'])
    expect((await list(clerk)).map(({ query }) => query)).toEqual(['view=late&within=3'])
    expect((await agent.put('/views', { desk: 'requests', name: '我们区', query: 'view=ofPlace' })).status).toBe(200)
    expect((await agent.put('/views', { desk: 'kitchen', name: '别处', query: '' })).status).toBe(400)
  })

  it('are for officials with cases or requests, and not endless', async () => {
    expect((await (await test.as({ person: {} })).get('/views')).status).toBe(403)
    expect((await (await test.as({ staff: [posting('designer')] })).put('/views', { name: 'x', query: '' })).status).toBe(403)
    expect((await test.asNobody.get('/views')).status).toBe(401)
    for (let n = 0; n < mostViews; n += 1) await elsewhere.put('/views', { name: `第${n}个`, query: '' })
    expect((await elsewhere.put('/views', { name: '再来一个', query: '' })).status).toBe(409)
    expect(await list(elsewhere)).toHaveLength(mostViews)
  })
})
