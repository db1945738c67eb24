// Bad ratings at the desk: contact, fix, reply, review, a new word; appeals and denials decided by a supervisor; each in their own jurisdiction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { on, uploadRequest } from '../../testing/telescope.ts'
import { followRectifications } from './following.ts'
import { bad, good, openTown, type Desk, type Own, type Town } from './testing.ts'

let town: Town
let approver: TestClient
let clerk: TestClient
let head: TestClient
let supervisor: TestClient
beforeAll(async () => {
  town = await openTown()
  approver = await town.official('approver')
  clerk = await town.official('clerk')
  head = await town.official('head')
  supervisor = await town.official('supervisor')
})
afterAll(() => town.close())

/** A bad rating of a case the approver decided. */
const rated = async (said: object = bad) => {
  const { resident, caseId } = await town.decided(approver)
  const { id } = (await resident.post<Own>('/ratings', { kind: 'case', id: caseId, ...said })).body
  const look = async (who = clerk) => (await who.get<Desk>(`/ratings/desk/${id}`)).body
  const act = async (who: TestClient, step: string, body: object) => who.post<Desk>(`/ratings/desk/${id}/${step}`, { revision: (await look()).revision, ...body })
  const own = async () => (await resident.get<{ ratings: Own[] }>('/ratings/own')).body.ratings.find((each) => each.id === id)
  return { id, resident, look, act, own }
}

const kindsOf = async (who: TestClient) => (await who.get<{ messages: { kind: string }[] }>('/staff-messages')).body.messages.map(({ kind }) => kind)

/** As far as the supervisor's review. */
const replied = async () => {
  const one = await rated()
  await one.act(clerk, 'contact', { reached: true, note: '电话里说清楚了，确实等了三次。' })
  await one.act(clerk, 'fix', { measures: '叫号系统已经修好。' })
  await one.act(head, 'reply', { text: '让您久等了，叫号系统已经修好。' })
  return one
}

describe('a bad rating', () => {
  it('is looked into by the unit within working days, not by whoever it is about, and seen by nobody elsewhere', async () => {
    const { id, look, act } = await rated()
    expect(await look()).toMatchObject({ state: 'open', dueOn: '2026-03-03', person: '测***', phoneMasked: '154****0000', official: '测试approver', isOwn: false })
    expect(await kindsOf(clerk)).toContain('ratingBad')
    expect((await act(approver, 'contact', { reached: true, note: '自己来处理。' })).status).toBe(409)
    expect((await act(supervisor, 'contact', { reached: true, note: '替他们来。' })).status).toBe(403)
    const elsewhere = await town.official('head', '990102')
    expect((await elsewhere.get(`/ratings/desk/${id}`)).status).toBe(404)
    expect((await elsewhere.post(`/ratings/desk/${id}/contact`, { revision: 1, reached: true, note: '管不着。' })).status).toBe(404)
    expect((await elsewhere.get<{ ratings: Desk[] }>('/ratings/desk?view=all')).body.ratings).toEqual([])
    expect((await (await town.test.as({ person: {} })).get('/ratings/desk')).status).toBe(403)
    expect((await clerk.post<{ phone: string }>(`/ratings/desk/${id}/phone`)).body.phone).toBe('15400000000')
    expect((await approver.post(`/ratings/desk/${id}/phone`)).status).toBe(409)
    expect((await clerk.get<{ ratings: Desk[] }>('/ratings/desk')).body.ratings.map((each) => each.id)).toContain(id)
  })

  it('goes from contact to fix to reply to review, is published without personal data, and may be rated once more', async () => {
    const { id, act, own, look, resident } = await replied()
    expect(await own()).toMatchObject({ state: 'replied', reply: '让您久等了，叫号系统已经修好。', mayRateAgain: false })
    expect((await resident.post(`/ratings/own/${id}/again`, good)).status).toBe(409)
    const { publicWords } = await look()
    expect(publicWords).not.toMatch(/陆小川|13812345678/)
    expect((await act(head, 'pass', { publication: null })).status).toBe(403)
    expect((await act(supervisor, 'pass', { publication: { words: publicWords, reply: '叫号系统已经修好。' } })).body).toMatchObject({ state: 'passed', dueOn: null })
    const published = (await town.test.asNobody.get<{ ratings: { id: string; words: string; reply: string }[] }>('/ratings/public')).body.ratings.find((each) => each.id === id)
    expect(published).toMatchObject({ words: publicWords, reply: '叫号系统已经修好。' })
    expect((await own())?.mayRateAgain).toBe(true)
    const other = await town.test.as({ person: {} })
    expect((await other.post(`/ratings/own/${id}/again`, good)).status).toBe(404)
    const again = await Promise.all([1, 2].map(() => resident.post(`/ratings/own/${id}/again`, { ...bad, words: '还是慢' })))
    expect(again.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(await own()).toMatchObject({ grade: 'very-unsatisfied', again: 'very-unsatisfied', mayRateAgain: false })
    expect(await kindsOf(supervisor)).toContain('ratingStillBad')
  })

  it('goes back to the unit when it was not put right, and an old look at it is refused', async () => {
    const { id, act } = await replied()
    expect((await supervisor.post(`/ratings/desk/${id}/send-back`, { revision: 1, reasons: '没有说明原因。' })).status).toBe(409)
    expect((await act(supervisor, 'send-back', { reasons: '没有说明原因。' })).body).toMatchObject({ state: 'contacted', dueOn: '2026-03-09' })
    expect(await kindsOf(clerk)).toContain('ratingSentBack')
  })

  it('that was given by mistake stays on record and no longer counts', async () => {
    const before = await town.counted('very_unsatisfied')
    const { act, own, resident } = await rated()
    expect(await town.counted('very_unsatisfied')).toBe(before + 1)
    await act(clerk, 'contact', { reached: true, note: '点错了。' })
    expect((await act(supervisor, 'dismiss', { reasons: '本人说点错了。' })).body).toMatchObject({ state: 'unfounded', counts: 'none' })
    expect(await town.counted('very_unsatisfied')).toBe(before)
    expect(await own()).toMatchObject({ grade: 'very-unsatisfied', counts: 'none' })
    expect((await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('一次评价没有计入：望远镜许可')
  })

  it('that is late is told on each step of the ladder, once', async () => {
    const { id, look } = await rated()
    town.turnTo('2026-03-05T02:00:00Z')
    expect(await followRectifications(town.test.app)).toBeGreaterThan(0)
    const told = (await kindsOf(await town.official('head'))).length
    expect(await followRectifications(town.test.app)).toBe(0)
    town.turnTo(on)
    expect((await kindsOf(head)).filter((kind) => kind === 'ratingLate').length).toBeGreaterThan(0)
    expect(told).toBe(0)
    expect((await look()).revision).toBe(2)
    expect((await clerk.get<{ ratings: Desk[] }>('/ratings/desk')).body.ratings.map((each) => each.id)).toContain(id)
  })
})

describe('an appeal', () => {
  it('takes the rating out of the official’s figures when a supervisor agrees, and leaves it to the unit', async () => {
    const [unit, personal] = [await town.counted('very_unsatisfied'), await town.counted('very_unsatisfied', 'staff')]
    const { id, look } = await rated()
    expect((await clerk.post(`/ratings/desk/${id}/appeal`, { grounds: '不是我办的，也来说说。' })).status).toBe(404)
    expect((await supervisor.post(`/ratings/desk/${id}/appeal`, { grounds: '监督员来申诉。' })).status).toBe(403)
    expect((await look(approver)).mayAppeal).toBe(true)
    expect((await approver.post(`/ratings/desk/${id}/appeal`, { grounds: '那天系统全市中断，有通知为证。' })).status).toBe(201)
    expect((await approver.post(`/ratings/desk/${id}/appeal`, { grounds: '再说一次也一样。' })).status).toBe(409)
    expect((await approver.request(uploadRequest(`/ratings/desk/${id}/files`))).statusCode).toBe(201)
    expect((await clerk.request(uploadRequest(`/ratings/desk/${id}/files`))).statusCode).toBe(404)
    const [file] = (await look(supervisor)).files
    expect((await supervisor.get(`/ratings/desk/${id}/files/${file?.id}`)).status).toBe(200)
    expect((await (await town.official('clerk', '990102')).get(`/ratings/desk/${id}/files/${file?.id}`)).status).toBe(404)
    expect((await supervisor.get<{ ratings: Desk[] }>('/ratings/desk?view=questions')).body.ratings.map((each) => each.id)).toContain(id)
    expect((await approver.post(`/ratings/desk/${id}/rulings`, { about: 'appeal', verdict: 'excluded', reasons: '自己同意。' })).status).toBe(403)
    expect((await (await town.official('supervisor', '990102')).post(`/ratings/desk/${id}/rulings`, { about: 'appeal', verdict: 'excluded', reasons: '别处的。' })).status).toBe(404)
    expect((await supervisor.post(`/ratings/desk/${id}/rulings`, { about: 'appeal', verdict: 'excluded', reasons: '属实，非本人责任。' })).status).toBe(200)
    expect((await supervisor.post(`/ratings/desk/${id}/rulings`, { about: 'appeal', verdict: 'counted', reasons: '改主意了。' })).status).toBe(409)
    expect(await town.counted('very_unsatisfied')).toBe(unit + 1)
    expect(await town.counted('very_unsatisfied', 'staff')).toBe(personal)
    expect(await look()).toMatchObject({ counts: 'unit', state: 'open' })
    expect(await kindsOf(approver)).toContain('ratingExcluded')
    expect((await approver.get<{ ratings: Desk[] }>('/ratings/desk?view=mine')).body.ratings.find((each) => each.id === id)).toMatchObject({ isOwn: true })
  })
})
