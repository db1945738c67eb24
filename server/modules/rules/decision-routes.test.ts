// Instant approval from handing in to the official's page: every outcome, recorded with inputs and rows, made again to the byte.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import { findDecisionOf } from '../cases/index.ts'
import { replayService } from './replaying.ts'
import { starTable, tableOf, withTable } from './testing.ts'

type Decision = {
  decision: string; proposed: string; by: string; held: string | null; rows: string[]; changedSince: boolean; table: { version: string; rows: { id: string }[] }
  inputs: { concept: string; value: unknown; masked: boolean; source: string }[]; check: { on: string | null; done: { outcome: string; by: string } | null; mayConfirm: boolean; mayTakeBack: boolean } | null
}

const posting = (role: Posting['role'], region = '990101'): Posting => ({ role, line: 'sky', region })

describe('a decision table at submission', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  let approver: TestClient
  let head: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(clock, changedPacks(withTable('star-chart', starTable)))
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
    head = await town.test.as({ staff: [posting('head')], name: '局长丁' })
  })
  afterAll(() => town.close())

  const submit = async (name: string): Promise<{ client: TestClient; application: TrackingReply; id: string }> => {
    turnTo(on)
    const client = await town.test.as({ person: { name } })
    const application = await handIn(client)
    return { client, application, id: application.cases.find(({ service }) => service === 'star-chart')?.id ?? '' }
  }
  const stateOf = async (client: TestClient, application: string) => {
    const { cases } = (await client.get<TrackingReply>(`/applications/${application}`)).body
    return cases.find(({ service }) => service === 'star-chart')
  }
  const decisionOf = async (id: string, who = approver) => (await who.get<{ decision: Decision | null }>(`/cases/${id}/decision`)).body.decision

  it('grants at once, and shows the official rows, inputs with their sources and the law', async () => {
    const { application, client, id } = await submit('观星人')
    expect((await stateOf(client, application.id))?.result?.number).toMatch(/^XT-/)
    const found = await decisionOf(id)
    expect(found).toMatchObject({ decision: 'approve', by: 'rows', held: null, rows: ['others'], changedSince: false, check: null })
    expect(found?.inputs.map(({ concept, source }) => `${concept} ${source}`).sort()).toEqual(['applicant.name profile', 'telescope.chartLanguage applicant'])
  })

  it('refuses at once where the law leaves no discretion, with reasons and law in the message', async () => {
    const { application, client, id } = await submit('不准者')
    expect(await stateOf(client, application.id)).toMatchObject({ state: 'refused', reasons: '因为named-refused（《样例法》第一条）' })
    expect(await decisionOf(id)).toMatchObject({ decision: 'refuse', rows: ['named-refused'] })
    const { messages } = (await client.get<{ messages: { kind: string; body: string }[] }>('/messages')).body
    expect(messages.map(({ kind }) => kind)).toContain('caseRefused')
  })

  it('leaves a refusal that takes weighing to a person, as a proposal the applicant is not told', async () => {
    const { application, client, id } = await submit('存疑者')
    expect((await stateOf(client, application.id))?.state).toBe('submitted')
    expect(await decisionOf(id)).toMatchObject({ decision: 'person', by: 'discretion', rows: ['named-doubtful'] })
    const { decisions } = (await client.get<{ decisions: { by: string; reasons: unknown[] }[] }>(`/applications/${application.id}/decisions`)).body
    expect(decisions).toMatchObject([{ by: 'discretion', reasons: [] }])
  })

  it('tells the applicant why a person decides', async () => {
    const { application, client } = await submit('人工者')
    const { decisions } = (await client.get<{ decisions: { decision: string; reasons: { reason: unknown; law: unknown }[] }[] }>(`/applications/${application.id}/decisions`)).body
    expect(decisions).toMatchObject([{ decision: 'person', reasons: [{ reason: { 'zh-CN': '因为named-person' }, law: { title: '样例法' } }] }])
    const stranger = await town.test.as({ person: {} })
    expect((await stranger.get<{ decisions: unknown[] }>(`/applications/${application.id}/decisions`)).body.decisions).toEqual([])
  })

  it('grants tentatively, to be confirmed within working days by an approver, once', async () => {
    const { id } = await submit('临时者')
    expect(await decisionOf(id)).toMatchObject({ decision: 'tentative', check: { on: '2026-03-09', done: null, mayConfirm: true, mayTakeBack: false } })
    const waiting = (await approver.get<{ decisions: { caseId: string; late: boolean }[] }>('/rules/unchecked')).body.decisions
    expect(waiting.filter(({ caseId }) => caseId === id)).toMatchObject([{ late: false }])
    expect((await approver.post(`/cases/${id}/decision/check`, { outcome: 'takenBack', opinion: '查无此人' })).status).toBe(403)
    expect((await approver.post(`/cases/${id}/decision/check`, { outcome: 'confirmed', opinion: '已经核实' })).status).toBe(200)
    expect((await approver.post(`/cases/${id}/decision/check`, { outcome: 'confirmed', opinion: '再核一次' })).status).toBe(409)
    const told = await town.test.app.db.read<{ kind: string }[]>`select kind from messages where case_id = ${id} and kind = 'grantConfirmed'`
    expect(told).toHaveLength(1)
    expect(await decisionOf(id)).toMatchObject({ check: { done: { outcome: 'confirmed', by: '审批人乙' }, mayConfirm: false } })
  })

  it('lets the head take a tentative decision back, which revokes the result', async () => {
    const { id } = await submit('临时者')
    expect((await head.post(`/cases/${id}/decision/check`, { outcome: 'takenBack', opinion: '核实时地址不符' })).status).toBe(200)
    const one = (await head.get<{ course: { result: { standing: string } | null } }>(`/cases/${id}`)).body
    expect(one.course.result?.standing).toBe('revoked')
  })

  it('is shown to no official of another place, and to no resident as an official sees it', async () => {
    const { id, client } = await submit('观星人')
    const west = await town.test.as({ staff: [posting('approver', '990102')] })
    expect((await west.get(`/cases/${id}/decision`)).status).toBe(404)
    expect((await west.post(`/cases/${id}/decision/check`, { outcome: 'confirmed', opinion: '可以' })).status).toBe(404)
    expect((await client.get(`/cases/${id}/decision`)).status).toBe(403)
  })

  it('is kept once, however often the rules look at the case again', async () => {
    const { application, id } = await submit('人工者')
    const permit = application.cases.find(({ service }) => service === 'telescope-permit')?.id ?? ''
    const { revision } = (await approver.get<{ revision: number }>(`/cases/${permit}`)).body
    await approver.post(`/cases/${permit}/decline`, { revision, reasons: '不归这里管' })
    await town.test.runJobs()
    const [{ n }] = await town.test.app.db.read<[{ n: number }]>`select count(*)::int as n from decisions where case_id = ${id}`
    expect(n).toBe(1)
  })

  it('is made again to the byte by the table of its day; a present table shows what differs and by which column', async () => {
    const { id } = await submit('观星人')
    const { app } = town.test
    const stricter = changedPacks(withTable('star-chart', tableOf({ language: 'telescope.chartLanguage' }, [{ id: 'none', decision: 'person', cells: { language: '"zh"' } }], { version: 'v2' })))
    const replay = await replayService(app, app.db.read, { service: 'star-chart' }, 1000, (region) => stricter.catalogueFor(region))
    expect(replay.replayed).toBeGreaterThan(5)
    expect(replay.faults).toEqual([])
    const pair = replay.comparison.pairs.find(({ before, after }) => before === 'approve' && after === 'person')
    expect(pair).toMatchObject({ fields: [{ id: 'language' }] })
    expect(pair?.examples.map(({ caseId }) => caseId)).toContain(id)
    const stored = await findDecisionOf(app.db.read, id)
    expect(JSON.parse(stored?.text ?? '{}')).toEqual(stored?.record)
  })
})
