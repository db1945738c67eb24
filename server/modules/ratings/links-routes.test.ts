// Rating by a link over HTTP: once, without logging in; what is not ours, altered or over opens nothing; officials make one for their place only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { addDays } from '../../kernel/clock.ts'
import { writeLink } from './rating-link.ts'
import { good, openTown, type Town } from './testing.ts'

let town: Town
let approver: TestClient
beforeAll(async () => {
  town = await openTown()
  approver = await town.official('approver')
})
afterAll(() => town.close())

describe('a link', () => {
  it('lets whoever holds it rate that case once without logging in', async () => {
    const { caseId } = await town.decided(approver)
    const made = await approver.post<{ address: string }>('/ratings/links', { case: caseId })
    expect(made.status).toBe(201)
    const token = made.body.address.split('/rate/')[1] ?? ''
    expect((await town.test.asNobody.get<{ name: string; rated: string | null }>(`/ratings/links/${token}`)).body).toMatchObject({ name: '望远镜许可', rated: null })
    const both = await Promise.all([1, 2].map(() => town.test.asNobody.post(`/ratings/links/${token}`, good)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await town.test.asNobody.get<{ rated: string }>(`/ratings/links/${token}`)).body.rated).toBe('very-satisfied')
    expect((await approver.post('/ratings/links', { case: caseId })).status).toBe(409)
  })

  it('cannot be guessed, altered, or used after its day', async () => {
    const { caseId } = await town.decided(approver)
    const secret = town.test.app.config.sessionSecret
    const until = Math.floor(Date.parse('2026-04-01T00:00:00Z') / 1000)
    const right = writeLink({ case: caseId, channel: 'link', until }, secret)
    const altered = [...right].map((letter, index) => (index === 3 ? (letter === 'A' ? 'B' : 'A') : letter)).join('')
    const forged = writeLink({ case: caseId, channel: 'link', until }, 'another secret of thirty-two letters')
    const over = writeLink({ case: caseId, channel: 'link', until: Math.floor(Date.parse(`${addDays('2026-03-02', -1)}T00:00:00Z`) / 1000) }, secret)
    for (const token of [altered, forged, over, 'a'.repeat(50)]) expect((await town.test.asNobody.post(`/ratings/links/${token}`, good)).status).toBe(404)
    expect((await town.test.asNobody.get(`/ratings/links/${right}`)).status).toBe(200)
  })

  it('is made by officials of the place only, and used by an official it is held', async () => {
    const { caseId } = await town.decided(approver)
    expect((await (await town.official('approver', '990102')).post('/ratings/links', { case: caseId })).status).toBe(404)
    expect((await (await town.test.as({ person: {} })).post('/ratings/links', { case: caseId })).status).toBe(403)
    const { address } = (await (await town.official('window')).post<{ address: string }>('/ratings/links', { case: caseId })).body
    const held = await town.counted('held')
    expect((await approver.post(`/ratings/links/${address.split('/rate/')[1]}`, good)).status).toBe(201)
    expect(await town.counted('held')).toBe(held + 1)
  })

  it('for a kiosk counts as at a window: more than five from its address, also opened by the clerk there, but not the ninth within ten minutes', async () => {
    town.turnTo('2026-03-02T08:00:00Z')
    const window = await town.official('window')
    const rateAt = async (client: TestClient, by = approver) => {
      const { caseId } = await town.decided(by)
      const { address } = (await window.post<{ address: string }>('/ratings/links', { case: caseId, channel: 'kiosk' })).body
      return client.post(`/ratings/links/${address.split('/rate/')[1]}`, good)
    }
    const held = await town.counted('held')
    for (let nth = 0; nth < 8; nth += 1) expect((await rateAt(nth === 0 ? window : town.test.asNobody)).status).toBe(201)
    expect(await town.counted('held')).toBe(held)
    await rateAt(town.test.asNobody)
    expect(await town.counted('held')).toBe(held + 1)
    town.turnTo('2026-03-02T08:30:00Z')
    await rateAt(approver)
    expect(await town.counted('held')).toBe(held + 2)
  })
})
