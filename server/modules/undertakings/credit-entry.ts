// A broken promise on record (信用记录): while it stands nobody takes another promise of the same subject. Who it concerns sees it,
// may object and may have it repaired. Its lifecycle is one table. Pure.
import type { LegalBasis } from '../catalogue/definitions.ts'

export const creditStates = ['standing', 'contested', 'repairing', 'repaired', 'cancelled'] as const
export type CreditState = (typeof creditStates)[number]

export const creditActions = ['object', 'askRepair', 'uphold', 'cancel', 'repair'] as const
export type CreditAction = (typeof creditActions)[number]

/** The law of credit repair and of objecting to what is recorded. */
export const creditLifecycle = {
  object: { from: ['standing', 'repairing'], to: 'contested', law: '个人信息保护法第四十六条' },
  askRepair: { from: ['standing'], to: 'repairing', law: '信用修复管理办法' },
  uphold: { from: ['contested', 'repairing'], to: 'standing', law: '信用修复管理办法' },
  cancel: { from: ['contested', 'repairing', 'standing'], to: 'cancelled', law: '个人信息保护法第四十六条' },
  repair: { from: ['repairing', 'standing'], to: 'repaired', law: '信用修复管理办法' },
} as const satisfies Record<CreditAction, { from: readonly CreditState[]; to: CreditState; law: string }>

export const creditAfter = (state: CreditState, action: CreditAction): CreditState | undefined => {
  const { from, to }: { from: readonly CreditState[]; to: CreditState } = creditLifecycle[action]
  return from.includes(state) ? to : undefined
}

/** It counts, also while somebody objects to it. */
export const stillCounts = (state: CreditState): boolean => state !== 'repaired' && state !== 'cancelled'

/** Somebody has asked for something and waits for an answer. */
export const awaitsAnswer = (state: CreditState): boolean => state === 'contested' || state === 'repairing'

/** What a breach rests on: who has broken a promise makes no other one until it is repaired. */
export const breachLaw: LegalBasis = { title: '国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见' }

export type CreditEntry = {
  id: string
  undertakingId: string
  personId: string
  subject: string
  line: string
  region: string
  reason: string
  law: LegalBasis
  state: CreditState
  recordedOn: string
  /** its last day */
  untilOn: string
  repairable: boolean
  repairedOn: string | null
  updatedAt: string
}

/** Whether it stands in the way of another promise on this day. */
export const isBar = ({ state, recordedOn, untilOn }: Pick<CreditEntry, 'state' | 'recordedOn' | 'untilOn'>, today: string): boolean => stillCounts(state) && recordedOn <= today && today <= untilOn
