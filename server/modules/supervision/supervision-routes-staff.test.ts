// Cards over HTTP: the unit answers once, the supervisor decides with reasons, each in their own jurisdiction only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { sweep } from './sweeping.ts'
import { updatePromise, withLadder } from './testing.ts'

type CardReply = { id: string; color: string; standing: string; caseId: string | null; requestId: string | null; number: string; daysLate: number; answerDueOn: string; answerLate: boolean; answer: { text: string; byName: string } | null; decision: { reasons: string } | null; decidable: { confirmed: boolean; cancelled: boolean } }
type Cards = { cards: CardReply[]; next: string | null }

const posting = (role: 'clerk' | 'approver' | 'supervisor' | 'designer', line: string | null = 'sky', region = '990101') => ({ role, region, line })

describe('cards', () => {
  const time = turnable(on)
  let town: TelescopeTown
  let clerk: TestClient
  let supervisor: TestClient
  let elsewhere: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(time.clock, withLadder(testingPacks(on.slice(0, 10))))
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    supervisor = await town.test.as({ staff: [posting('supervisor', null)], name: '督办员丁' })
    elsewhere = await town.test.as({ staff: [posting('supervisor', null, '990102'), posting('clerk', 'energy')] })
  })
  afterAll(() => town.close())

  /** A case two working days late, with its yellow card. */
  const carded = async (): Promise<CardReply> => {
    const { cases } = await handIn(await town.test.as({ person: {} }))
    const id = cases.find(({ service }) => service === 'telescope-permit')?.id ?? ''
    await town.test.app.db.transaction((tx) => updatePromise(tx, id, { from: '2026-02-24', on: '2026-02-27' }))
    await sweep(town.test.app)
    const { cards } = (await clerk.get<Cards>('/supervision/cards')).body
    const card = cards.find(({ caseId, color }) => caseId === id && color === 'yellow')
    if (!card) throw new Error('no card')
    return card
  }

  it('are seen by the unit and by those who watch over it, and by nobody else', async () => {
    const card = await carded()
    expect(card).toMatchObject({ color: 'yellow', standing: 'open', daysLate: 2, answerDueOn: '2026-03-04', answerLate: false, decidable: { confirmed: false, cancelled: true } })
    expect(card.number).toMatch(/^990101-20260302-/)
    expect((await supervisor.get<Cards>('/supervision/cards?standing=open')).body.cards.map(({ id }) => id)).toContain(card.id)
    expect((await elsewhere.get<Cards>('/supervision/cards')).body.cards).toEqual([])
    expect((await elsewhere.post(`/supervision/cards/${card.id}/answer`, { text: '不归我们管。', rectified: false })).status).toBe(404)
    expect((await elsewhere.post(`/supervision/cards/${card.id}/verdict`, { verdict: 'cancelled', reasons: '不归我们管。' })).status).toBe(404)
    expect((await (await town.test.as({ staff: [posting('designer')] })).get('/supervision/cards')).status).toBe(403)
    expect((await (await town.test.as({ person: {} })).get('/supervision/late')).status).toBe(403)
    expect((await town.test.asNobody.get('/supervision/cards')).status).toBe(401)
    expect((await elsewhere.get(`/cases/${card.caseId}/supervision`)).status).toBe(404)
  })

  it('are answered once by the unit, then confirmed by a supervisor; each is told of the other', async () => {
    const card = await carded()
    expect((await supervisor.post(`/supervision/cards/${card.id}/answer`, { text: '替他们说明。', rectified: true })).status).toBe(403)
    expect((await clerk.post(`/supervision/cards/${card.id}/verdict`, { verdict: 'cancelled', reasons: '自己撤销。' })).status).toBe(403)
    expect((await supervisor.post(`/supervision/cards/${card.id}/verdict`, { verdict: 'confirmed', reasons: '属实。' })).status).toBe(409)
    const answered = await clerk.post<CardReply>(`/supervision/cards/${card.id}/answer`, { text: '系统升级耽误，今天已经办结。', rectified: true })
    expect(answered.body).toMatchObject({ standing: 'answered', answer: { text: '系统升级耽误，今天已经办结。', byName: '受理员甲' }, decidable: { confirmed: true, cancelled: true } })
    expect((await clerk.post(`/supervision/cards/${card.id}/answer`, { text: '再说一次。', rectified: true })).status).toBe(409)
    const decided = await supervisor.post<CardReply>(`/supervision/cards/${card.id}/verdict`, { verdict: 'confirmed', reasons: '属实，计入考核。' })
    expect(decided.body).toMatchObject({ standing: 'confirmed', decision: { reasons: '属实，计入考核。' }, decidable: { confirmed: false, cancelled: false } })
    expect((await supervisor.post(`/supervision/cards/${card.id}/verdict`, { verdict: 'cancelled', reasons: '又撤销。' })).status).toBe(409)
    const told = async (client: TestClient) => (await client.get<{ messages: { kind: string; cardId: string | null }[] }>('/staff-messages')).body.messages.filter(({ cardId }) => cardId === card.id).map(({ kind }) => kind)
    expect(await told(supervisor)).toEqual(['cardAnswered'])
    expect((await told(clerk)).toSorted()).toEqual(['cardConfirmed', 'yellowCard'])
    const trail = await listAuditOf(town.test.app.db.read, 'card', card.id)
    expect(trail.map(({ action }) => action)).toEqual(['cards.decide', 'cards.answer', 'cards.issue'])
  })

  it('may be confirmed without an answer once its days have passed, and cancelled with reasons at any time', async () => {
    const [silent, mistaken] = [await carded(), await carded()]
    expect((await supervisor.post(`/supervision/cards/${mistaken.id}/verdict`, { verdict: 'cancelled', reasons: '' })).status).toBe(400)
    expect((await supervisor.post<CardReply>(`/supervision/cards/${mistaken.id}/verdict`, { verdict: 'cancelled', reasons: '系统误判。' })).body.standing).toBe('cancelled')
    time.turnTo('2026-03-05T01:00:00Z')
    const later = await town.test.as({ staff: [posting('supervisor', null)] })
    expect((await later.get<Cards>('/supervision/cards?standing=open')).body.cards.find(({ id }) => id === silent.id)).toMatchObject({ answerLate: true, decidable: { confirmed: true } })
    expect((await later.post<CardReply>(`/supervision/cards/${silent.id}/verdict`, { verdict: 'confirmed', reasons: '逾期未答复。' })).body.standing).toBe('confirmed')
    time.turnTo(on)
  })

  it('are turned page by page without gap or repeat', async () => {
    await carded()
    const all = (await supervisor.get<Cards>('/supervision/cards')).body.cards.map(({ id }) => id)
    const first = (await supervisor.get<Cards>('/supervision/cards?limit=2')).body
    const rest = (await supervisor.get<Cards>(`/supervision/cards?before=${first.next}`)).body
    expect([...first.cards, ...rest.cards].map(({ id }) => id)).toEqual(all)
    expect(rest.next).toBeNull()
  })

  it('the ladder shows what has been done and when the next step comes, for a case as for the list of late ones', async () => {
    const card = await carded()
    const { steps, cards } = (await supervisor.get<{ steps: { step: number; on: string; takenAt: string | null; card: string | null }[]; cards: CardReply[] }>(`/cases/${card.caseId}/supervision`)).body
    expect(cards.map(({ id }) => id)).toContain(card.id)
    expect(steps.map(({ step, on: day, takenAt, card: color }) => [step, day, takenAt !== null, color])).toEqual([[1, '2026-02-28', true, null], [2, '2026-03-02', true, 'yellow'], [3, '2026-03-04', false, 'red']])
    const late = (await supervisor.get<{ cases: { id: string; daysLate: number; steps: unknown[] }[] }>('/supervision/late')).body.cases.find(({ id }) => id === card.caseId)
    expect(late).toMatchObject({ daysLate: 2, steps })
    expect((await elsewhere.get<{ cases: unknown[] }>('/supervision/late')).body.cases).toEqual([])
  })
})
