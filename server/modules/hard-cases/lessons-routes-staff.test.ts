// What conclusions become: proposed by coordinators, decided by designers of the place, published answers found by everybody, changes followed to their edition.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable, on } from '../../testing/telescope.ts'
import { handInHardCase, lookAt, officialsOf, step, type Officials } from './testing.ts'
import { indexPublished } from './teaching.ts'

type Lesson = { id: string; stage: string; revision: number; can: string[]; designId: string | null; edition: number | null }
type Found = { results: { type: string; id: string; title: string; url: string }[] }

describe('what a conclusion becomes', () => {
  const { clock } = turnable(on)
  let test: TestApp
  let officials: Officials
  let hardCase: string
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
    hardCase = (await handInHardCase(await test.as({ person: { name: '丘小溪' } }))).id
  })
  afterAll(() => test.close())

  const proposal = { kind: 'question', ask: '对面的霓虹灯照进观星台怎么办？', answer: '请能源局在灯上加遮光罩，不收钱。', services: ['lamp-dimming'] }
  const propose = (body: object = proposal, client = officials.coordinator) => client.post<Lesson>(`/hard-cases/${hardCase}/lessons`, body)
  const search = async () => (await test.asNobody.get<Found>(`/search?q=${encodeURIComponent('霓虹灯照进观星台')}`)).body.results.filter(({ type }) => type === 'answer')

  it('is proposed once the case was answered, by its coordinators, about services there are', async () => {
    expect((await propose()).status).toBe(409)
    await step(officials.coordinator, hardCase, 'accept', { title: '霓虹灯', category: 'no-precedent' })
    await step(officials.coordinator, hardCase, 'conclude', { words: '已加遮光罩。', solution: '加遮光罩。', by: ['东山能源局'], laws: [], category: 'no-precedent', keywords: [] })
    expect((await propose({ ...proposal, services: ['constructor'] })).status).toBe(400)
    for (const [client, status] of [[officials.supervisor, 403], [officials.elsewhere, 404], [officials.energy, 404]] as const) expect((await propose(proposal, client)).status).toBe(status)
    const [first, again] = [await propose(), await propose()]
    expect([first.status, again.body.id]).toEqual([201, first.body.id])
    expect((await lookAt(officials.coordinator, hardCase)).lessons).toMatchObject([{ stage: 'proposed' }])
    expect(await search()).toEqual([])
  })

  it('is decided by designers of the place only', async () => {
    const { body: { id } } = await propose()
    const elsewhere = await test.as({ staff: [{ role: 'designer', region: '990102', line: null }] })
    const body = { revision: 1, ask: proposal.ask, answer: proposal.answer, services: proposal.services }
    expect((await officials.coordinator.post(`/lessons/${id}/publish`, body)).status).toBe(403)
    expect((await elsewhere.post(`/lessons/${id}/publish`, body)).status).toBe(404)
    expect((await elsewhere.get<{ lessons: Lesson[] }>('/lessons')).body.lessons).toEqual([])
    expect((await officials.designer.get<{ lessons: Lesson[] }>('/lessons')).body.lessons).toMatchObject([{ id, can: ['publish', 'drop'] }])
  })

  it('an approved answer is found by everybody, shown with its service, changed, and gone when it is dropped', async () => {
    const { body: { id } } = await propose()
    const words = { ask: proposal.ask, answer: proposal.answer, services: proposal.services }
    expect((await officials.designer.post<Lesson>(`/lessons/${id}/publish`, { revision: 1, ...words })).body).toMatchObject({ stage: 'published', revision: 2 })
    expect((await officials.designer.post(`/lessons/${id}/publish`, { revision: 1, ...words })).status).toBe(409)
    expect(await search()).toMatchObject([{ type: 'answer', id, title: proposal.ask, url: `/answers/${id}` }])
    await test.app.db.transaction((tx) => tx`delete from search_documents`)
    await indexPublished(test.app, test.app.db)
    expect(await search()).toHaveLength(1)
    const { body: answer } = await test.asNobody.get<{ ask: object }>(`/answers/${id}`)
    expect(answer).toMatchObject({ ask: { 'zh-CN': proposal.ask }, answer: { 'zh-CN': proposal.answer }, services: [{ id: 'lamp-dimming' }] })
    expect(JSON.stringify(answer)).not.toMatch(/丘小溪|990101-/)
    expect((await test.asNobody.get<{ answers: { id: string }[] }>('/answers?service=lamp-dimming&region=990101')).body.answers).toMatchObject([{ id }])
    await officials.designer.post(`/lessons/${id}/publish`, { revision: 2, ...words, answer: '请能源局加遮光罩，五天内装好。' })
    await officials.designer.post(`/lessons/${id}/drop`, { revision: 3, reason: '条例改了。' })
    expect(await search()).toEqual([])
    expect((await test.asNobody.get(`/answers/${id}`)).status).toBe(404)
  })

  it('a change becomes a design and is followed by it', async () => {
    const { body: { id } } = await propose({ ...proposal, kind: 'catalogue', ask: '许可里加一条遮光的要求' })
    expect((await officials.designer.post(`/lessons/${id}/publish`, { revision: 1, ask: '问题', answer: '回答', services: [] })).status).toBe(409)
    const design = { revision: 1, pack: 'telescopes', title: '加遮光要求', about: 'services/lamp-dimming' }
    expect((await officials.designer.post(`/lessons/${id}/begin`, { ...design, pack: 'constructor' })).status).toBe(404)
    const { body: begun } = await officials.designer.post<Lesson>(`/lessons/${id}/begin`, design)
    expect(begun).toMatchObject({ stage: 'begun', designId: expect.any(String), edition: null, can: [] })
    expect((await officials.designer.get<{ designs: { id: string; title: string }[] }>('/designs')).body.designs).toMatchObject([{ id: begun.designId, title: '加遮光要求' }])
  })
})
