// A bill of a hospital on somebody's account: the insurance has paid its part, the rest is settled within so many working days. Its life
// is one table; nobody compares states elsewhere. Amounts in fen. Pure.

export const billStates = ['owed', 'late', 'contested', 'settled', 'cancelled'] as const
export type BillState = (typeof billStates)[number]

export const billActions = ['enter', 'remind', 'count', 'lapse', 'settle', 'contest', 'uphold', 'reinstate', 'cancel'] as const
export type BillAction = (typeof billActions)[number]

/** `count`: its day was unknown because no calendar was published, and is known now. An objection that fails: `uphold`, or `reinstate` what was on record before. */
export const billLifecycle = {
  enter: { from: [], to: 'owed' },
  remind: { from: ['owed'], to: 'owed' },
  count: { from: ['owed'], to: 'owed' },
  lapse: { from: ['owed'], to: 'late' },
  settle: { from: ['owed', 'late', 'contested'], to: 'settled' },
  contest: { from: ['owed', 'late'], to: 'contested' },
  uphold: { from: ['contested'], to: 'owed' },
  reinstate: { from: ['contested'], to: 'late' },
  cancel: { from: ['owed', 'late', 'contested'], to: 'cancelled' },
} as const satisfies Record<BillAction, { from: readonly BillState[]; to: BillState }>

export const billAfter = (state: BillState, action: BillAction): BillState | undefined => {
  const { from, to }: { from: readonly BillState[]; to: BillState } = billLifecycle[action]
  return from.includes(state) ? to : undefined
}

/** Still on the account. */
export const isOpenBill = ({ state }: Pick<CareBill, 'state'>): boolean => billAfter(state, 'settle') !== undefined
/** On record until it is settled or cancelled. An objection takes it off until it is answered. */
export const isLateBill = ({ state }: Pick<CareBill, 'state'>): boolean => state === 'late'

/** Whether its person has objected to it, answered or not: they may once. */
export const isContested = ({ id }: Pick<CareBill, 'id'>, actions: readonly { billId: string | null; action: string }[]): boolean => actions.some(({ billId, action }) => billId === id && action === 'contest')

export type Visit = { hospital: string; department: string; visitedOn: string }

export type CareBill = Visit & {
  id: string
  accountId: string
  personId: string
  region: string
  line: string
  /** the hospital's system, and its own number */
  consumer: string
  number: string
  totalFen: number
  insuredFen: number
  state: BillState
  /** YYYY-MM-DD; null while the calendar of that year is not published */
  dueOn: string | null
  /** when to look again; null: nothing happens by itself */
  lookOn: string | null
  reminded: boolean
  lateOn: string | null
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

/** What the person pays. */
export const ownFen = ({ totalFen, insuredFen }: Pick<CareBill, 'totalFen' | 'insuredFen'>): number => totalFen - insuredFen

export type CareAccount = { id: string; personId: string; region: string; limitFen: number; owedFen: number; agreed: string; openedAt: string; closedAt: string | null }

/** 8000 → 80.00 */
export const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
