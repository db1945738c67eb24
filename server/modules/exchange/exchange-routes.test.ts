// People see every look-up made about them, and nobody sees another's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'

type Use = { calls: { registryName: string; conceptNames: string[]; purpose: string; legalBasis: string; outcome: string; applicationId: string }[] }

describe('who looked up what about me', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  it('names registry, content, purpose and law of every look-up, also of those that failed', async () => {
    const owner = await town.test.as({ person: {} })
    town.registry.breakWith(503)
    const id = await fillDraft(owner)
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    await owner.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    const { calls } = (await owner.get<Use>('/data-use')).body
    expect(calls.map((call) => call.outcome)).toContain('unavailable')
    const answered = calls.find((call) => call.outcome === 'answers')
    expect(answered).toMatchObject({ registryName: '居民库', purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', applicationId: id })
    expect(answered?.conceptNames).toContain('居住地址')
  })

  it('is one’s own: others see nothing of it, officials and strangers are refused', async () => {
    const other = await town.test.as({ person: {} })
    expect((await other.get<Use>('/data-use')).body.calls).toEqual([])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await clerk.get('/data-use')).status).toBe(403)
    expect((await town.test.asNobody.get('/data-use')).status).toBe(401)
  })
})
