// The numbered decision on a case granted by rule: issued when asked for, once, dated as decided, to its applicant only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { withNotices } from '../notices/testing.ts'

type Notices = { notices: { id: string }[] }

const time = turnable(on)
let town: TelescopeTown
let clerk: TestClient
beforeAll(async () => {
  town = await openTelescopeTown(time.clock, withNotices(testingPacks(on.slice(0, 10))))
  clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
})
afterAll(() => town.close())

const open = (client: TestClient, path: string) => client.request({ method: 'GET', url: `/api/v1${path}` })

describe('the decision on a case the rules granted', () => {
  it('is issued when its applicant asks for it, once, dated as decided; nobody else gets it', async () => {
    const owner = await town.test.as({ person: {} })
    const { id, cases } = await handIn(owner)
    const granted = cases.find(({ state }) => state === 'granted')
    const open1 = cases.find(({ ended }) => !ended)
    expect((await owner.get<Notices>(`/applications/${id}/notices`)).body.notices).toEqual([])
    expect((await clerk.post(`/my-cases/${granted?.id}/decision-notice`)).status).toBe(403)
    expect((await (await town.test.as({ person: {} })).post(`/my-cases/${granted?.id}/decision-notice`)).status).toBe(404)
    expect((await owner.post(`/my-cases/${open1?.id}/decision-notice`)).status).toBe(409)
    time.turnTo('2026-03-02T12:00:00Z')
    await owner.get('/messages')
    time.turnTo('2026-03-02T20:00:00Z') // the next day in China
    const [one, two] = [await owner.post<{ notice: string }>(`/my-cases/${granted?.id}/decision-notice`), await owner.post<{ notice: string }>(`/my-cases/${granted?.id}/decision-notice`)]
    expect(one.status).toBe(200)
    expect(two.body).toEqual(one.body)
    expect((await open(owner, `/notices/${one.body.notice}/document`)).statusCode).toBe(200)
    const [{ words } = { words: { date: '', paragraphs: [''] } }] = await town.test.app.db.read<{ words: { date: string; paragraphs: string[] } }[]>`select words from notices where id = ${one.body.notice}`
    expect(words.date).toBe('2026-03-02')
    expect(words.paragraphs[0]).toContain(granted?.result?.number ?? '?')
    time.turnTo(on)
  })
})
