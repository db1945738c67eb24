// A town whose permit takes the long way: looked through, three levels, another authority's opinion, special procedures, a paper result.
// For tests of the route files that handle it; everybody in it can be asked as, and logs in anew on another day.
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import type { Handling } from '../catalogue/index.ts'

export type StaffCase = {
  revision: number; state: string; mine: boolean; assigneeName: string | null; dueOn: string | null; promisedOn: string | null; asked: number | null
  actions: { action: string; possible: boolean; because?: string; inNameOf?: string }[]; history: { action: string; actorName: string; detail: Record<string, unknown> }[]
  course: { levels: { name: { 'zh-CN': string }; state: string; by: string | null }[]; deemedAccepted: boolean; opinions: { id: number; answer: string | null; dueOn: string | null }[]; answerBy: string | null; proposals: { answerUntil: string | null; heard: boolean }[]; procedures: { kind: string; endedOn: string | null }[]; result: { standing: string; edition: number; deliverBy: string | null } | null }
}
export type Failure = { error: { code: string; details?: { because?: string; missing?: string; earliest?: string; unknownFrom?: string; most?: number } } }

const law = { title: '样例星空条例', article: '第七条' }
const handling: Handling = {
  precheck: true,
  levels: [{ role: 'clerk', name: { 'zh-CN': '审查' } }, { role: 'approver', name: { 'zh-CN': '审核' } }, { role: 'head', name: { 'zh-CN': '批准' } }],
  coSigners: [{ line: 'energy', days: 5, asks: { 'zh-CN': '照明会不会受影响' }, concepts: ['telescope.model', 'telescope.aperture'], legalBasis: law }],
  procedures: [{ kind: 'testing', legalBasis: law }],
  paper: true,
}

const posting = (role: Posting['role'], line = 'sky', region = '990101'): Posting => ({ role, line, region })

const officials = {
  clerk: { staff: [posting('clerk')], name: '受理员甲' },
  approver: { staff: [posting('approver')], name: '科长乙' },
  head: { staff: [posting('head')], name: '局长丙' },
  colleague: { staff: [posting('approver')], name: '科长己' },
  everything: { staff: [posting('clerk'), posting('approver'), posting('head')], name: '身兼数职庚' },
  energy: { staff: [posting('approver', 'energy')], name: '能源局丁' },
  west: { staff: [posting('head', 'sky', '990102')], name: '西区戊' },
}
type Name = keyof typeof officials

export type Submitted = { applicant: TestClient; logIn: () => Promise<TestClient>; application: string; id: string }

/** What an action that was refused gives as the reason. */
export const because = (reply: { body: Failure }) => reply.body.error?.details?.because

export type LongWay = {
  town: TelescopeTown
  /** as whom one asks; logged in on the present day */
  as: Record<Name, TestClient>
  turnTo: (instant: string) => Promise<void>
  look: (who: Name, id: string) => Promise<StaffCase>
  act: (who: Name, id: string, action: string, body?: Record<string, unknown>) => Promise<{ status: number; body: StaffCase & Failure }>
  submitted: () => Promise<Submitted>
  accepted: () => Promise<Submitted>
  answered: (id: string, agree?: boolean) => Promise<{ status: number; body: Failure }>
  granted: () => Promise<Submitted>
}

export const openLongWay = async (): Promise<LongWay> => {
  const { clock, turnTo: turn } = turnable(on)
  const town = await openTelescopeTown(clock, changedPacks((catalogue) => {
    const permit = catalogue.services['telescope-permit']
    return permit ? { ...catalogue, services: { ...catalogue.services, 'telescope-permit': { ...permit, handling } } } : catalogue
  }))
  const logIn = async (name: Name) => town.test.as({ ...officials[name], subject: name })
  const everybody = async () => ({ clerk: await logIn('clerk'), approver: await logIn('approver'), head: await logIn('head'), colleague: await logIn('colleague'), everything: await logIn('everything'), energy: await logIn('energy'), west: await logIn('west') })
  const as = await everybody()
  const turnTo = async (instant: string): Promise<void> => {
    turn(instant)
    Object.assign(as, await everybody())
  }
  const look: LongWay['look'] = async (who, id) => (await as[who].get<StaffCase>(`/cases/${id}`)).body
  const act: LongWay['act'] = async (who, id, action, body = {}) => as[who].post<StaffCase & Failure>(`/cases/${id}/${action}`, { revision: (await look('clerk', id)).revision, ...body })
  let applicants = 0
  const submitted = async (): Promise<Submitted> => {
    await turnTo(on)
    applicants += 1
    const person = { name: '观星人', subject: `stargazer-${applicants}`, idNumber: inventIdNumber(9_000 + applicants) }
    const logInAgain = () => town.test.as({ person })
    const applicant = await logInAgain()
    const application = await handIn(applicant)
    return { applicant, logIn: logInAgain, application: application.id, id: application.cases.find(({ service }) => service === 'telescope-permit')?.id ?? '' }
  }
  const accepted = async (): Promise<Submitted> => {
    const one = await submitted()
    await act('clerk', one.id, 'precheck')
    await act('clerk', one.id, 'accept')
    return one
  }
  const answered: LongWay['answered'] = (id, agree = true) => as.energy.post<Failure>(`/cases/${id}/opinions/1`, { agree, text: '对照明没有影响' })
  const granted = async (): Promise<Submitted> => {
    const one = await accepted()
    await answered(one.id)
    await act('clerk', one.id, 'forward', { opinion: '材料齐全' })
    await act('approver', one.id, 'forward', { opinion: '符合条件' })
    await act('head', one.id, 'grant', { opinion: '同意' })
    return one
  }
  return { town, as, turnTo, look, act, submitted, accepted, answered, granted }
}
