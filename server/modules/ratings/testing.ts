// A town to rate in, for tests: the telescope town with a ladder, an approver who decides cases, a supervisor, and people identified at a window.
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { foldFigures } from '../insight/folding.ts'
import { withLadder } from '../supervision/testing.ts'

export type Own = { id: string; grade: string; counts: string; state: string | null; reply: string | null; again: string | null; mayRateAgain: boolean; mayDeny: boolean; words: string | null }
export type Rateable = { kind: string; id: string; name: string; authorityName: string; rating: Own | null }
export type Desk = {
  id: string; grade: string; words: string | null; counts: string; state: string | null; revision: number | null; dueOn: string | null; late: boolean; official: string | null; isOwn: boolean; person: string | null; phoneMasked: string | null
  questions: { kind: string; grounds: string; verdict: string | null }[]; choices: { action: string; possible: boolean; because?: string }[]; mayAppeal: boolean; publicWords: string; files: { id: string }[]
}

export type Town = TelescopeTown & {
  turnTo: (iso: string) => void
  official: (role: 'clerk' | 'approver' | 'head' | 'supervisor' | 'window', region?: string, line?: string | null) => Promise<TestClient>
  /** a resident whose permit has been granted by `by` */
  decided: (by: TestClient, resident?: TestClient) => Promise<{ resident: TestClient; application: string; caseId: string }>
  /** figures of one measure by official, after folding */
  counted: (measure: 'very_unsatisfied' | 'very_satisfied' | 'held' | 'excluded', facet?: 'unit' | 'staff') => Promise<number>
}

export const good = { grade: 'very-satisfied', tags: ['quick'], words: '' }
export const bad = { grade: 'very-unsatisfied', tags: ['slow', 'form-hard'], words: '我叫陆小川，等了三次，电话 13812345678' }

export const openTown = async (environment: Record<string, string> = {}): Promise<Town> => {
  const { clock, turnTo } = turnable(on)
  const town = await openTelescopeTown(clock, withLadder(testingPacks(on.slice(0, 10))), environment)
  const { test } = town
  return {
    ...town, turnTo,
    official: (role, region = '990101', line = role === 'supervisor' ? null : role === 'window' ? 'government-services' : 'sky') => test.as({ staff: [{ role, region, line }], name: `测试${role}` }),
    decided: async (by, given) => {
      const resident = given ?? (await test.as({ person: {} }))
      const { id: application, cases } = await handIn(resident)
      const { id: caseId = '' } = cases.find(({ service }) => service === 'telescope-permit') ?? {}
      for (const [action, body] of [['accept', {}], ['grant', { values: { 'telescope.permitNumber': `P${caseId.slice(-6)}` } }]] as const) {
        const { body: { revision } } = await by.get<{ revision: number }>(`/cases/${caseId}`)
        const reply = await by.post(`/cases/${caseId}/${action}`, { revision, ...body })
        if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
      }
      return { resident, application, caseId }
    },
    counted: async (measure, facet = 'unit') => {
      await foldFigures(test.app)
      const [row] = await test.app.db.read<{ n: number }[]>`select coalesce(sum(case ${measure} when 'very_unsatisfied' then very_unsatisfied when 'very_satisfied' then very_satisfied when 'held' then held else excluded end), 0)::int as n from figures where grain = 'day' and facet = ${facet} and topic = 'ratings'`
      return row?.n ?? 0
    },
  }
}

let invented = 0

/** Somebody at the window of an official with a seat; returns the visit's id. */
export const comeTo = async (window: TestClient, name = '来办事的人'): Promise<string> => {
  invented += 1
  const reply = await window.post<{ id: string }>('/window/session', { card: { name, idNumber: inventIdNumber(7000 + invented) } })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return reply.body.id
}
