// Tests of the library over HTTP: what everybody may read, and trying a profile of which nothing is kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBenefitTown, type Town } from './testing.ts'

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

describe('the library of policies', () => {
  it('is for everybody, by audience and theme', async () => {
    const all = await town.test.asNobody.get<{ benefits: { id: string; payerName: string }[] }>('/benefits')
    expect(all.body.benefits.map(({ id }) => id)).toEqual(['star-allowance', 'farewell-grant', 'solace-grant', 'observatory-reward'])
    expect((await town.test.asNobody.get<{ benefits: { id: string }[] }>('/benefits?for=company')).body.benefits).toHaveLength(1)
  })

  it('says of one policy its conditions, sources, and what it goes before', async () => {
    const { body } = await town.test.asNobody.get('/benefits/farewell-grant')
    expect(body).toMatchObject({ excludes: [{ id: 'solace-grant' }], facts: [{ concept: 'person.spouseDeceasedOn', name: '配偶死亡日期' }], source: { title: '样例津贴办法' } })
    expect((await town.test.asNobody.get('/benefits/no-such-policy')).status).toBe(404)
  })

  it('offers the facts policies read, with their choices', async () => {
    const { body } = await town.test.asNobody.get<{ facts: { concept: string }[] }>('/benefits/facts?for=company')
    expect(body.facts.map(({ concept }) => concept)).toEqual(['company.telescopes'])
  })
})

describe('trying a profile', () => {
  type Tried = { matches: { id: string; verdict: string; fen?: number; conditions: { missing: { concept: string }[]; lack?: string }[] }[] }

  it('tells met, not met with what to do, and not known with what is missing', async () => {
    const verdictOf = async (facts: Record<string, unknown>) => (await town.test.asNobody.post<Tried>('/benefits/match', { for: 'company', facts })).body.matches[0]
    expect(await verdictOf({ 'company.telescopes': 12 })).toMatchObject({ verdict: 'yes', fen: 120_000 })
    expect(await verdictOf({ 'company.telescopes': 2 })).toMatchObject({ verdict: 'no', conditions: [{ lack: '再添几台望远镜。' }] })
    expect(await verdictOf({})).toMatchObject({ verdict: 'unknown', conditions: [{ missing: [{ concept: 'company.telescopes' }] }] })
  })

  it('refuses what is no fact', async () => {
    expect((await town.test.asNobody.post('/benefits/match', { for: 'company', facts: { 'x; drop': 1 } })).status).toBe(400)
  })
})
