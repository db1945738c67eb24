// Drift over HTTP: measured on requests that came in, kept, told once, for those who run the centre of the whole region.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { findRequest, receiveRequest } from '../requests/index.ts'
import { listCorrectionsOf, noteCorrection } from '../triage/index.ts'
import { centreLine, keepDrift, lastMonth, measureDrift, measureLastMonth } from './measuring.ts'

type Drift = { from: string; before: string; requests: number; areas: { area: string; requests: number; name: { 'zh-CN': string } }[]; warnings: string[]; corrected: { requests: number; nowRight: number | null } }

const { clock, turnTo } = turnable('2026-03-20')
let test: TestApp
let dispatcher: TestClient
beforeAll(async () => {
  test = await startTestApp({ clock, environment: { REGION: '990100' } })
  dispatcher = await asDispatcher()
})
afterAll(() => test.close())

const hear = (text: string, category?: string) =>
  receiveRequest(test.app, { kind: 'complain', channel: 'hotline', text, place: { region: '990101' }, ...(category ? { category } : {}), anonymous: false, attachments: [], key: randomUUID() }, { principal: { kind: 'system', name: 'hotline' }, requestId: null })
const asDispatcher = () => test.as({ staff: [{ role: 'dispatcher', region: '990100', line: centreLine }], name: '分派员' })
const drifts = async () => (await dispatcher.get<{ drifts: Drift[] }>('/request-drifts')).body.drifts

describe('drift', () => {
  it('is measured on what came in, with what was corrected, and kept once for a span', async () => {
    const correct = async (id: string) => {
      const { revision } = (await dispatcher.get<{ revision: number }>(`/requests/${id}`)).body
      expect((await dispatcher.post(`/requests/${id}/correct`, { revision, category: 'sky/lamps/dark' })).status).toBe(200)
    }
    const [sure, unsure] = [await hear('小区门口的路灯坏了三天不亮，晚上很黑', 'sky/lamps/bright'), await hear('望月那边请看一看', 'sky/lamps/bright')]
    for (const { id } of [sure, unsure]) await correct(id)
    // What the machine read stands there, not what the sender had chosen; nothing where it had abstained.
    const { understood } = (await findRequest(test.app.db.read, sure.id)) ?? {}
    expect(understood).toMatchObject({ abstained: false })
    expect(await findRequest(test.app.db.read, unsure.id)).toMatchObject({ understood: { abstained: true } })
    expect((await listCorrectionsOf(test.app.db.read, [sure.id, unsure.id])).map(({ requestId, readAs }) => [requestId, readAs])).toEqual(expect.arrayContaining([[sure.id, understood?.category?.id], [unsure.id, null]]))
    // Of a request that was not looked at.
    await test.app.db.transaction((tx) => noteCorrection(tx, { request: randomUUID(), region: '990101', from: 'sky/lamps/bright', to: 'sky/lamps/dark', by: '分派员', at: clock.now() }))
    const measured = await dispatcher.post<Drift>('/request-drifts', {})
    expect(measured).toMatchObject({ status: 201, body: { from: '2026-02-19', before: '2026-03-21', requests: 2, corrected: { requests: 1, nowRight: 0 }, warnings: [] } })
    expect(measured.body.areas.find(({ area }) => area === 'sky')).toMatchObject({ requests: 2, name: { 'zh-CN': expect.any(String) } })
    await dispatcher.post('/request-drifts', {})
    expect(await drifts()).toHaveLength(1)
  })

  it('of the month before is measured by itself; a month without requests is left out', async () => {
    await measureLastMonth(test.app)
    expect(await drifts()).toHaveLength(1)
    turnTo('2026-04-02T00:00:00Z')
    await measureLastMonth(test.app)
    await measureLastMonth(test.app)
    dispatcher = await asDispatcher()
    expect((await drifts()).map(({ from, before, requests }) => [from, before, requests])).toEqual([['2026-03-01', '2026-04-01', 2], ['2026-02-19', '2026-03-21', 2]])
    expect(lastMonth(new Date('2026-01-15T00:00:00Z'))).toEqual({ from: '2025-12-01', before: '2026-01-01' })
  })

  it('past a limit is told to those who run the centre, once for a span', async () => {
    const span = { from: '2026-01-01', before: '2026-02-01' }
    const drift = { ...(await measureDrift(test.app.db.read, span)), warnings: ['classes' as const] }
    for (const _ of [1, 2]) await test.app.db.transaction((tx) => keepDrift(test.app, tx, span, drift))
    const { messages } = (await dispatcher.get<{ messages: { title: string; body: string }[] }>('/staff-messages')).body
    expect(messages.filter(({ title }) => title === '诉求自动分类要看一看').map(({ body }) => body)).toEqual([expect.stringContaining('占比变化很大')])
  })

  it('is for those who run the centre of the whole region', async () => {
    expect((await (await test.as({ staff: [{ role: 'supervisor', region: '990000', line: null }] })).get('/request-drifts')).status).toBe(200)
    const elsewhere = await test.as({ staff: [{ role: 'dispatcher', region: '990101', line: centreLine }] })
    expect((await elsewhere.get('/request-drifts')).status).toBe(404)
    expect((await elsewhere.post('/request-drifts', {})).status).toBe(404)
    expect((await (await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/request-drifts')).status).toBe(403)
    expect((await test.asNobody.get('/request-drifts')).status).toBe(401)
  })
})
