// Who has how much: only for those who share out work, only within their jurisdiction, colleagues with nothing included.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { mondayOf } from './workload-routes-staff.ts'

type Workload = { since: string; colleagues: { id: string | null; name: string | null; open: number; late: number; done: number }[] }
type Queue = { cases: { id: string; news: string; holderId: string | null; holderName: string | null; revision: number }[] }

const posting = (role: Posting['role'], line: string | null = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('the workload', () => {
  let town: TelescopeTown
  let clerk: TestClient
  let approver: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown()
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
  })
  afterAll(() => town.close())
  const permit = async (): Promise<string> => {
    const application = await handIn(await town.test.as({ person: {} }))
    await town.test.runJobs()
    return application.cases.find((one) => one.service === 'telescope-permit')?.id ?? ''
  }

  it('counts what each has open and has finished this week, and lists colleagues who have nothing', async () => {
    const [first] = [await permit(), await permit()]
    await clerk.post(`/cases/${first}/accept`, { revision: 1 })
    const { body } = await approver.get<Workload>('/workload')
    expect(body.since).toBe('2026-03-02')
    expect(body.colleagues.find(({ id }) => id === clerk.id)).toMatchObject({ name: '受理员甲', open: 1, late: 0, done: 0 })
    expect(body.colleagues.find(({ id }) => id === approver.id)).toMatchObject({ open: 0 })
    expect(body.colleagues.find(({ id }) => id === null)?.open).toBe(1)
    await approver.post(`/cases/${first}/grant`, { revision: 2 })
    expect((await approver.get<Workload>('/workload')).body.colleagues.find(({ id }) => id === clerk.id)).toMatchObject({ open: 0, done: 1 })
  })

  it('is for those who share out work, in their own place', async () => {
    expect((await clerk.get('/workload')).status).toBe(403)
    const west = await town.test.as({ staff: [posting('approver', 'sky', '990102')], name: '西山审批' })
    expect((await west.get<Workload>('/workload')).body.colleagues.map(({ name, open }) => [name, open])).toEqual([['西山审批', 0]])
    expect((await town.test.asNobody.get('/workload')).status).toBe(401)
  })

  it('goes with a queue narrowed by who has a case, which tells what is new to the reader', async () => {
    const id = await permit()
    const lineOf = async () => (await clerk.get<Queue>('/cases?holder=nobody')).body.cases.find((one) => one.id === id)
    expect(await lineOf()).toMatchObject({ news: 'new', holderId: null })
    expect((await clerk.get<{ lookedAt: string | null }>(`/cases/${id}`)).body.lookedAt).toBeNull()
    expect((await lineOf())?.news).toBe('none')
    const mine = await clerk.post<{ revision: number }>(`/cases/${id}/claim`, { revision: 1 })
    const held = (await approver.get<Queue>(`/cases?holder=${clerk.id}&state=submitted&service=telescope-permit&from=2026-03-02&until=2026-03-02&within=60`)).body.cases
    expect(held.map((one) => [one.id, one.holderName, one.revision])).toEqual([[id, '受理员甲', mine.body.revision]])
    expect((await approver.get<Queue>('/cases?from=2026-03-03')).body.cases).toEqual([])
  })

  it('counts a week from its Monday', () => {
    expect(['2026-03-02', '2026-03-04', '2026-03-08', '2026-03-09'].map(mondayOf)).toEqual(['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-09'])
  })
})
