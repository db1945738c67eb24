// Somebody who types one stranger's number after the other is stopped with a clear answer; what they typed is kept, and their own records still come.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, on, openTelescopeTown, residence, turnable, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'
import type { Catalogue } from '../catalogue/index.ts'

/** A telescope's model is a number somebody types; its record says whose telescope it is. */
const byModel = (catalogue: Catalogue): Catalogue => {
  const { residents } = catalogue.registries
  const owner = catalogue.concepts['applicant.idNumber']
  const model = catalogue.concepts['telescope.model']
  if (!residents || !owner || !model) throw new Error('the testing pack has changed')
  return {
    ...catalogue,
    concepts: { ...catalogue.concepts, 'telescope.model': { ...model, type: 'idNumber', constraint: {} }, 'keeper.idNumber': { ...owner, id: 'keeper.idNumber', subject: 'keeper' } },
    registries: { residents, telescopes: { ...residents, id: 'telescopes', keys: { telescope: 'telescope.model', keeper: 'telescope.model' }, answers: { 'telescope.lampNumber': 'lamp', 'keeper.idNumber': 'keeperIdNumber' }, replaces: [] } },
  }
}

describe('numbers typed one after the other', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock, changedPacks(byModel))
    Object.assign(town.test.app.config.registries, { telescopes: town.test.app.config.registries['residents'] })
  })
  afterAll(() => town.close())

  it('are looked up a dozen times an hour and no more, across drafts; then the person is asked, and told from when on it is possible again', async () => {
    const client = await town.test.as({ person: {} })
    town.registry.answer({ ...residence, lamp: 'L0001', keeperIdNumber: inventIdNumber(15_000) })
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', answers: { 'telescope.place': 'home', 'telescope.lamp': true } })
    await client.put(`/applications/${id}/consents`, { consents: { residents: true, telescopes: true } })
    const before = town.registry.asked.length
    const type = (nth: number) => client.put<DraftReply & { retry: Record<string, { at: string; because: string }> }>(`/applications/${id}/answers`, { answers: { 'telescope.model': inventIdNumber(15_100 + nth) } })
    for (let nth = 0; nth < 12; nth += 1) await type(nth)
    expect(town.registry.asked.length - before).toBe(12)
    const over = await type(12)
    expect(over.status).toBe(200)
    expect(town.registry.asked.length - before).toBe(12)
    expect(over.body).toMatchObject({ answers: { 'telescope.model': inventIdNumber(15_112) }, registries: { telescopes: 'unavailable' }, retry: { telescopes: { at: '2026-03-02T03:00:00.000Z', because: 'tooMany' } } })
    expect(over.body.plan.concepts.find(({ concept }) => concept === 'telescope.lampNumber')).toMatchObject({ source: { kind: 'ask' } })
    const again = await client.post<{ error: { code: string; details: { at: string } } }>(`/applications/${id}/look-ups`)
    expect([again.status, again.body.error]).toMatchObject([429, { code: 'too_many_look_ups', details: { at: '2026-03-02T03:00:00.000Z' } }])
    turnTo('2026-03-02T03:00:01Z')
    expect((await client.post<DraftReply>(`/applications/${id}/look-ups`)).body.registries['telescopes']).toBe('noRecord')
  })

  it('use up nothing while the registry does not answer, whether it was asked or only rested', async () => {
    turnTo('2026-03-03T02:00:00Z')
    const client = await town.test.as({ person: {} })
    town.registry.answer({ ...residence, lamp: 'L0001', keeperIdNumber: inventIdNumber(15_000) })
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', answers: { 'telescope.place': 'home', 'telescope.lamp': true } })
    await client.put(`/applications/${id}/consents`, { consents: { residents: true, telescopes: true } })
    const type = (nth: number) => client.put<DraftReply & { retry: Record<string, { because: string }> }>(`/applications/${id}/answers`, { answers: { 'telescope.model': inventIdNumber(15_200 + nth) } })
    town.registry.breakWith(503)
    for (let nth = 0; nth < 13; nth += 1) expect((await type(nth)).body.registries['telescopes']).toBe('unavailable')
    town.registry.answer({ ...residence, lamp: 'L0001', keeperIdNumber: inventIdNumber(15_000) })
    turnTo('2026-03-03T02:01:00Z')
    const before = town.registry.asked.length
    const back = await type(13)
    expect(town.registry.asked.length).toBe(before + 1)
    expect([back.body.registries['telescopes'], back.body.retry]).toEqual(['noRecord', {}])
  })
})
