// A resident says that a record is wrong: only what they were told themselves; they attach proof, follow it, object once, take it back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, uploadRequest } from '../../testing/telescope.ts'
import { concept, disputeAddress, inboxOf, openTown, right, seen, type Own, type Town } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const newResident = (): Promise<TestClient> => town.test.as({ person: {} })

describe('a record that is wrong', () => {
  it('is described before it is disputed: what is on record, who keeps it, how long an answer takes', async () => {
    const resident = await newResident()
    const application = await fillDraft(resident)
    const reply = await resident.get(`/disputes/possible?application=${application}&concept=${concept}`)
    expect(reply).toMatchObject({ status: 200, body: { registryName: '居民库', authorityName: '东山区星空管理局', recorded: '样例市东山区山前街道1号', days: 10, open: null } })
  })

  it('goes to the authority that keeps it, with a day ten working days away, and stands in the inbox', async () => {
    const resident = await newResident()
    const { own } = await disputeAddress(resident)
    expect(own).toMatchObject({ state: 'open', urgency: 'calm', authorityName: '东山区星空管理局', dueOn: '2026-03-16', recorded: '样例市东山区山前街道1号', claimed: right, can: { attach: true, object: false, withdraw: true } })
    expect(await inboxOf(resident)).toContain('更正申请已送达：居住地址')
    expect((await resident.get<{ disputes: { id: string }[] }>('/disputes/own')).body.disputes.map(({ id }) => id)).toEqual([own.id])
  })

  it('is disputed once at a time', async () => {
    const resident = await newResident()
    const { application, own } = await disputeAddress(resident)
    expect(await resident.post('/disputes', { application, concept, claimed: right, explanation: '再说一次' })).toMatchObject({ status: 409, body: { error: { details: { dispute: own.id } } } })
    expect((await resident.get(`/disputes/possible?application=${application}&concept=${concept}`)).body).toMatchObject({ open: own.id })
  })

  it('can be disputed from the list of look-ups too', async () => {
    const resident = await newResident()
    await fillDraft(resident)
    const { uses } = (await resident.get<{ uses: { kind: string; id: string }[] }>('/data-use')).body
    const call = uses.find(({ kind }) => kind === 'lookUp')
    expect(await resident.post('/disputes', { call: call?.id, concept, claimed: right, explanation: '我没有住过那里' })).toMatchObject({ status: 201, body: { recorded: '样例市东山区山前街道1号' } })
    expect(await (await newResident()).get(`/disputes/possible?call=${call?.id}&concept=${concept}`)).toMatchObject({ status: 404 })
  })

  it('must be something the resident was told: a typed answer, another’s application and an unknown one are not found', async () => {
    const resident = await newResident()
    const application = await fillDraft(resident)
    for (const sighting of [{ application, concept: 'telescope.model' }, { application, concept: 'no.such' }, { concept }]) {
      expect(await resident.post('/disputes', { ...sighting, claimed: right, explanation: '不对' })).toMatchObject({ status: 404 })
    }
    expect(await (await newResident()).post('/disputes', { application, concept, claimed: right, explanation: '不对' })).toMatchObject({ status: 404 })
  })

  it('needs a value that can be right', async () => {
    const resident = await newResident()
    const application = await fillDraft(resident)
    for (const claimed of [null, 7]) expect(await resident.post('/disputes', { application, concept, claimed, explanation: '不对' })).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
  })
})

describe('proof', () => {
  it('is attached once, and opened by its owner and the authority only', async () => {
    const resident = await newResident()
    const { own } = await disputeAddress(resident)
    const first = await resident.request(uploadRequest(`/disputes/own/${own.id}/files`, undefined, '户口本.pdf'))
    const again = await resident.request(uploadRequest(`/disputes/own/${own.id}/files`, undefined, '户口本.pdf'))
    expect([first.statusCode, again.json()]).toEqual([201, first.json()])
    const { id } = first.json<{ id: string }>()
    const clerk = await town.clerk()
    expect((await seen(clerk, own.id)).files).toMatchObject([{ id, name: '户口本.pdf' }])
    const opening = async (client: TestClient, path: string) => (await client.request({ method: 'GET', url: `/api/v1${path}` })).statusCode
    expect(await opening(resident, `/disputes/own/${own.id}/files/${id}`)).toBe(200)
    expect(await opening(clerk, `/disputes/${own.id}/files/${id}`)).toBe(200)
    expect(await opening(await newResident(), `/disputes/own/${own.id}/files/${id}`)).toBe(404)
    expect(await opening(await town.official('clerk', 'energy', '990101'), `/disputes/${own.id}/files/${id}`)).toBe(404)
  })
})

describe('a dispute', () => {
  it('is nobody else’s', async () => {
    const { own } = await disputeAddress(await newResident())
    const other = await newResident()
    for (const reply of [await other.get(`/disputes/own/${own.id}`), await other.post(`/disputes/own/${own.id}/withdraw`), await other.post(`/disputes/own/${own.id}/object`, { reasons: '不服' }), await other.request(uploadRequest(`/disputes/own/${own.id}/files`))]) {
      expect('status' in reply ? reply.status : reply.statusCode).toBe(404)
    }
    expect((await other.get<{ disputes: unknown[] }>('/disputes/own')).body.disputes).toEqual([])
  })

  it('can be taken back, after which nothing more happens', async () => {
    const resident = await newResident()
    const { own } = await disputeAddress(resident)
    expect((await resident.post<Own>(`/disputes/own/${own.id}/withdraw`)).body).toMatchObject({ state: 'withdrawn', can: { attach: false, object: false, withdraw: false } })
    const clerk = await town.clerk()
    const { revision } = await seen(clerk, own.id)
    expect(await clerk.post(`/disputes/${own.id}/decline`, { revision, reasons: '登记无误' })).toMatchObject({ status: 409 })
  })

  it('is objected to once: a supervisor orders a new answer, and after that one there is no more', async () => {
    const resident = await newResident()
    const { own } = await disputeAddress(resident)
    const [clerk, supervisor] = [await town.clerk(), await town.official('supervisor', 'sky', '990100')]
    const decline = async () => clerk.post<Own>(`/disputes/${own.id}/decline`, { revision: (await seen(clerk, own.id)).revision, reasons: '户籍档案里就是这个地址' })
    await decline()
    expect((await resident.post<Own>(`/disputes/own/${own.id}/object`, { reasons: '档案是旧的' })).body).toMatchObject({ state: 'objected', can: { withdraw: true } })
    expect(await clerk.post(`/disputes/${own.id}/uphold`, { revision: (await seen(clerk, own.id)).revision, reasons: '维持' })).toMatchObject({ status: 403 })
    expect((await supervisor.post<Own>(`/disputes/${own.id}/order`, { revision: (await seen(supervisor, own.id)).revision, reasons: '请查迁移证' })).body).toMatchObject({ state: 'open' })
    await decline()
    expect((await resident.get<Own>(`/disputes/own/${own.id}`)).body).toMatchObject({ state: 'declined', can: { object: false } })
    expect(await resident.post(`/disputes/own/${own.id}/object`, { reasons: '还是不对' })).toMatchObject({ status: 409 })
    expect(await inboxOf(resident)).toEqual(expect.arrayContaining(['答复：不予更正“居住地址”', '异议成立：居住地址']))
  })

  it('is not for officials', async () => {
    expect(await (await town.clerk()).get('/disputes/own')).toMatchObject({ status: 403 })
  })
})
