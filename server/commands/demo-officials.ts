// Officials of the demo: for every case that waits for a person, those of that authority log in, look it through, accept it, pass it on from
// level to level and grant it.
import { listStaff } from '../../sandbox/people.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { clockRuns } from '../modules/cases/index.ts'
import { loginOverHttp, type LoggedIn } from '../modules/people/demo-login.ts'
import { asking, call, type Tracking } from './demo-calls.ts'
import { resultValues, type Deciding } from './demo-results.ts'

type StaffCase = Deciding & {
  id: string
  revision: number
  actions: { action: string; possible: boolean }[]
}
type QueueItem = { id: string }

/** Somebody of exactly this unit with one of these roles, logged in. @throws Error when the demo has nobody */
export const officialOf = (url: string, unit: { line: string; region: string }, roles: readonly string[]): Promise<LoggedIn> => {
  const found = listStaff().find(({ postings }) => postings.some(({ role, line, region }) => roles.includes(role) && line === unit.line && region === unit.region))
  if (!found) throw new Error(`nobody in the demo is ${roles.join(' or ')} of ${unit.line} in ${unit.region}`)
  return loginOverHttp(url, found.id, { staff: true })
}

const settleMs = 5000
const pauseMs = 40

const opinion = '材料齐全，符合条件。'

const possible = (one: StaffCase, action: string): boolean => one.actions.some((each) => each.action === action && each.possible)

/** What an approver writes into a result: only what its own number cannot stand for. */
const valuesFor = (one: StaffCase, region: string): Record<string, string> => resultValues(one, region, plainDate(systemClock.now()), systemClock.now().getTime())

/** Does what this official may do with one case; returns how many actions that took. */
const handle = async (official: LoggedIn, id: string, region: string): Promise<number> => {
  let one = await call<StaffCase>(official, 'GET', `/cases/${id}`)
  let taken = 0
  for (const action of ['claim', 'precheck', 'accept', 'forward', 'grant'] as const) {
    if (!possible(one, action)) continue
    const more = { grant: { values: valuesFor(one, region) }, precheck: { opinion }, forward: { opinion }, claim: {}, accept: {} }[action]
    one = await call<StaffCase>(official, 'POST', `/cases/${id}/${action}`, { revision: one.revision, ...more })
    // Taking it on leads nowhere by itself.
    if (action !== 'claim') taken += 1
  }
  return taken
}

/** Until every case has ended: lets the rules work, then lets people decide what is left for them, and the applicant pay what they wait for. */
export const decideAll = async (url: string, applicant: LoggedIn, applicationId: string): Promise<void> => {
  const officials = new Map<string, LoggedIn>()
  let taken = 0
  let quietSince = performance.now()
  for (;;) {
    const { cases } = await asking.track(applicant, applicationId)
    const open = cases.filter((one) => !one.ended)
    if (open.length === 0) return
    const before = taken
    for (const one of open) taken += await tryOne(url, officials, one)
    if (taken === before && (await asking.pay(applicant, applicationId))) taken += 1
    if (taken > before) quietSince = performance.now()
    else if (performance.now() - quietSince > settleMs) throw new Error(`nobody in the demo can go on with: ${open.map((one) => `${one.service} (${one.state})`).join(', ')}`)
    else await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

const levels = ['approver', 'clerk', 'head'] as const

const tryOne = async (url: string, officials: Map<string, LoggedIn>, one: Tracking['cases'][number]): Promise<number> => {
  if (!clockRuns(one.state)) return 0
  const staff = levels.flatMap((role) => listStaff().flatMap(({ id, postings }) => postings.filter((posting) => posting.role === role && posting.line === one.line).map(({ region }) => ({ id, region }))))
  for (const { id, region } of staff) {
    const official = officials.get(id) ?? (await loginOverHttp(url, id, { staff: true }))
    officials.set(id, official)
    const { cases } = await call<{ cases: QueueItem[] }>(official, 'GET', '/cases?limit=200')
    const taken = cases.some((each) => each.id === one.id) ? await handle(official, one.id, region) : 0
    if (taken > 0) return taken
  }
  return 0
}
