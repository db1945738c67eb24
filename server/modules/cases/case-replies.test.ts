// What the workbench is told beyond the content: what a decision means for the rest, what the applicant will read, counts by authority.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown, type TrackedCase } from '../../testing/telescope.ts'

type Named = { 'zh-CN': string }
type StaffCase = {
  id: string; revision: number; state: string; assigneeName: string | null; position: { number: number; of: number }; subjects: { id: string }[]
  content: { concept: string; display: Named; source: string; inputs: Named[] }[]
  siblings: { service: string; authorityName: Named; starts: boolean; falls: boolean }[]
  actions: { action: string; possible: boolean; because?: string }[]; letters: { action: string; title: Named; body: Named }[]
}
type Summary = { authorities: { line: string; region: string; authorityName: Named; open: number; soon: number; late: number; oldestDue: string | null }[] }
type Queue = { cases: { id: string; line: string; region: string; authorityName: string; regionName: string; state: string }[] }

const posting = (role: Posting['role'], line: string | null = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('what the workbench is told', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  let approver: TestClient
  let supervisor: TestClient
  let permit: TrackedCase
  let lamp: TrackedCase
  let chart: TrackedCase

  beforeAll(async () => {
    town = await openTelescopeTown(clock)
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
    supervisor = await town.test.as({ staff: [posting('supervisor', null, '990100')] })
    const { cases } = await handIn(await town.test.as({ person: { name: '观星人' } }))
    await town.test.runJobs()
    const of = (service: string) => cases.find((one) => one.service === service) as TrackedCase
    permit = of('telescope-permit')
    lamp = of('lamp-dimming')
    chart = of('star-chart')
  })
  afterAll(() => town.close())

  const look = async (client: TestClient, id = permit.id) => (await client.get<StaffCase>(`/cases/${id}`)).body
  const queue = async (client: TestClient, query: string) => (await client.get<Queue>(`/cases?${query}`)).body.cases.map(({ id }) => id)

  it('names which services start when the case is granted and which stop when it is not', async () => {
    const { siblings, position } = await look(approver)
    expect(siblings.map(({ service, starts, falls }) => [service, starts, falls])).toEqual([['lamp-dimming', true, true], ['star-chart', false, false]])
    expect(position).toEqual({ number: 1, of: 3 })
  })

  it('puts values into words: regions by name, derived values with what they were worked out from', async () => {
    const { content, subjects } = await look(approver)
    expect(subjects.map(({ id }) => id)).toEqual(expect.arrayContaining(['applicant', 'telescope']))
    for (const { source, inputs } of content) expect(inputs.length > 0, source).toBe(source === 'derived')
  })

  it('offers the standard phrases of the pack, those for one line of authority only there', async () => {
    const energy = await town.test.as({ staff: [posting('approver', 'energy')] })
    const offered = async (client: TestClient, id: string) => (await client.get<{ phrases: { for: string; text: string }[] }>(`/cases/${id}`)).body.phrases.map((phrase) => phrase.text)
    expect(await offered(approver, permit.id)).toEqual(['请核对后重新填写。', '这里的夜空太亮：'])
    expect(await offered(energy, lamp.id)).toEqual(['请核对后重新填写。'])
  })

  it('shows the letter the applicant will get, with blanks for what is still to be written', async () => {
    const { letters } = await look(approver)
    const refusal = letters.find(({ action }) => action === 'refuse')
    expect(refusal?.title['zh-CN']).toBe('未获批准：望远镜许可')
    expect(refusal?.body['zh-CN']).toContain('理由：{reasons}')
    expect(letters.find(({ action }) => action === 'requestSupplement')?.body['zh-CN']).toContain('{items}')
  })

  it('says who has a case, and offers nothing to those who only look on', async () => {
    expect((await look(approver)).assigneeName).toBeNull()
    await approver.post(`/cases/${permit.id}/claim`, { revision: (await look(approver)).revision })
    expect((await look(approver)).assigneeName).toBe('审批人乙')
    expect((await look(supervisor)).actions).toEqual([])
  })

  it('refuses what an approver writes into a result when the result does not state it or it cannot be right', async () => {
    const accepted = await approver.post<StaffCase>(`/cases/${permit.id}/accept`, { revision: (await look(approver)).revision })
    const { revision } = accepted.body
    for (const values of [{ 'telescope.lampNumber': 'L1' }, { 'telescope.permitNumber': 'XK\n1' }, { nothing: 'x' }]) {
      const reply = await approver.post<{ error: { code: string } }>(`/cases/${permit.id}/grant`, { revision, values })
      expect([reply.status, reply.body.error.code], Object.keys(values).join()).toEqual([422, 'invalid_answers'])
    }
    expect((await look(approver)).state).toBe('accepted')
  })

  it('finds any case of the jurisdiction by its number, also one that waits or has ended, and none outside', async () => {
    const elsewhere = await town.test.as({ staff: [posting('supervisor', null, '990102')] })
    for (const one of [permit, lamp, chart]) {
      expect(await queue(supervisor, `view=any&q=${one.number}`)).toEqual([one.id])
      expect(await queue(elsewhere, `view=any&q=${one.number}`)).toEqual([])
    }
    expect(await queue(supervisor, `q=${chart.number}`)).toEqual([])
  })

  it('narrows the queue to one authority', async () => {
    expect(await queue(supervisor, 'line=sky&region=990101')).toContain(permit.id)
    expect(await queue(supervisor, 'line=energy')).not.toContain(permit.id)
    expect(await queue(supervisor, 'line=sky&region=990102')).toEqual([])
    expect((await supervisor.get('/cases?region=nowhere')).status).toBe(400)
  })

  it('counts open, soon due and late cases by authority, each for its own jurisdiction only', async () => {
    const counts = async (client: TestClient) => (await client.get<Summary>('/cases/summary')).body.authorities
    expect(await counts(supervisor)).toMatchObject([{ line: 'sky', region: '990101', open: 1, soon: 0, late: 0, oldestDue: null }])
    turnTo('2026-03-12T02:00:00Z')
    const late = await town.test.as({ staff: [posting('supervisor', null, '990100')] })
    expect(await counts(late)).toMatchObject([{ line: 'sky', late: 1, soon: 0, oldestDue: '2026-03-09' }])
    const elsewhere = await town.test.as({ staff: [posting('supervisor', null, '990102')] })
    expect(await counts(elsewhere)).toEqual([])
    const designer = await town.test.as({ staff: [posting('designer', null, '990100')] })
    expect((await designer.get('/cases/summary')).status).toBe(403)
    expect((await town.test.asNobody.get('/cases/summary')).status).toBe(401)
  })
})
