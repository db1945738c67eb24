// One tap on the tablet at a window: it counts for the visit once, is told to the person, and many or hasty ones are looked at first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bad, comeTo, good, openTown, type Desk, type Own, type Town } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const seated = async (counter: string) => {
  const window = await town.official('window')
  const seat = await window.post('/window/seat', { outlet: 'east-hall', counter })
  if (seat.status !== 201) throw new Error(JSON.stringify(seat.body))
  return window
}

describe('a visit', () => {
  it('is rated once, also in a race, while it lasts or shortly after; the person is told and may say that it was not them', async () => {
    const window = await seated('1')
    expect((await window.get<{ visit: null }>('/window/rating')).body.visit).toBeNull()
    const resident = await town.test.as({ person: { name: '凌晓', idNumber: '990101199001019998' } })
    await resident.post('/show-code')
    const { code } = (await resident.post<{ code: string }>('/show-code')).body
    const visit = (await window.post<{ id: string }>('/window/session', { code })).body.id
    town.turnTo('2026-03-02T02:10:00Z')
    await window.delete('/window/session')
    expect((await window.get<{ visit: { id: string; rated: boolean } }>('/window/rating')).body.visit).toMatchObject({ id: visit, rated: false })
    const taps = await Promise.all([1, 2].map(() => window.post('/window/rating', { visit, ...bad })))
    expect(taps.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const [own] = (await resident.get<{ ratings: Own[] }>('/ratings/own')).body.ratings
    expect(own).toMatchObject({ grade: 'very-unsatisfied', state: 'open', mayDeny: true })
    expect((await resident.post(`/ratings/own/${own?.id}/deny`)).status).toBe(200)
    expect((await resident.post(`/ratings/own/${own?.id}/deny`)).status).toBe(409)
    const supervisor = await town.official('supervisor')
    expect((await supervisor.get<{ ratings: Desk[] }>('/ratings/desk?view=questions')).body.ratings[0]).toMatchObject({ id: own?.id, questions: [{ kind: 'denied' }] })
    await supervisor.post(`/ratings/desk/${own?.id}/rulings`, { about: 'denied', verdict: 'excluded', reasons: '监控里是窗口人员点的。' })
    expect((await resident.get<{ ratings: Own[] }>('/ratings/own')).body.ratings[0]).toMatchObject({ counts: 'none', state: 'unfounded' })
    town.turnTo('2026-03-02T02:30:00Z')
    expect((await window.get<{ visit: null }>('/window/rating')).body.visit).toBeNull()
    expect((await window.post('/window/rating', { visit, ...good })).status).toBe(404)
  })

  it('of somebody else’s window, or of who sat there before, is not rated here', async () => {
    const window = await seated('2')
    const first = await comeTo(window)
    const other = await town.official('window')
    expect((await other.post('/window/rating', { visit: first, ...good })).status).toBe(404)
    town.turnTo('2026-03-02T02:31:00Z')
    await comeTo(window)
    expect((await window.post('/window/rating', { visit: first, ...good })).status).toBe(404)
    expect((await (await town.official('clerk')).get('/window/rating')).status).toBe(403)
  })

  it('counts only after a look when it was tapped at once, or when many come within minutes', async () => {
    const window = await town.official('window', '990102')
    await window.post('/window/seat', { outlet: 'west-hall', counter: '1' })
    town.turnTo('2026-03-02T03:00:00Z')
    const hasty = await comeTo(window)
    await window.post('/window/rating', { visit: hasty, ...good })
    const supervisor = await town.official('supervisor', '990102')
    const questions = async () => (await supervisor.get<{ ratings: Desk[] }>('/ratings/desk?view=questions')).body.ratings
    expect((await questions())[0]?.questions).toMatchObject([{ kind: 'hold', grounds: 'hasty', verdict: null }])
    for (let nth = 1; nth <= 9; nth += 1) {
      const visit = await comeTo(window, `来人${nth}`)
      town.turnTo(`2026-03-02T03:${String(nth).padStart(2, '0')}:00Z`)
      await window.post('/window/rating', { visit, ...good })
    }
    expect((await questions()).filter((each) => each.questions[0]?.grounds === 'burst').length).toBeGreaterThan(0)
    const praised = await town.counted('very_satisfied')
    const [held] = await questions()
    await supervisor.post(`/ratings/desk/${held?.id}/rulings`, { about: 'hold', verdict: 'counted', reasons: '看过监控，是本人点的。' })
    expect(await town.counted('very_satisfied')).toBe(praised + 1)
  })
})
