// How the handling of a case has gone so far, beyond its state: level of approval, opinions of other authorities, special procedures,
// extension, delivery, what became of the result. A fold of its actions, kept with the case so that nothing reads the history to go on.
import type { ProcedureKind } from '../catalogue/definitions.ts'
import type { CaseAction } from './case.ts'
import { proposalsAfter, type Proposal } from './proposal.ts'

/** Special procedures whose time is not counted: 听证, 检验, 检测, 检疫, 鉴定, 专家评审 (Administrative Licensing Law Art. 45). */
export const procedureKinds = ['hearing', 'inspection', 'testing', 'quarantine', 'appraisal', 'review'] as const satisfies readonly ProcedureKind[]

/** `days`: working days it is expected to take, told to the applicant. `heldOn`, `place`: of a hearing. `endedOn` null: it goes on. */
export type Procedure = { id: number; kind: ProcedureKind; from: string; days: number; heldOn: string | null; place: string | null; endedOn: string | null; outcome: string | null }

/** What an official states to begin one. */
export type ProcedureRequest = { kind: ProcedureKind; days: number; reasons: string; heldOn?: string; place?: string }

/** silent: the day passed without an answer. */
export const opinionAnswers = ['agree', 'disagree', 'silent'] as const
export type OpinionAnswer = (typeof opinionAnswers)[number]

/** An opinion asked of another authority; `answer` null while it is awaited until the end of `dueOn` (null: its calendar is not published). */
export type Opinion = { id: number; line: string; region: string; question: string; askedOn: string; dueOn: string | null; answer: OpinionAnswer | null; text: string; by: string; answeredOn: string | null }

/** What became of the result of a granted case. */
export const resultStates = ['valid', 'corrected', 'revoked', 'cancelled', 'replaced'] as const
export type ResultState = (typeof resultStates)[number]

export type Course = {
  /** place in the approval chain, from 0 */
  level: number
  /** who passed it on, level by level */
  passed: { id: string; name: string; at: string; opinion: string }[]
  prechecked: boolean
  /** officials who looked it through or accepted it, by id; absent: nobody, or the rules or the law did */
  examinedBy?: string[]
  /** a correction has been asked: the law allows it once */
  corrected: boolean
  /** last day to answer it; null while its calendar is not published, absent: none was asked, or before such a day was stated */
  answerBy?: string | null
  deemedAccepted: boolean
  /** working days the limit was extended by; 0: not extended */
  extendedDays: number
  procedures: Procedure[]
  opinions: Opinion[]
  delivered: { on: string; how: string } | null
  result: ResultState
  /** extensions, revocations and cancellations proposed to the next level */
  proposals: Proposal[]
  /** the file lies with the hall that took it in for this authority, and has not been receipted; absent: it is here */
  fileElsewhere?: true
}

export const untouched: Course = { level: 0, passed: [], prechecked: false, corrected: false, deemedAccepted: false, extendedDays: 0, procedures: [], opinions: [], delivered: null, result: 'valid', proposals: [] }

export const openProcedures = ({ procedures }: Course): Procedure[] => procedures.filter(({ endedOn }) => endedOn === null)
export const openOpinions = ({ opinions }: Course): Opinion[] => opinions.filter(({ answer }) => answer === null)
export const disagreements = ({ opinions }: Course): Opinion[] => opinions.filter(({ answer }) => answer === 'disagree')
export const heldHearing = ({ procedures }: Course): Procedure | undefined => procedures.find(({ kind, endedOn }) => kind === 'hearing' && endedOn !== null)
export const isExtended = ({ extendedDays }: Course): boolean => extendedDays > 0
/** Whether the result still holds, in its first or a corrected edition. */
export const holdsGood = ({ result }: Pick<Course, 'result'>): boolean => result === 'valid' || result === 'corrected'

/** One action as the fold needs it; `at` is an instant, `on` its day in China. */
export type CourseStep = { action: CaseAction; on: string; at: string; actorId: string; actorName: string; detail: Readonly<Record<string, unknown>> }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const among = <Word extends string>(words: readonly Word[], value: unknown, otherwise: Word): Word => words.find((word) => word === value) ?? otherwise

const folds: Partial<Record<CaseAction, (course: Course, step: CourseStep) => Course>> = {
  precheck: (course, step) => examined({ ...course, prechecked: true }, step),
  accept: (course, step) => (step.detail['automatic'] === true ? course : examined(course, step)),
  requestSupplement: (course, { detail }) => ({ ...course, corrected: true, ...(detail['answerBy'] === undefined ? {} : { answerBy: textOrNull(detail['answerBy']) }) }),
  countDay: (course, { detail }) => counted(course, detail),
  deemAccepted: (course) => ({ ...course, deemedAccepted: true }),
  forward: (course, { actorId, actorName, at, detail }) => ({ ...course, level: course.level + 1, passed: [...course.passed.slice(0, course.level), { id: actorId, name: actorName, at, opinion: textOf(detail['opinion']) }] }),
  sendBack: (course) => ({ ...course, level: course.level - 1, passed: course.passed.slice(0, course.level - 1) }),
  extend: (course, { detail }) => ({ ...course, extendedDays: numberOf(detail['days']) }),
  beginProcedure: (course, { on, detail }) => ({
    ...course,
    procedures: [...course.procedures, { id: course.procedures.length + 1, kind: among(procedureKinds, detail['kind'], 'inspection'), from: on, days: numberOf(detail['days']), heldOn: textOrNull(detail['heldOn']), place: textOrNull(detail['place']), endedOn: null, outcome: null }],
  }),
  endProcedure: (course, { on, detail }) => ({ ...course, procedures: course.procedures.map((each) => (each.id === detail['procedure'] ? { ...each, endedOn: on, outcome: textOf(detail['outcome']) } : each)) }),
  askOpinion: (course, { on, detail }) => ({
    ...course,
    opinions: [...course.opinions, { id: course.opinions.length + 1, line: textOf(detail['line']), region: textOf(detail['region']), question: textOf(detail['question']), askedOn: on, dueOn: textOrNull(detail['dueOn']), answer: null, text: '', by: '', answeredOn: null }],
  }),
  giveOpinion: (course, step) => answered(course, step, step.detail['agree'] === true ? 'agree' : 'disagree'),
  noteSilence: (course, step) => answered(course, step, 'silent'),
  deliver: (course, { on, detail }) => ({ ...course, delivered: { on, how: textOf(detail['how']) } }),
  correctResult: (course) => ({ ...course, result: 'corrected' }),
  revoke: (course) => ({ ...course, result: 'revoked' }),
  cancel: (course) => ({ ...course, result: 'cancelled' }),
  replace: (course) => ({ ...course, result: 'replaced' }),
}

const examined = (course: Course, { actorId }: CourseStep): Course => {
  const { examinedBy = [] } = course
  return examinedBy.includes(actorId) ? course : { ...course, examinedBy: [...examinedBy, actorId] }
}

/** A day that was unknown has been counted: of an opinion, or of a correction; that of a proposal stands with it. */
const counted = (course: Course, { opinion, dueOn, answerBy }: CourseStep['detail']): Course => {
  if (typeof answerBy === 'string') return { ...course, answerBy }
  if (typeof dueOn !== 'string') return course
  return { ...course, opinions: course.opinions.map((each) => (each.id === opinion ? { ...each, dueOn } : each)) }
}

const answered = (course: Course, { on, actorName, detail }: CourseStep, answer: OpinionAnswer): Course => ({
  ...course,
  opinions: course.opinions.map((each) => (each.id === detail['opinion'] ? { ...each, answer, text: textOf(detail['text']), by: answer === 'silent' ? '' : actorName, answeredOn: on } : each)),
})

/** The course after one more action; the very object when the action adds nothing to it. */
export const courseAfter = (course: Course, step: CourseStep): Course => {
  const next = folds[step.action]?.(course, step) ?? course
  const proposals = proposalsAfter(next.proposals, step)
  return proposals === next.proposals ? next : { ...next, proposals }
}

export const courseOf = (steps: readonly CourseStep[]): Course => steps.reduce(courseAfter, untouched)
