// What is written in the form of a new delegation, checked as the server checks it. Pure; `today` is a parameter.
// Keeps everything as typed until it can be sent.
import { addDays } from '../../../../server/kernel/clock.ts'
import { checkCreditCode, checkResidentId } from '../../../../server/kernel/identifiers.ts'

export interface ProposalForm {
  /** a person, or an organisation that applies for others */
  whom: 'person' | 'organisation'
  name: string
  /** ID number, or unified social credit code */
  number: string
  scope: 'all' | 'some'
  matters: string[]
  endsOn: string
  limit: 'any' | 'some'
  maxUses: number | undefined
  reason: string
}

export type ProposalProblem = 'name' | 'idNumber' | 'uscc' | 'self' | 'matters' | 'endsOn' | 'maxUses' | 'reason'

const longestDays = 366
const usualDays = 90
const longestReason = 200

/** @param today YYYY-MM-DD */
export const emptyProposal = (today: string): ProposalForm => ({ whom: 'person', name: '', number: '', scope: 'some', matters: [], endsOn: addDays(today, usualDays), limit: 'any', maxUses: undefined, reason: '' })

/** Where something is wrong, in the order of the form. */
export function problemsOf({ whom, name, number, scope, matters, endsOn, limit, maxUses, reason }: ProposalForm, today: string): ProposalProblem[] {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(endsOn)
  const wrong: Record<Exclude<ProposalProblem, 'self'>, boolean> = {
    name: whom === 'person' && name.trim() === '',
    idNumber: whom === 'person' && !checkResidentId(number, today).ok,
    uscc: whom === 'organisation' && !checkCreditCode(number).ok,
    matters: scope === 'some' && matters.length === 0,
    endsOn: !isDay || endsOn < today || endsOn > addDays(today, longestDays),
    maxUses: limit === 'some' && (maxUses === undefined || !Number.isInteger(maxUses) || maxUses < 1 || maxUses > 1000),
    reason: [...reason].length > longestReason,
  }
  return (Object.keys(wrong) as (keyof typeof wrong)[]).filter((field) => wrong[field]) // keys of the constant above
}
