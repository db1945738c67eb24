// A document promised for later, from the draft to the day it is confirmed: what is owed, what waits for it, reminders, the day due.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { uploadRequest } from '../../testing/telescope.ts'
import { bring, fill, grant, handIn, inboxOf, openTown, ownOf, seen, start, type Town } from './testing.ts'

let town: Town
let clerk: TestClient
let approver: TestClient
let resident: TestClient
let nth = 0

beforeAll(async () => {
  town = await openTown({ tolerable: { dueDays: 10 } })
})
afterAll(() => town.close())

/** Turns the clock and logs the same resident in again. */
const on = async (iso: string) => {
  town.turnTo(iso)
  resident = await town.resident(nth)
  clerk = await town.official('clerk')
  approver = await town.official('approver')
}

const applied = async () => {
  nth += 1
  await on(start)
  const application = await handIn(resident, 'later')
  const [own] = await ownOf(resident)
  const permit = application.cases.find(({ service }) => service === 'telescope-permit')
  if (!own || !permit) throw new Error('nothing was promised')
  return { application, permit, own }
}

describe('a draft', () => {
  it('promises a document for later where the plan allows it, and takes that back', async () => {
    nth += 1
    await on(start)
    const id = await fill(resident, 'later')
    const draft = () => resident.get<{ plan: { evidence: { evidence: string; source: { kind: string } }[] }; missing: { evidence: string[] } }>(`/applications/${id}/draft`)
    expect((await draft()).body.missing.evidence).toEqual([])
    expect((await draft()).body.plan.evidence.find(({ evidence }) => evidence === 'receipt')?.source).toEqual({ kind: 'later', dueDays: 10 })
    await resident.put(`/applications/${id}/later`, { later: { receipt: false } })
    expect((await draft()).body.missing.evidence).toEqual(['receipt'])
    expect((await resident.put(`/applications/${id}/later`, { later: { 'identity-card': true } })).status).toBe(400)
    expect((await resident.put(`/applications/${id}/later`, { later: { constructor: true } })).status).toBe(400)
  })
})

describe('a document that follows', () => {
  it('is owed in working days from handing in; the decision waits for it, acceptance does not', async () => {
    const { own, permit } = await applied()
    expect(own).toMatchObject({ state: 'open', kind: 'later', duty: 'document', dueOn: '2026-03-16', owed: true, late: false })
    expect(await grant(approver, permit.id)).toBe(409)
    const { body } = await approver.get<{ state: string; actions: { action: string; because?: string }[] }>(`/cases/${permit.id}`)
    expect([body.state, body.actions.find(({ action }) => action === 'grant')?.because]).toEqual(['accepted', 'owed'])
  })

  it('is handed in from tracking, looked at and confirmed, and then the case can be decided', async () => {
    const { application, permit, own } = await applied()
    expect((await resident.post(`/applications/${application.id}/owed/receipt`)).status).toBe(422)
    expect((await bring(resident, application.id)).status).toBe(200)
    const handed = await seen(clerk, own.id)
    expect([handed.state, handed.digests.length, handed.swapped]).toEqual(['handedIn', 1, false])
    expect((await clerk.post(`/undertakings/${own.id}/confirm`, { revision: handed.revision, digests: handed.digests })).status).toBe(200)
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'kept', owed: false })
    expect(await inboxOf(resident)).toContain('已确认：购买凭证')
    expect(await grant(approver, permit.id)).toBe(200)
  })

  it('that will not do is sent back with reasons and some days at least for another one', async () => {
    const { application, permit, own } = await applied()
    await on('2026-03-13T10:00:00+08:00')
    await bring(resident, application.id)
    const { revision } = await seen(clerk, own.id)
    expect((await clerk.post(`/undertakings/${own.id}/reject`, { revision, reasons: '照片看不清型号' })).status).toBe(200)
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'open', owed: true, dueOn: '2026-03-18', returnedBecause: '照片看不清型号' })
    expect(await grant(approver, permit.id)).toBe(409)
    expect((await bring(resident, application.id, '%PDF-1.4 second')).status).toBe(200)
    expect((await seen(clerk, own.id)).digests).toHaveLength(1)
  })

  it('swapped after the official looked at it is not confirmed unseen', async () => {
    const { application, own } = await applied()
    await bring(resident, application.id)
    const { revision, digests } = await seen(clerk, own.id)
    expect((await clerk.post(`/undertakings/${own.id}/confirm`, { revision, digests: ['another'] })).status).toBe(409)
    expect((await clerk.post(`/undertakings/${own.id}/confirm`, { revision: revision - 1, digests })).status).toBe(409)
    expect((await seen(clerk, own.id)).state).toBe('handedIn')
  })

  it('can be uploaded only while it is owed', async () => {
    const { application } = await applied()
    await bring(resident, application.id)
    expect((await resident.request(uploadRequest(`/applications/${application.id}/uploads/receipt`))).statusCode).toBe(409)
    expect((await bring(resident, application.id)).status).toBe(404)
  })
})

describe('the days', () => {
  const reminders = async () => (await inboxOf(resident)).filter((title) => title.startsWith('还差一份材料')).length

  it('bring one reminder five working days before and one on the day, however often it is looked', async () => {
    const { own } = await applied()
    await town.follow()
    expect(await reminders()).toBe(0)
    await on('2026-03-09T09:00:00+08:00')
    await Promise.all([town.follow(), town.follow()])
    await town.follow()
    expect(await reminders()).toBe(1)
    await on('2026-03-16T09:00:00+08:00')
    await Promise.all([town.follow(), town.follow()])
    expect([await reminders(), (await seen(clerk, own.id)).state]).toEqual([2, 'open'])
    await on('2026-03-17T00:10:00+08:00')
    await Promise.all([town.follow(), town.follow()])
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'questioned', late: true, owed: true, answerOn: '2026-03-24' })
    expect((await seen(clerk, own.id)).history.filter(({ action }) => action === 'lapse')).toHaveLength(1)
    expect((await inboxOf(resident)).filter((title) => title === '请您说明：购买凭证')).toHaveLength(1)
  })

  it('missed while nothing ran are made up for once, with one reminder at most before it lapses', async () => {
    await applied()
    await on('2026-03-20T09:00:00+08:00')
    await town.follow()
    await town.follow()
    expect([await reminders(), (await ownOf(resident))[0]?.state]).toEqual([0, 'questioned'])
  })

  it('past, the document may still come, and kept late is kept', async () => {
    const { application, own } = await applied()
    await on('2026-03-17T09:00:00+08:00')
    await town.follow()
    expect((await bring(resident, application.id)).status).toBe(200)
    const handed = await seen(clerk, own.id)
    expect((await clerk.post(`/undertakings/${own.id}/confirm`, { revision: handed.revision, digests: handed.digests })).status).toBe(200)
  })

  it('that fall into a year without a published calendar are unknown, and nothing lapses', async () => {
    nth += 1
    await on('2031-12-25T10:00:00+08:00')
    await handIn(resident, 'later')
    expect((await ownOf(resident))[0]).toMatchObject({ dueOn: null, owed: true, late: false })
    await on('2032-06-01T10:00:00+08:00')
    await town.follow()
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'open', dueOn: null })
  })

  it('end with the case: what is withdrawn needs no document', async () => {
    const { application } = await applied()
    await resident.post(`/applications/${application.id}/withdraw`, {})
    expect((await ownOf(resident))[0]).toMatchObject({ owed: false, ended: true })
    expect((await ownOf(resident))[0]?.state).toBe('released')
  })
})

describe('a case that is not granted', () => {
  it('needs no document from the moment it is refused, without waiting for a sweep', async () => {
    const { own } = await applied()
    const staff = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
    const act = async (action: string, body: Record<string, unknown> = {}) => {
      const { revision } = (await staff.get<{ revision: number }>(`/cases/${own.caseId}`)).body
      return (await staff.post(`/cases/${own.caseId}/${action}`, { revision, ...body })).status
    }
    expect([await act('accept'), await act('refuse', { reasons: '不符合条件' })]).toEqual([200, 200])
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'released', owed: false, ended: true })
  })
})

describe('who may', () => {
  it('see it: officials of the place and line, and the applicant; nobody else', async () => {
    const { own, application } = await applied()
    const elsewhere = await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] })
    const line = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'energy' }] })
    const supervisor = await town.test.as({ staff: [{ role: 'supervisor', region: '990100', line: null }] })
    const stranger = await town.test.as({ person: {} })
    expect(await Promise.all([clerk, supervisor, elsewhere, line, stranger].map(async (each) => (await each.get(`/undertakings/${own.id}`)).status))).toEqual([200, 200, 404, 404, 403])
    expect((await stranger.get<{ undertakings: unknown[] }>(`/undertakings/own?application=${application.id}`)).body.undertakings).toEqual([])
    expect((await stranger.post(`/applications/${application.id}/owed/receipt`)).status).toBe(404)
    expect((await stranger.post(`/undertakings/own/${own.id}/answer`, { text: '不是我' })).status).toBe(404)
    const ids = async (each: TestClient) => (await each.get<{ undertakings: { id: string }[] }>('/undertakings?view=all&limit=200')).body.undertakings.map(({ id }) => id)
    expect([(await ids(clerk)).includes(own.id), (await ids(supervisor)).includes(own.id), await ids(elsewhere)]).toEqual([true, true, []])
  })

  it('decide: clerks confirm, approvers decide on a breach, supervisors look on', async () => {
    const { own } = await applied()
    const supervisor = await town.test.as({ staff: [{ role: 'supervisor', region: '990100', line: null }] })
    const { revision } = await seen(clerk, own.id)
    expect((await supervisor.post(`/undertakings/${own.id}/question`, { revision, reasons: '请说明' })).status).toBe(403)
    expect((await clerk.post(`/undertakings/${own.id}/breach`, { revision, reasons: '没有补', revoke: false, months: 12 })).status).toBe(403)
    expect((await clerk.post(`/undertakings/${own.id}/extend`, { revision, days: 5, reasons: '住院' })).status).toBe(403)
    expect((await approver.post(`/undertakings/${own.id}/extend`, { revision, days: 15, reasons: '住院' })).status).toBe(200)
    expect(await seen(clerk, own.id)).toMatchObject({ dueOn: '2026-03-23', state: 'open' })
  })
})
