// A batch: one matter applied for by a table. Its lifecycle as one table, its rows, and how far it is. Pure.
// Whoever uploads it is the applicant of every row, or each row names its own, who agrees first.
import type { Texts } from '../../kernel/texts.ts'
import type { Answer, Answers } from '../planning/index.ts'

export const batchStates = ['checking', 'checked', 'running', 'paused', 'done', 'cancelled'] as const
export type BatchState = (typeof batchStates)[number]

export const batchActions = ['start', 'pause', 'resume', 'cancel'] as const
export type BatchAction = (typeof batchActions)[number]

const lifecycle = {
  start: { from: ['checked'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['checking', 'checked', 'running', 'paused'], to: 'cancelled' },
} as const satisfies Record<BatchAction, { from: readonly BatchState[]; to: BatchState }>

export const canBatch = (state: BatchState, action: BatchAction): boolean => (lifecycle[action].from as readonly BatchState[]).includes(state)

export const afterAction = (action: BatchAction): BatchState => lifecycle[action].to

export const isChecking = (state: BatchState): boolean => state === 'checking'
/** Whether rows may still be handed in: then whoever is named may still answer. */
export const isOpen = (state: BatchState): boolean => canBatch(state, 'pause') || canBatch(state, 'resume')
export const isRunning = (state: BatchState): boolean => state === 'running'

/** asked: the applicant it names */
export const rowStates = ['unchecked', 'faulty', 'asked', 'ready', 'handedIn', 'failed', 'declined', 'expired'] as const
export type RowState = (typeof rowStates)[number]

/** What is wrong: in a row, or with the table when `row` is null; `column` is the heading. `value`: what stands there. */
export type Problem = { row: number | null; column: string | null; code: string; value?: string; other?: number }

export type BatchRow = {
  batchId: string
  /** as the spreadsheet numbers it */
  rowNumber: number
  personId: string
  /** of the application it becomes, chosen beforehand */
  applicationId: string
  state: RowState
  /** texts as they stand in the table, by heading */
  cells: Record<string, string>
  answers: Answers
  problems: Problem[]
  number: string | null
  /** whom the row names; null: whoever uploaded it */
  applicant: { idNumber: string; name: string } | null
  /** until when they may agree */
  answerUntil: string | null
  /** registries they agreed to */
  consents: Record<string, boolean> | null
}

export type Batch = {
  id: string
  personId: string
  matter: string
  matterName: Texts
  region: string
  state: BatchState
  fileName: string
  sheet: string
  headers: string[]
  /** problems of the table as a whole */
  findings: Problem[]
  consents: Record<string, boolean>
  applicants: 'uploader' | 'own'
  createdAt: string
  updatedAt: string
}

export type Counts = Record<RowState, number>

export const noRows: Counts = { unchecked: 0, faulty: 0, asked: 0, ready: 0, handedIn: 0, failed: 0, declined: 0, expired: 0 }

/** Why an action is not possible now; undefined when it is. */
export const obstacleOf = ({ state, findings }: Batch, { ready }: Counts, action: BatchAction): 'state' | 'findings' | 'nothing' | undefined => {
  if (!canBatch(state, action)) return 'state'
  if (action !== 'start') return undefined
  if (findings.length > 0) return 'findings'
  return ready === 0 ? 'nothing' : undefined
}

/** Days somebody named in a row has to answer. */
export const answerDays = 14

/** What a row waits for is answered: agreed, not agreed, or nobody answered in time. */
export const afterAnswer = { agree: 'ready', decline: 'declined', expire: 'expired' } as const satisfies Record<string, RowState>

export const isWaiting = (state: RowState): boolean => state === 'asked'

/** Nothing is left to be done or waited for. */
export const isSettled = ({ asked, ready }: Counts): boolean => asked + ready === 0

/** A row that says the same as an earlier one, by its answers. */
export const sameRow = (answers: Readonly<Record<string, Answer>>): string => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
