// Late requests bring cards as late cases do: to whoever has them, once for each mark, seen by the unit and by those who watch over it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { sweepRequests } from '../requests/index.ts'
import { answer, officialsOf, report, type Officials, type OwnReply } from '../requests/testing.ts'
import { withLadder } from './testing.ts'

type Card = { id: string; color: string; requestId: string | null; caseId: string | null; number: string; line: string; region: string; daysLate: number; promisedOn: string; standing: string }
type Late = { requests: { id: string; title: string; mark: number; assigned: boolean }[]; next: string | null }

const posting = (role: 'clerk' | 'supervisor', line: string | null, region: string) => ({ role, line, region })

describe('late requests', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let officials: Officials
  let supervisor: TestClient
  let one: OwnReply
  let unclear: OwnReply
  /** Sessions do not last for days. */
  const turn = async (instant: string): Promise<void> => {
    turnTo(instant)
    officials = await officialsOf(test)
    supervisor = await test.as({ staff: [posting('supervisor', null, '990101')], name: '督办员丁' })
    await sweepRequests(test.app)
    await test.runJobs()
  }
  beforeAll(async () => {
    test = await startTestApp({ clock, packs: withLadder(testingPacks(on.slice(0, 10))), environment: { REGION: '990100' } })
    const resident = await test.as({ person: { name: '丘小溪', phone: '13900002222' } })
    officials = await officialsOf(test)
    one = (await report(resident, { text: '我叫丘小溪，望月里的路灯太亮，请问什么时候装遮光罩？' })).body
    unclear = (await report(resident, { text: '说不清楚的一件事，劳驾看看归谁。', category: '' })).body
  })
  afterAll(() => test.close())

  const cardsOf = async (client: TestClient): Promise<Card[]> => (await client.get<{ cards: Card[] }>('/supervision/cards')).body.cards
  const inbox = async (client: TestClient): Promise<string[]> => (await client.get<{ messages: { kind: string; requestId: string | null }[] }>('/staff-messages')).body.messages.filter(({ requestId }) => requestId !== null).map(({ kind }) => kind)

  it('bring the unit a yellow card when the time for an answer is over, and nothing while it runs', async () => {
    await turn('2026-03-11T09:59:00Z')
    expect(await cardsOf(officials.clerk)).toEqual([])
    expect((await supervisor.get<Late>('/supervision/late-requests')).body.requests).toEqual([])
    await turn('2026-03-11T10:01:00Z')
    expect(await cardsOf(officials.clerk)).toMatchObject([{ color: 'yellow', requestId: one.id, caseId: null, number: one.number, line: 'sky', region: '990101', daysLate: 0, promisedOn: '2026-03-11' }])
    expect(await inbox(officials.clerk)).toEqual(expect.arrayContaining(['requestsLate', 'requestYellowCard']))
    await turn('2026-03-11T10:05:00Z')
    expect(await cardsOf(officials.clerk)).toHaveLength(1)
  })

  it('are listed for the unit and for supervision, without people, and for nobody elsewhere', async () => {
    const { requests } = (await supervisor.get<Late>('/supervision/late-requests')).body
    expect(requests).toMatchObject([{ id: one.id, mark: 2, assigned: false }])
    expect(JSON.stringify(requests)).not.toContain('丘小溪')
    expect((await officials.clerk.get<Late>('/supervision/late-requests?line=sky&region=990101')).body.requests).toHaveLength(1)
    expect((await supervisor.get<Late>(`/supervision/late-requests?after=${one.id}`)).body).toEqual({ requests: [], next: null })
    expect((await officials.elsewhere.get<Late>('/supervision/late-requests')).body.requests).toEqual([])
    expect((await officials.dispatcher.get('/supervision/late-requests')).status).toBe(403)
    expect((await test.asNobody.get('/supervision/late-requests')).status).toBe(401)
    expect((await officials.dispatcher.get<{ cards: Card[] }>(`/requests/${one.id}/supervision`)).body.cards).toHaveLength(1)
    expect((await officials.elsewhere.get(`/requests/${one.id}/supervision`)).status).toBe(404)
    expect((await officials.designer.get(`/requests/${one.id}/supervision`)).status).toBe(403)
  })

  it('what nobody was found for is the request centre’s own delay', async () => {
    const centre = await test.as({ staff: [posting('clerk', 'government-services', '990100')] })
    expect(await cardsOf(centre)).toMatchObject([{ color: 'yellow', requestId: unclear.id, line: 'government-services', region: '990100' }])
  })

  it('are answered by the unit and decided on like every card', async () => {
    const [card] = await cardsOf(officials.clerk)
    expect((await officials.clerk.post<Card>(`/supervision/cards/${card?.id}/answer`, { text: '遮光罩要定做，下周一装好。', rectified: false })).body).toMatchObject({ standing: 'answered', number: one.number })
    expect((await supervisor.post<Card>(`/supervision/cards/${card?.id}/verdict`, { verdict: 'confirmed', reasons: '属实。' })).body.standing).toBe('confirmed')
    expect(await inbox(officials.clerk)).toContain('cardConfirmed')
  })

  it('bring a red card at three times the time, and none once there is an answer', async () => {
    await turn('2026-04-03T01:00:00Z')
    expect((await cardsOf(officials.clerk)).filter(({ requestId }) => requestId === one.id).map(({ color }) => color)).toEqual(['red', 'yellow'])
    expect(await inbox(supervisor)).toContain('requestsLate')
    await answer(officials, one.id)
    expect((await supervisor.get<Late>('/supervision/late-requests')).body.requests).toEqual([])
  })
})
