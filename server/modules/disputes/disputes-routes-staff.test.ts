// An authority answers: what it corrected is handed to the registry and looked for there; what is not its own it passes on once. Right and
// wrong role, another line, another place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import type { DraftReply } from '../../testing/telescope.ts'
import { followDisputes } from './following.ts'
import { concept, disputeAddress, inboxOf, openTown, right, seen, type Own, type Seen, type Town } from './testing.ts'

let town: Town
let clerk: TestClient
beforeAll(async () => {
  town = await openTown()
  clerk = await town.clerk()
})
afterAll(() => town.close())

const wrong = '样例市东山区山前街道1号'

const disputed = async () => {
  town.registry.answer({ residenceAddress: wrong, residenceRegion: '990101', birthDate: '1990-05-21' })
  const resident = await town.test.as({ person: {} })
  return { resident, ...(await disputeAddress(resident)) }
}

const correct = async (id: string) => clerk.post<Seen>(`/disputes/${id}/correct`, { revision: (await seen(clerk, id)).revision, value: right, reasons: '已按迁移证改正' })

describe('who sees a dispute', () => {
  it('is the authority that keeps the record, and those above it', async () => {
    const { own } = await disputed()
    for (const [role, line, region, status] of [['clerk', 'sky', '990101', 200], ['supervisor', 'sky', '990100', 200], ['clerk', 'energy', '990101', 404], ['clerk', 'sky', '990102', 404]] as const) {
      const official = await town.official(role, line, region)
      expect([line, region, (await official.get(`/disputes/${own.id}`)).status]).toEqual([line, region, status])
      const listed = (await official.get<{ disputes: { id: string }[] }>('/disputes')).body.disputes.some(({ id }) => id === own.id)
      expect(listed).toBe(status === 200)
    }
    expect(await (await town.official('window', 'sky', '990101')).get('/disputes')).toMatchObject({ status: 403 })
    expect(await (await town.test.as({ person: {} })).get('/disputes')).toMatchObject({ status: 403 })
  })

  it('knows what may be done and why not', async () => {
    const { own } = await disputed()
    const one = await seen(clerk, own.id)
    expect(one.choices).toEqual([
      { action: 'correct', possible: true }, { action: 'decline', possible: true }, { action: 'pass', possible: true }, { action: 'order', possible: false, because: 'role' }, { action: 'uphold', possible: false, because: 'role' },
    ])
    expect(one.personName).not.toBe('')
    expect(await (await town.official('supervisor', 'sky', '990100')).post(`/disputes/${own.id}/decline`, { revision: one.revision, reasons: '不改' })).toMatchObject({ status: 403 })
  })
})

describe('a correction', () => {
  it('is handed to the registry; once it shows there the resident is told and the draft asks again', async () => {
    const { resident, application, own } = await disputed()
    await resident.post(`/applications/${application}/disputes`, { concept })
    await resident.put(`/applications/${application}/answers`, { answers: { [concept]: right } })
    expect((await correct(own.id)).body).toMatchObject({ state: 'corrected', entry: 'waiting', corrected: right })
    await town.test.runJobs()
    expect(town.registry.asked.at(-1)).toMatchObject({ purpose: '核对更正后的登记', caseNumber: `dispute:${own.id}` })
    expect((await resident.get<Own>(`/disputes/own/${own.id}`)).body).toMatchObject({ state: 'corrected', entry: 'entered', shownAt: expect.any(String), can: { object: true } })
    expect(await inboxOf(resident)).toEqual(expect.arrayContaining(['答复：已更正“居住地址”', '居民库里已经是新的内容']))
    const draft = (await resident.put<DraftReply>(`/applications/${application}/answers`, { answers: { 'telescope.model': '牧夫座80' } })).body
    expect(draft.plan.concepts.find((each) => each.concept === concept)).toMatchObject({ source: { kind: 'registry' }, value: right })
  })

  it('in a registry that takes none is entered by the authority: the resident is told only when it shows', async () => {
    const { resident, own } = await disputed()
    town.registry.takeValues(false)
    await correct(own.id)
    await expect(town.test.runJobs()).rejects.toThrow('does not show the correction')
    expect((await resident.get<Own>(`/disputes/own/${own.id}`)).body).toMatchObject({ entry: 'byHand', shownAt: null })
    expect(await inboxOf(resident)).not.toContain('居民库里已经是新的内容')
    town.registry.takeValues(true)
  })

  it('is refused when the official was looking at an older state, or the value cannot be right', async () => {
    const { own } = await disputed()
    expect(await clerk.post(`/disputes/${own.id}/correct`, { revision: 9, value: right, reasons: '改' + '正' })).toMatchObject({ status: 409 })
    expect(await clerk.post(`/disputes/${own.id}/correct`, { revision: 1, value: 5, reasons: '改正' })).toMatchObject({ status: 400 })
  })
})

describe('passing on', () => {
  it('happens once, gives a new day, and takes it out of sight of those who passed it on', async () => {
    const { resident, own } = await disputed()
    const body = { line: 'energy', region: '990102', reasons: '这项由西山区能源局登记' }
    expect(await clerk.post(`/disputes/${own.id}/pass`, { ...body, region: '990101', line: 'sky', revision: 1 })).toMatchObject({ status: 400 })
    expect(await clerk.post(`/disputes/${own.id}/pass`, { ...body, revision: 1 })).toMatchObject({ status: 200, body: null })
    expect(await clerk.get(`/disputes/${own.id}`)).toMatchObject({ status: 404 })
    const other = await town.official('clerk', 'energy', '990102')
    const one = await seen(other, own.id)
    expect(one.choices.find(({ action }) => action === 'pass')).toEqual({ action: 'pass', possible: false, because: 'once' })
    expect(await other.post(`/disputes/${own.id}/pass`, { line: 'sky', region: '990101', reasons: '不归我们', revision: one.revision })).toMatchObject({ status: 409 })
    const mine = (await resident.get<Own>(`/disputes/own/${own.id}`)).body
    expect(mine.history.find(({ action }) => action === 'pass')?.byName).toBe('东山区星空管理局')
  })
})

describe('a dispute whose day is over', () => {
  it('is red, and told once to those who answer for the authority and to the supervisor', async () => {
    const { own } = await disputed()
    const [head, supervisor] = [await town.official('head', 'sky', '990101'), await town.official('supervisor', 'sky', '990100')]
    town.turnTo('2026-03-17T02:00:00Z')
    const [first, second] = [await followDisputes(town.test.app), await followDisputes(town.test.app)]
    town.turnTo('2026-03-02T03:00:00Z')
    expect([first > 0, second]).toEqual([true, 0])
    for (const official of [head, supervisor]) {
      const { messages } = (await official.get<{ messages: { title: string }[] }>('/staff-messages')).body
      expect(messages.map(({ title }) => title)).toContain('更正申请超期：东山区星空管理局')
    }
    expect((await seen(clerk, own.id)).history.map(({ action }) => action)).toContain('late')
  })
})
