// Residents with what fits no service: taken in in their own words, told what comes next, only their own, nothing lost, hostile text harmless.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable, on, uploadRequest } from '../../testing/telescope.ts'
import { officialsOf, type HardCaseReply, type OwnReply } from './testing.ts'

const account = '我的望远镜是祖父留下的，没有发票也没有型号。星空局让找能源局，能源局让找星空局。'

describe('a resident whose difficulty fits no service', () => {
  const { clock } = turnable(on)
  let test: TestApp
  let resident: TestClient
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    resident = await test.as({ person: { name: '丘小溪', phone: '15400000101' } })
  })
  afterAll(() => test.close())

  const body = (more: Record<string, unknown> = {}) => ({ id: randomUUID(), region: '990101', account, wish: '请告诉我该找谁', phone: '', ...more })
  const submit = async (client = resident, more: Record<string, unknown> = {}) => (await client.post<OwnReply>('/my-hard-cases', body(more))).body

  it('hands it in in their own words and is told by which day they hear', async () => {
    const reply = await resident.post<OwnReply>('/my-hard-cases', body())
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({ title: '我的望远镜是祖父留下的，没有发票也没有型号', state: 'received', sortOn: '2026-03-04', answerOn: '2026-03-16', can: ['add', 'retract'], history: [{ action: 'submit' }] })
    expect(reply.body.number).toMatch(/^990101-20260302-\d{5,}-\d$/)
    const { messages } = (await resident.get<{ messages: { title: string; hardCaseId: string; body: string }[] }>('/messages')).body
    expect(messages[0]).toMatchObject({ title: '已收下：我的望远镜是祖父留下的，没有发票也没有型号', hardCaseId: reply.body.id })
    expect(messages[0]?.body).toContain('协调员会在2026年3月4日前告诉您怎么办')
  })

  it('chooses among all places that are served; an official among those of the own posting, with what lies above and below', async () => {
    const placesFor = async (client: TestClient) => (await client.get<{ regions: { code: string }[] }>('/hard-case-window')).body.regions.map(({ code }) => code)
    const { elsewhere, above } = await officialsOf(test)
    const all = await placesFor(resident)
    expect(all).toEqual(expect.arrayContaining(['990100', '990101', '990102']))
    expect(await placesFor(elsewhere)).toEqual(['990100', '990102'])
    expect(await placesFor(above)).toEqual(all)
  })

  it('sends it twice after a broken connection and has one', async () => {
    const same = body()
    const [first, second] = await Promise.all([resident.post<OwnReply>('/my-hard-cases', same), resident.post<OwnReply>('/my-hard-cases', same)])
    expect([first.status, second.status, first.body.number]).toEqual([201, 201, second.body.number])
    const stranger = await test.as({ person: {} })
    expect((await stranger.post<{ error: { code: string } }>('/my-hard-cases', same)).status).toBe(409)
  })

  it('sees only their own; nobody else finds it, officials do not use this way', async () => {
    const one = await submit()
    const stranger = await test.as({ person: {} })
    expect((await stranger.get(`/my-hard-cases/${one.id}`)).status).toBe(404)
    expect((await stranger.post(`/my-hard-cases/${one.id}/retract`, {})).status).toBe(404)
    expect((await test.asNobody.get(`/my-hard-cases/${one.id}`)).status).toBe(401)
    const { coordinator } = await officialsOf(test)
    expect((await coordinator.get(`/my-hard-cases/${one.id}`)).status).toBe(403)
  })

  it('keeps whatever is typed as it was typed, also markup, emoji and ten thousand letters', async () => {
    for (const text of ['<script>alert(1)</script><img src=x onerror=alert(1)> 就是办不成', '门牌坏了🏚️，找了三个部门都说不归他们管🤷‍♀️', `${'难'.repeat(9_999)}。`, '=HYPERLINK("http://x") 是表格里的公式吗']) {
      const client = await test.as({ person: {} })
      const one = await submit(client, { account: text })
      expect((await client.get<OwnReply>(`/my-hard-cases/${one.id}`)).body.account).toBe(text)
      expect([...one.title].length).toBeLessThanOrEqual(30)
    }
    expect((await resident.post('/my-hard-cases', body({ account: '难'.repeat(10_001) }))).status).toBe(400)
    expect((await resident.post('/my-hard-cases', body({ account: '办不成' }))).status).toBe(400)
    expect((await resident.post('/my-hard-cases', body({ region: '440305' }))).status).toBe(409)
  })

  it('adds words and documents while it is open; only documents, and the same one once', async () => {
    const one = await submit()
    const words = { words: '祖父的购买收据找到了一半。' }
    await resident.post(`/my-hard-cases/${one.id}/words`, words)
    const added = (await resident.post<OwnReply>(`/my-hard-cases/${one.id}/words`, words)).body
    expect(added.history.filter(({ action }) => action === 'add')).toMatchObject([{ words: words.words }])
    const upload = (content?: string) => resident.request(uploadRequest(`/my-hard-cases/${one.id}/files`, content))
    expect((await upload()).statusCode).toBe(201)
    expect((await upload()).statusCode).toBe(201)
    expect((await upload('<html>not a document</html>')).statusCode).toBe(415)
    expect((await upload('')).statusCode).toBe(422)
    const { files } = (await resident.get<OwnReply>(`/my-hard-cases/${one.id}`)).body
    expect(files).toMatchObject([{ name: '购买凭证.pdf', type: 'application/pdf' }])
    const file = await resident.request({ method: 'GET', url: `/api/v1/my-hard-cases/${one.id}/files/${files[0]?.id}` })
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf'])
    await resident.post(`/my-hard-cases/${one.id}/retract`, {})
    expect((await upload('%PDF-1.4\n% later\n%%EOF\n')).statusCode).toBe(409)
  })

  it('may have ten under way, not more', async () => {
    const client = await test.as({ person: {} })
    for (let n = 0; n < 10; n += 1) expect((await client.post('/my-hard-cases', body({ account: `${account}${n}` }))).status).toBe(201)
    expect((await client.post('/my-hard-cases', body())).status).toBe(429)
  })

  it('says once that the answer did not help: it goes one level up; a second time it stays unsettled', async () => {
    const { coordinator, above } = await officialsOf(test)
    const one = await submit()
    const redirect = async (client: TestClient) => {
      const { revision } = (await client.get<HardCaseReply>(`/hard-cases/${one.id}`)).body
      return client.post<HardCaseReply>(`/hard-cases/${one.id}/redirect`, { revision, to: '望远镜协会', words: '这件事由望远镜协会管，他们有旧型号的名录。' })
    }
    expect((await resident.post(`/my-hard-cases/${one.id}/unsolved`, { why: '还没答复呢' })).status).toBe(409)
    await redirect(coordinator)
    const told = (await resident.get<OwnReply>(`/my-hard-cases/${one.id}`)).body
    expect(told).toMatchObject({ state: 'redirected', can: ['settle', 'raise'], answer: { to: '望远镜协会' } })
    const raised = (await resident.post<OwnReply>(`/my-hard-cases/${one.id}/unsolved`, { why: '协会说他们也不管。' })).body
    expect(raised).toMatchObject({ state: 'received', region: '990100', sortOn: '2026-03-04' })
    expect((await redirect(coordinator)).status).toBe(404)
    expect((await redirect(above)).status).toBe(200)
    expect((await resident.get<OwnReply>(`/my-hard-cases/${one.id}`)).body.can).toEqual(['settle', 'leave'])
    expect((await resident.post<OwnReply>(`/my-hard-cases/${one.id}/unsolved`, { why: '还是没有解决。' })).body).toMatchObject({ state: 'unsettled', can: [] })
  })
})
