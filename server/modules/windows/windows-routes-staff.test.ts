// Who comes to a window: read from a card or a show-code, once, by a clerk who sits there, and only as long as they are served.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { actingBy, codeIn, freeSeat, openHall, opened, strangersCard, type Hall, type Served } from './testing.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const codeOf = async (resident: TestClient) => (await resident.post<{ code: string }>('/show-code')).body.code

describe('a seat', () => {
  it('is for those posted to windows, in the halls of their region', async () => {
    const [there, elsewhere] = [await hall.clerk(), await hall.clerk('990102')]
    const other = await hall.test.as({ staff: [{ role: 'window', region: '990101', line: 'sky' }] })
    const clerk = await hall.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'government-services' }] })
    const seat = { outlet: 'east-hall', counter: '2' }
    expect((await elsewhere.post('/window/seat', seat)).status).toBe(404)
    expect((await other.post('/window/seat', seat)).status).toBe(404)
    expect((await clerk.post('/window/seat', seat)).status).toBe(403)
    expect((await (await hall.resident()).post('/window/seat', seat)).status).toBe(403)
    expect((await hall.test.asNobody.get('/window')).status).toBe(401)
    expect((await there.post('/window/seat', { ...seat, counter: '9' })).status).toBe(404)
    expect((await there.post('/window/seat', seat)).status).toBe(201)
    const second = await hall.clerk()
    expect(codeIn(await second.post('/window/seat', seat))).toBe('window_taken')
    expect(codeIn(await there.post('/window/seat', { ...seat, counter: '1' }))).toBe('window_taken')
    await freeSeat(there)
    expect((await second.post('/window/seat', seat)).status).toBe(201)
    await freeSeat(second)
  })

  it('is needed before anybody is identified', async () => {
    const clerk = await hall.clerk()
    const { card } = await hall.resident()
    expect(codeIn(await clerk.post('/window/session', { card }))).toBe('not_allowed_now')
    expect(codeIn(await clerk.get('/window/results'))).toBe('not_allowed_now')
    for (const path of ['/window/list', '/window/fees']) expect(codeIn(await clerk.get(path)), path).toBe('not_allowed_now')
    expect(codeIn(await clerk.delete('/window/session'))).toBe('not_allowed_now')
    expect(codeIn(await clerk.post('/window/hand-over', { digest: 'x'.repeat(64) }))).toBe('not_allowed_now')
  })

  it('serves nobody by itself: what needs somebody who came is refused until one was identified', async () => {
    const clerk = await hall.seated()
    const nobody = '00000000-0000-7000-8000-000000000000'
    const refused = async () => [
      codeIn(await clerk.post(`/window/results/${nobody}/hand-out`)), codeIn(await clerk.post(`/window/fees/${nobody}/take`, { method: 'cash', slip: '0001' })), codeIn(await clerk.get(`/window/fees/${nobody}/receipt`)),
      codeIn(await clerk.post('/window/session/for', { delegation: nobody })),
    ]
    const alone = await refused()
    const { card } = await hall.resident()
    await clerk.post('/window/session', { card })
    const serving = await refused()
    await freeSeat(clerk)
    expect(alone).toEqual(['not_found', 'not_allowed_now', 'not_allowed_now', 'not_allowed_now'])
    expect(serving).toEqual(['not_found', 'not_found', 'not_found', 'not_found'])
  })

  it('identifies by one thing at a time, which has to be one of those it knows', async () => {
    const clerk = await hall.seated()
    const { card } = await hall.resident()
    const codes = await Promise.all([{}, { card, code: '12345678' }, { shown: '不是码' }].map(async (body) => codeIn(await clerk.post('/window/session', body))))
    await freeSeat(clerk)
    expect(codes).toEqual(['invalid', 'invalid', 'invalid'])
  })
})

describe('a card', () => {
  it('finds the account of its number, or makes one', async () => {
    const clerk = await hall.seated()
    const { card } = await hall.resident('郑安')
    const found = await clerk.post<Served>('/window/session', { card })
    expect([found.status, found.body.name, found.body.identifiedBy, found.body.came]).toEqual([201, '郑安', 'card', null])
    expect(found.body.idNumberMasked).not.toContain(card.idNumber.slice(6, 14))
    const stranger = strangersCard('何新')
    const made = await clerk.post<Served>('/window/session', { card: stranger })
    expect([made.status, made.body.name]).toEqual([201, '何新'])
    // Who logs in later with that number is the same person.
    const later = await hall.test.as({ person: stranger })
    expect((await later.get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind)).toEqual(['servedAtWindow'])
    await freeSeat(clerk)
  })

  it('with a wrong check digit, or with another’s name, identifies nobody', async () => {
    const clerk = await hall.seated()
    const { card } = await hall.resident('邹平')
    const last = card.idNumber.endsWith('1') ? '2' : '1'
    const wrong = await clerk.post('/window/session', { card: { ...card, idNumber: card.idNumber.slice(0, 17) + last } })
    expect(wrong.body).toMatchObject({ error: { code: 'invalid', details: { field: 'idNumber', problem: 'check_digit' } } })
    expect((await clerk.post('/window/session', { card: { ...card, name: '邹萍' } })).body).toMatchObject({ error: { code: 'invalid', details: { field: 'name', problem: 'differs' } } })
    expect((await clerk.get<{ served: Served | null }>('/window')).body.served).toBeNull()
    await freeSeat(clerk)
  })
})

describe('a show-code', () => {
  it('identifies once, and within a minute', async () => {
    hall.turnTo(opened)
    const [clerk, resident] = [await hall.seated(), await hall.resident('梅青')]
    const shown = await codeOf(resident)
    expect(shown).toMatch(/^\d{8}$/)
    expect((await clerk.post<Served>('/window/session', { code: shown })).body).toMatchObject({ name: '梅青', identifiedBy: 'code' })
    expect(codeIn(await clerk.post('/window/session', { code: shown }))).toBe('show_code')
    expect((await resident.get<{ used: boolean; served: { counter: string } }>('/show-code')).body).toMatchObject({ used: true, served: { counter: '1' } })
    const late = await codeOf(resident)
    hall.turnTo('2026-03-02T02:01:01Z')
    expect(codeIn(await clerk.post('/window/session', { code: late }))).toBe('show_code')
    hall.turnTo(opened)
    await freeSeat(clerk)
  })

  it('is worth nothing once a new one was drawn, and belongs to residents', async () => {
    const [clerk, resident] = [await hall.seated(), await hall.resident()]
    const first = await codeOf(resident)
    const second = await codeOf(resident)
    expect(codeIn(await clerk.post('/window/session', { code: first }))).toBe('show_code')
    expect((await clerk.post('/window/session', { code: second })).status).toBe(201)
    expect((await clerk.post('/show-code')).status).toBe(403)
    await freeSeat(clerk)
  })

  it('cannot be guessed: after five misses the clerk waits ten minutes, also with a right one', async () => {
    hall.turnTo(opened)
    const [clerk, resident] = [await hall.seated(), await hall.resident()]
    const guesses = ['00000001', '00000002', '00000003', '00000004', '00000005', '00000006', '00000007', '00000008']
    const replies = await Promise.all(guesses.map((guess) => clerk.post('/window/session', { code: guess })))
    expect(replies.map(codeIn).toSorted()).toEqual([...Array<string>(5).fill('show_code'), ...Array<string>(3).fill('too_many')])
    expect(codeIn(await clerk.post('/window/session', { code: await codeOf(resident) }))).toBe('too_many')
    hall.turnTo('2026-03-02T02:10:01Z')
    expect((await clerk.post('/window/session', { code: await codeOf(resident) })).status).toBe(201)
    hall.turnTo(opened)
    await freeSeat(clerk)
  })
})

describe('a session', () => {
  it('ends with the next person, when the clerk says so, and after half an hour without work; then nothing of the person is left', async () => {
    hall.turnTo(opened)
    const clerk = await hall.seated()
    const [first, second] = [await hall.resident('甲一'), await hall.resident('乙二')]
    const mandateFor = async ({ card }: { card: unknown }) => (await clerk.post<Served>('/window/session', { card })).body.mandate
    const one = actingBy(clerk, await mandateFor(first))
    expect((await one.get<{ applications: unknown[] }>('/applications')).status).toBe(200)
    const two = actingBy(clerk, await mandateFor(second))
    expect(codeIn(await one.get('/applications'))).toBe('mandate_ended')
    expect((await two.get('/applications')).status).toBe(200)
    expect((await clerk.delete<{ ended: boolean }>('/window/session')).body.ended).toBe(true)
    expect(codeIn(await two.get('/applications'))).toBe('mandate_ended')
    expect((await clerk.get<{ served: unknown }>('/window')).body.served).toBeNull()
    const three = actingBy(clerk, await mandateFor(first))
    hall.turnTo('2026-03-02T02:29:00Z')
    expect((await three.get('/applications')).status).toBe(200)
    hall.turnTo('2026-03-02T02:58:59Z')
    expect((await three.get('/applications')).status).toBe(200)
    hall.turnTo('2026-03-02T03:29:00Z')
    expect(codeIn(await three.get('/applications'))).toBe('mandate_ended')
    expect((await clerk.get<{ served: unknown }>('/window')).body.served).toBeNull()
    expect((await clerk.get<{ results: unknown[] }>('/window/results')).body.results).toEqual([])
    hall.turnTo(opened)
    await freeSeat(clerk)
  })

  it('entitles the clerk who opened it and nobody else, to the person’s applications and nothing else', async () => {
    const [clerk, colleague] = [await hall.seated('1'), await hall.seated('2')]
    const { card } = await hall.resident()
    const { mandate } = (await clerk.post<Served>('/window/session', { card })).body
    expect(codeIn(await actingBy(colleague, mandate).get('/applications'))).toBe('mandate_ended')
    expect(codeIn(await actingBy(clerk, mandate).get('/messages'))).toBe('while_acting')
    expect(codeIn(await actingBy(clerk, mandate).post('/show-code', {}))).toBe('while_acting')
    expect((await actingBy(clerk, mandate).get('/applications')).status).toBe(200)
    await Promise.all([freeSeat(clerk), freeSeat(colleague)])
  })

  it('is one for a person: of two windows the last that identified them serves them', async () => {
    const [one, two] = [await hall.seated('1'), await hall.seated('2')]
    const { card } = await hall.resident()
    const both = await Promise.all([one.post<Served>('/window/session', { card }), two.post<Served>('/window/session', { card })])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const served = await Promise.all([one, two].map(async (each) => (await each.get<{ served: Served | null }>('/window')).body.served))
    expect(served.filter((each) => each !== null)).toHaveLength(1)
    await Promise.all([freeSeat(one), freeSeat(two)])
  })
})

describe('who comes for somebody else', () => {
  type Serving = Served & { standsInFor: { delegation: string; name: string }[] }
  const delegate = async (from: Awaited<ReturnType<Hall['resident']>>, to: Awaited<ReturnType<Hall['resident']>>, more: Record<string, unknown> = {}) => {
    const offered = await from.post<{ id: string }>('/delegations', { as: 'person', other: { name: to.card.name, idNumber: to.card.idNumber }, matters: null, endsOn: '2026-12-31', maxUses: null, reason: '', ...more })
    await to.post(`/delegations/${offered.body.id}/answer`, { action: 'accept' })
    return offered.body.id
  }

  it('needs a delegation in force; the drafts are those of the person represented, and it ends with the delegation', async () => {
    const [clerk, mother, son] = [await hall.seated(), await hall.resident('周兰'), await hall.resident('周立')]
    const delegation = await delegate(mother, son)
    const came = (await clerk.post<Serving>('/window/session', { card: son.card })).body
    expect(came.standsInFor).toEqual([{ delegation, name: '周兰' }])
    expect((await clerk.post('/window/session/for', { delegation: came.id })).status).toBe(404)
    const forHer = (await clerk.post<Serving>('/window/session/for', { delegation })).body
    expect([forHer.name, forHer.came, forHer.mandate === came.mandate]).toEqual(['周兰', '周立', false])
    expect(codeIn(await actingBy(clerk, came.mandate).get('/applications'))).toBe('mandate_ended')
    const { body } = await actingBy(clerk, forHer.mandate).post<{ id: string }>('/applications', { matter: 'keep-telescope', region: '990101', channel: 'window' })
    expect((await mother.get<{ applications: { id: string }[] }>('/applications')).body.applications.map(({ id }) => id)).toEqual([body.id])
    expect((await son.get<{ applications: unknown[] }>('/applications')).body.applications).toEqual([])
    await mother.post(`/delegations/${delegation}/answer`, { action: 'end' })
    expect(codeIn(await actingBy(clerk, forHer.mandate).get('/applications'))).toBe('mandate_ended')
    expect((await clerk.post<Serving>('/window/session/for', { delegation: null })).body).toMatchObject({ name: '周立', came: null, standsInFor: [] })
    await freeSeat(clerk)
  })

  it('does not use up a delegation that counts its uses: that one is used on their own device', async () => {
    const [clerk, mother, son] = [await hall.seated(), await hall.resident('高云'), await hall.resident('高天')]
    const delegation = await delegate(mother, son, { maxUses: 1 })
    expect((await clerk.post<Serving>('/window/session', { card: son.card })).body.standsInFor).toEqual([])
    expect((await clerk.post('/window/session/for', { delegation })).status).toBe(404)
    await freeSeat(clerk)
  })
})
