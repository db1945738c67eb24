// What officials do with a promise that looks broken: the applicant is heard first, an approver decides, what is on record closes other promises, repair opens them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fill, grant, handIn, inboxOf, openTown, ownOf, seen, start, type Own, type Town } from './testing.ts'

type Entries = { entries: { id: string; state: string; stands: boolean; untilOn: string; answers: { action: string; text: string }[] }[] }

let town: Town
let clerk: TestClient
let approver: TestClient
let head: TestClient
let resident: TestClient
let nth = 100

beforeAll(async () => {
  town = await openTown({ tolerable: { dueDays: 10, decideFirst: true }, commitment: {} })
})
afterAll(() => town.close())

const on = async (iso: string) => {
  town.turnTo(iso)
  resident = await town.resident(nth)
  clerk = await town.official('clerk')
  approver = await town.official('approver')
  head = await town.official('head')
}

const applied = async (way: 'later' | 'commitments') => {
  nth += 1
  await on(start)
  const application = await handIn(resident, way)
  const [own] = await ownOf(resident)
  const permit = application.cases.find(({ service }) => service === 'telescope-permit')
  if (!own || !permit) throw new Error('nothing was promised')
  return { application, permit, own }
}

const questioned = async (own: Own): Promise<number> => {
  const { revision } = await seen(clerk, own.id)
  return (await clerk.post<{ revision: number }>(`/undertakings/${own.id}/question`, { revision, reasons: '登记的型号和购买记录对不上' })).body.revision
}

const entries = async () => (await resident.get<Entries>('/credit-entries/own')).body.entries

/** Questioned, answered, and decided to be a breach that stays on record for a year. */
const broken = async (way: 'later' | 'commitments' = 'commitments') => {
  const made = await applied(way)
  await questioned(made.own)
  await resident.post(`/undertakings/own/${made.own.id}/answer`, { text: '发票找不到了' })
  const { revision } = await seen(approver, made.own.id)
  const reply = await approver.post(`/undertakings/${made.own.id}/breach`, { revision, reasons: '望远镜是借来的', revoke: false, months: 12 })
  expect(reply.status).toBe(200)
  return made
}

describe('before a decision', () => {
  it('the applicant is told why and until when, and nothing is decided until they have answered', async () => {
    const { own } = await applied('commitments')
    expect(own).toMatchObject({ kind: 'commitment', duty: 'truth', dueOn: null })
    const revision = await questioned(own)
    expect(await inboxOf(resident)).toContain('请您说明：购买凭证')
    expect((await approver.post(`/undertakings/${own.id}/breach`, { revision, reasons: '不实', revoke: false, months: 12 })).status).toBe(409)
    expect((await resident.post(`/undertakings/own/${own.id}/answer`, { text: '是我自己的，发票在路上' })).status).toBe(200)
    const after = await seen(approver, own.id)
    expect([after.heard, after.actions.find(({ action }) => action === 'breach')?.possible]).toEqual([true, true])
  })

  it('silence counts as heard once the days are over', async () => {
    const { own } = await applied('commitments')
    await questioned(own)
    await on('2026-03-09T10:00:00+08:00')
    expect((await seen(approver, own.id)).heard).toBe(false)
    await on('2026-03-10T10:00:00+08:00')
    expect((await seen(approver, own.id)).heard).toBe(true)
  })

  it('doubts may be put aside: confirmed after all', async () => {
    const { own } = await applied('commitments')
    const revision = await questioned(own)
    expect((await clerk.post(`/undertakings/${own.id}/confirm`, { revision, digests: [], note: '已核实' })).status).toBe(200)
    expect((await ownOf(resident))[0]?.state).toBe('kept')
  })
})

describe('a breach', () => {
  it('goes on record for as long as decided, is shown to whom it concerns and to nobody else', async () => {
    await broken()
    expect(await entries()).toMatchObject([{ state: 'standing', stands: true, untilOn: '2027-03-01' }])
    expect(await inboxOf(resident)).toContain('承诺没有做到：购买凭证')
    const stranger = await town.test.as({ person: {} })
    expect((await stranger.get<Entries>('/credit-entries/own')).body.entries).toEqual([])
  })

  it('closes commitments and later documents of the next application, which asks for the document and says why', async () => {
    await broken()
    const id = await fill(resident, 'upload')
    type Draft = { plan: { evidence: { evidence: string; source: { kind: string }; askedBecause?: string; mayFollow?: unknown }[] }; uploads: { id: string }[] }
    const draft = (await resident.get<Draft>(`/applications/${id}/draft`)).body
    expect(draft.plan.evidence.find(({ evidence }) => evidence === 'receipt')).toMatchObject({ source: { kind: 'upload' }, askedBecause: 'breach' })
    expect((await resident.put(`/applications/${id}/later`, { later: { receipt: true } })).status).toBe(400)
  })

  it('may take the result back, which only the head of the authority decides', async () => {
    const { own, permit } = await applied('commitments')
    expect(await grant(approver, permit.id)).toBe(200)
    await questioned(own)
    await resident.post(`/undertakings/own/${own.id}/answer`, { text: '借来的' })
    const { revision } = await seen(approver, own.id)
    const decision = { revision, reasons: '望远镜是借来的', revoke: true, months: 0 }
    expect((await approver.post(`/undertakings/${own.id}/breach`, decision)).status).toBe(403)
    expect((await head.post(`/undertakings/${own.id}/breach`, decision)).status).toBe(200)
    const { history } = (await head.get<{ history: { action: string }[] }>(`/cases/${permit.id}`)).body
    expect(history.map(({ action }) => action)).toContain('revoke')
    expect(await entries()).toEqual([])
  })

  it('is decided once, however often it is pressed', async () => {
    const { own } = await applied('commitments')
    await questioned(own)
    await resident.post(`/undertakings/own/${own.id}/answer`, { text: '说明' })
    const { revision } = await seen(approver, own.id)
    const decide = () => approver.post(`/undertakings/${own.id}/breach`, { revision, reasons: '不实', revoke: false, months: 6 })
    expect((await Promise.all([decide(), decide()])).map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await entries()).toHaveLength(1)
  })
})

describe('what is on record', () => {
  const speak = (wish: string, text = '我已经补上了') => entries().then(([entry]) => resident.post<Entries>(`/credit-entries/own/${entry?.id}/${wish}`, { text }))

  it('stands while it is objected to, and is cancelled when it was wrong', async () => {
    const { own } = await broken()
    expect((await speak('object', '望远镜是我的，这是发票')).body.entries).toMatchObject([{ state: 'contested', stands: true }])
    expect((await approver.get<Entries>('/credit-entries')).body.entries).toHaveLength(1)
    const [entry] = await entries()
    expect((await clerk.post(`/credit-entries/${entry?.id}/cancel`, { reasons: '核实有误' })).status).toBe(403)
    expect((await approver.post(`/credit-entries/${entry?.id}/cancel`, { reasons: '核实有误' })).status).toBe(200)
    expect(await entries()).toMatchObject([{ state: 'cancelled', stands: false }])
    expect((await seen(approver, own.id)).history.map(({ action }) => action).slice(-2)).toEqual(['object', 'cancel'])
  })

  it('repaired, opens promises again', async () => {
    await broken()
    await speak('askRepair')
    const [entry] = await entries()
    const elsewhere = await town.official('approver', '990102')
    expect((await elsewhere.post(`/credit-entries/${entry?.id}/repair`, { reasons: '已补上' })).status).toBe(404)
    expect((await approver.post(`/credit-entries/${entry?.id}/repair`, { reasons: '已补上，予以修复' })).status).toBe(200)
    expect(await entries()).toMatchObject([{ state: 'repaired', stands: false }])
    const id = await fill(resident, 'commitments')
    const draft = (await resident.get<{ missing: { evidence: string[]; commitments: string[] } }>(`/applications/${id}/draft`)).body
    expect(draft.missing).toMatchObject({ evidence: [], commitments: [] })
  })

  it('ends by itself with its last day', async () => {
    await broken()
    await on('2027-03-02T10:00:00+08:00')
    expect(await entries()).toMatchObject([{ state: 'standing', stands: false }])
  })
})

describe('the list of promises', () => {
  type Listed = { undertakings: { id: string; state: string; kind: string }[]; next: string | null }
  const list = async (query: string, client = clerk): Promise<Listed> => (await client.get<Listed>(`/undertakings?${query}`)).body
  const ids = async (query: string, client = clerk) => (await list(query, client)).undertakings.map(({ id }) => id)

  it('shows each promise in the views it belongs to, and in no other', async () => {
    const { own: document } = await applied('later')
    const { own: word } = await applied('commitments')
    await questioned(word)
    const held = async () => Object.fromEntries(await Promise.all(['owed', 'due', 'late', 'mine', 'questioned', 'ended', 'all'].map(async (view) => [view, (await ids(`view=${view}&limit=200`)).filter((id) => id === document.id || id === word.id).map((id) => (id === document.id ? 'document' : 'word')).toSorted()])))
    expect(await held()).toEqual({ owed: ['document'], due: ['document'], late: [], mine: [], questioned: ['word'], ended: [], all: ['document', 'word'] })
    await on('2026-03-17T10:00:00+08:00')
    expect(await held()).toMatchObject({ late: ['document'], mine: ['word'] })
    const { revision } = await seen(clerk, word.id)
    await clerk.post(`/undertakings/${word.id}/confirm`, { revision, digests: [], note: '已核实' })
    expect(await held()).toMatchObject({ ended: ['word'], questioned: [] })
  })

  it('is narrowed by kind, service, case, number and the beginning of a name, and turned page by page', async () => {
    const { own, permit } = await applied('later')
    expect(await ids(`view=all&case=${permit.id}&kind=later&service=telescope-permit`)).toEqual([own.id])
    expect(await ids(`view=all&case=${permit.id}&kind=commitment`)).toEqual([])
    expect(await ids(`view=all&q=${permit.number}`)).toEqual([own.id])
    expect(await ids('view=all&q=查无此人')).toEqual([])
    const first = await list('view=all&limit=1')
    const [after] = await ids(`view=all&limit=1&after=${first.next}`)
    expect([first.undertakings.length, after === first.undertakings[0]?.id]).toEqual([1, false])
  })

  it('holds only what is in one’s region and line', async () => {
    const { own } = await applied('later')
    const [elsewhere, energy] = [await town.official('clerk', '990102'), await town.official('clerk', '990101', 'energy')]
    for (const outsider of [elsewhere, energy]) {
      expect(await ids('view=all', outsider)).toEqual([])
      expect((await outsider.get(`/undertakings/${own.id}`)).status).toBe(404)
      expect((await outsider.post(`/undertakings/${own.id}/question`, { revision: 1, reasons: '对不上' })).status).toBe(404)
    }
    const supervisor = await town.official('supervisor', '990100', null)
    expect(await ids('view=all&limit=200', supervisor)).toContain(own.id)
    expect((await supervisor.post(`/undertakings/${own.id}/question`, { revision: 1, reasons: '对不上' })).status).toBe(403)
    expect((await resident.get('/undertakings')).status).toBe(403)
  })
})

describe('what cannot be', () => {
  it('is refused and changes nothing: an old page, an entry that is not mine or has been answered, a promise there is none of', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    const { own } = await broken()
    const { revision } = await seen(approver, own.id)
    expect((await approver.post(`/undertakings/${own.id}/extend`, { revision: revision + 1, days: 5, reasons: '再给几天' })).status).toBe(409)
    expect((await approver.post(`/undertakings/${own.id}/extend`, { revision, days: 5, reasons: '再给几天' })).status).toBe(409)
    const [entry] = await entries()
    const stranger = await town.test.as({ person: {} })
    expect((await stranger.post(`/credit-entries/own/${entry?.id}/object`, { text: '不是我' })).status).toBe(404)
    expect((await stranger.post(`/credit-entries/own/${nobody}/object`, { text: '不是我' })).status).toBe(404)
    expect((await approver.post(`/credit-entries/${entry?.id}/uphold`, { reasons: '没有人提出异议' })).status).toBe(409)
    expect((await resident.post(`/credit-entries/own/${entry?.id}/object`, { text: '望远镜是我的' })).status).toBe(200)
    expect((await resident.post(`/credit-entries/own/${entry?.id}/object`, { text: '再说一次' })).status).toBe(409)
    expect((await approver.post(`/credit-entries/${entry?.id}/uphold`, { reasons: '核实无误' })).status).toBe(200)
    expect(await entries()).toMatchObject([{ state: 'standing', stands: true }])
    expect((await resident.post(`/undertakings/own/${own.id}/answer`, { text: '太晚了' })).status).toBe(409)
    expect((await approver.post(`/undertakings/${nobody}/question`, { revision: 1, reasons: '对不上' })).status).toBe(404)
  })

  it('a result that was never given is not taken back', async () => {
    const { own } = await applied('commitments')
    await questioned(own)
    await resident.post(`/undertakings/own/${own.id}/answer`, { text: '说明' })
    const { revision } = await seen(head, own.id)
    expect((await head.post(`/undertakings/${own.id}/breach`, { revision, reasons: '不实', revoke: true, months: 0 })).status).toBe(409)
    expect((await seen(head, own.id)).state).toBe('questioned')
  })
})
