// Answers everybody may read: those of the pack and those approved, for a service or one by one; nothing that is not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { indexCatalogue } from '../search/index.ts'

type Answer = { id: string; ask: { 'zh-CN': string }; approvedAt: string | null }

describe('answers for everybody', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100' } })
    await indexCatalogue(test.app.db, test.app.packs, '990100')
  })
  afterAll(() => test.close())

  it('come from the pack, without logging in', async () => {
    expect((await test.asNobody.get<Answer>('/answers/borrowed-telescope')).body).toMatchObject({ ask: { 'zh-CN': '借来的望远镜也要许可吗？' }, services: [{ id: 'telescope-permit' }], approvedAt: null })
    expect((await test.asNobody.get<{ answers: Answer[] }>('/answers?service=telescope-permit')).body.answers.map(({ id }) => id)).toEqual(['borrowed-telescope'])
    expect((await test.asNobody.get<{ answers: Answer[] }>('/answers?service=constructor')).body.answers).toEqual([])
  })

  it('are found by the search, once however often the packs are indexed', async () => {
    const { body } = await test.asNobody.get<{ results: { type: string; url: string }[] }>(`/search?q=${encodeURIComponent('借来的望远镜')}&type=answer`)
    expect(body.results).toMatchObject([{ type: 'answer', url: '/answers/borrowed-telescope' }])
    expect(await indexCatalogue(test.app.db, test.app.packs, '990100')).toBe(0)
  })

  it('that do not exist are not found, whatever is asked for', async () => {
    for (const id of ['constructor', '00000000-0000-7000-8000-000000000000', '%00', 'x'.repeat(101)]) expect((await test.asNobody.get(`/answers/${id}`)).status).toBeGreaterThanOrEqual(400)
  })
})
