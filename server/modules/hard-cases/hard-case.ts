// The lifecycle of a hard case (疑难事项) as one table: the server enforces it, the screens ask it, nothing else compares states.
// A hard case fits no service; a coordinator sorts it, hears authorities and answers. The applicant has the last word, once.
import type { StaffRole } from '../../kernel/authz.ts'
import { regionAndAbove } from '../../kernel/regions.ts'

export const hardCaseStates = ['received', 'consulting', 'guided', 'redirected', 'answered', 'settled', 'unsettled', 'retracted'] as const
export type HardCaseState = (typeof hardCaseStates)[number]

export const hardCaseActions = ['submit', 'add', 'claim', 'accept', 'guide', 'redirect', 'ask', 'giveOpinion', 'remind', 'meet', 'conclude', 'passDay', 'settle', 'raise', 'leave', 'retract'] as const
export type HardCaseAction = (typeof hardCaseActions)[number]

type Actor = 'applicant' | 'official' | 'coordinator' | 'authority' | 'system'
type Transition = { from: readonly HardCaseState[]; to: HardCaseState | 'same'; by: readonly Actor[] }

const open: readonly HardCaseState[] = ['received', 'consulting']
const told: readonly HardCaseState[] = ['guided', 'redirected', 'answered']

export const hardCaseLifecycle = {
  submit: { from: [], to: 'received', by: ['applicant', 'official'] },
  add: { from: open, to: 'same', by: ['applicant'] },
  claim: { from: open, to: 'same', by: ['coordinator'] },
  accept: { from: ['received'], to: 'consulting', by: ['coordinator'] },
  guide: { from: ['received'], to: 'guided', by: ['coordinator'] },
  redirect: { from: ['received'], to: 'redirected', by: ['coordinator'] },
  ask: { from: ['consulting'], to: 'same', by: ['coordinator'] },
  giveOpinion: { from: ['consulting'], to: 'same', by: ['authority'] },
  remind: { from: ['consulting'], to: 'same', by: ['coordinator', 'system'] },
  meet: { from: ['consulting'], to: 'same', by: ['coordinator'] },
  conclude: { from: ['consulting'], to: 'answered', by: ['coordinator'] },
  passDay: { from: open, to: 'same', by: ['system'] },
  settle: { from: told, to: 'settled', by: ['applicant'] },
  raise: { from: told, to: 'received', by: ['applicant'] },
  leave: { from: told, to: 'unsettled', by: ['applicant'] },
  retract: { from: open, to: 'retracted', by: ['applicant'] },
} as const satisfies Record<HardCaseAction, Transition>

const table: Record<HardCaseAction, Transition> = hardCaseLifecycle

/** Somebody works on it: its days run. */
export const isOpen = (state: HardCaseState): boolean => open.includes(state)

/** The coordinator has not yet said what becomes of it. */
export const isUnsorted = (state: HardCaseState): boolean => hardCaseAfter(state, 'accept') !== undefined

/** The applicant has been told something and may say whether it helped. */
export const awaitsWord = (state: HardCaseState): boolean => told.includes(state)

/** Nothing more happens to it, whoever wants it. */
export const isClosed = (state: HardCaseState): boolean => hardCaseActions.every((action) => !table[action].from.includes(state))

/** The state after an action; undefined when the table does not allow it. */
export const hardCaseAfter = (state: HardCaseState, action: HardCaseAction): HardCaseState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Folds a history into the present state. */
export const hardCaseStateOf = (actions: readonly { action: HardCaseAction }[]): HardCaseState =>
  actions.reduce<HardCaseState>((state, { action }) => (action === 'submit' ? 'received' : (hardCaseAfter(state, action) ?? state)), 'received')

/** What a coordinator may do, in the order it is offered; each with the reason when it is not possible now. */
export type Offered = { action: HardCaseAction; possible: boolean; because?: 'state' | 'role' | 'taken' }

const offered: readonly HardCaseAction[] = ['claim', 'accept', 'guide', 'redirect', 'ask', 'meet', 'conclude']

export const offeredTo = ({ state, coordinatorId }: Pick<HardCase, 'state' | 'coordinatorId'>, who: { coordinates: boolean; staffId: string }): Offered[] =>
  offered.map((action): Offered => {
    if (!who.coordinates) return { action, possible: false, because: 'role' }
    if (hardCaseAfter(state, action) === undefined) return { action, possible: false, because: 'state' }
    return action === 'claim' && coordinatorId === who.staffId ? { action, possible: false, because: 'taken' } : { action, possible: true }
  })

export type Law = { title: string; article?: string }

/**
 * What the applicant was told. `words` are for the applicant; `solution` says for colleagues how it was solved and `by` which authorities
 * did it; `target` is the service or matter it is after all, `to` who is responsible elsewhere.
 */
export type Answer = {
  kind: 'guide' | 'redirect' | 'conclude'
  words: string
  solution?: string
  by?: string[]
  laws?: Law[]
  target?: { type: 'service' | 'matter'; id: string }
  to?: string
  at: string
  name: string
}

export const channels = ['portal', 'window', 'hotline', 'official'] as const
export type Channel = (typeof channels)[number]

/** Days are 'YYYY-MM-DD', instants ISO strings. `sortOn`, `answerOn` null: nothing runs, or the calendar of that year is not published. */
export type HardCase = {
  id: string
  number: string
  personId: string | null
  applicant: string
  phone: string
  region: string
  risenFrom: string | null
  category: string | null
  title: string
  account: string
  wish: string
  channel: Channel
  fromCase: string | null
  state: HardCaseState
  revision: number
  coordinatorId: string | null
  coordinator: string | null
  sortOn: string | null
  answerOn: string | null
  answer: Answer | null
  keywords: string[]
  terms: string[]
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

/** One thing that happened, as stored; `staffId` null: the applicant or the system. */
export type HardCaseEvent = { action: HardCaseAction; actorKind: string; staffId: string | null; actorName: string; at: string; detail: Record<string, unknown> }

/** A document; `opinionId`: given with an authority's opinion. */
export type HardCaseFile = { id: string; opinionId: string | null; digest: string; name: string; size: number; type: string; addedBy: string; addedAt: string }

export const limits = { account: 10_000, wish: 2000, title: 60, files: 20, openPerPerson: 10 } as const

/** Longest name made from an account, in letters. */
const shortTitle = 30

/** A name for it until a coordinator gives a better one: the first sentence, or as many of its clauses as are short enough. */
export const titleOf = (account: string): string => {
  const [sentence = ''] = account.trim().split(/[。！？!?\n；;]/u)
  const whole = sentence.trim() || account.trim()
  if ([...whole].length <= shortTitle) return whole
  const head = [...whole].slice(0, shortTitle).join('')
  const clause = head.slice(0, Math.max(0, head.lastIndexOf('，'), head.lastIndexOf('、'), head.lastIndexOf(',')))
  return [...clause].length > shortTitle / 3 ? clause : `${[...whole].slice(0, shortTitle - 1).join('')}…`
}

/** The place one level up, within the served region; undefined at the top. */
export const levelAbove = (region: string, served: string): string | undefined => {
  const above = regionAndAbove(region)
  const top = above.indexOf(served)
  return above.find((code, index) => index > 0 && (top < 0 || index <= top) && code !== region)
}

/** Whether "not solved" takes it one level up: once, and only where there is such a level. */
export const canRise = ({ state, risenFrom, region }: Pick<HardCase, 'state' | 'risenFrom' | 'region'>, served: string): boolean =>
  hardCaseAfter(state, 'raise') !== undefined && risenFrom === null && levelAbove(region, served) !== undefined

/** Roles that only look on, everywhere in their region. */
export const onlookers: readonly StaffRole[] = ['supervisor']
