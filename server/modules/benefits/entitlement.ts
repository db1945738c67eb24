// What somebody is due under a policy for one period, and its lifecycle. Pure; the table below is the only place that knows which step follows.
import type { Texts } from '../../kernel/texts.ts'
import type { BenefitAudience } from '../catalogue/index.ts'
import type { Recovery } from './recovery.ts'

export const entitlementStates = ['found', 'told', 'confirmed', 'declined', 'listed', 'paid', 'returned', 'recovering', 'recovered', 'lapsed'] as const
export type EntitlementState = (typeof entitlementStates)[number]

/** What may happen in each state, and where it leads. */
export const entitlementSteps = {
  found: { tell: 'told', confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  told: { confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  confirmed: { list: 'listed', decline: 'declined', lapse: 'lapsed' },
  declined: { confirm: 'confirmed', lapse: 'lapsed', uphold: 'told' },
  listed: { pay: 'paid', giveBack: 'returned', unlist: 'confirmed', refuse: 'lapsed' },
  returned: { confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  paid: { recover: 'recovering', giveBack: 'returned' },
  recovering: { settle: 'recovered', uphold: 'paid' },
  recovered: {},
  lapsed: { find: 'found', uphold: 'told' },
} as const satisfies Record<EntitlementState, Partial<Record<string, EntitlementState>>>

export type EntitlementAction = 'find' | 'tell' | 'confirm' | 'decline' | 'lapse' | 'list' | 'unlist' | 'refuse' | 'pay' | 'giveBack' | 'recover' | 'settle' | 'uphold'

/** Undefined: it cannot happen now. */
export const entitlementAfter = (state: EntitlementState, action: EntitlementAction): EntitlementState | undefined => {
  const steps: Partial<Record<EntitlementAction, EntitlementState>> = entitlementSteps[state]
  return steps[action]
}

/** Whether it is, or may become, money: what ended does not count against a cap. */
export const isLive = (state: EntitlementState): boolean => state !== 'declined' && state !== 'lapsed' && state !== 'recovered' && state !== 'recovering'
/** Whether the person has said yes to it, so that later periods go on by themselves. */
export const isAgreed = (state: EntitlementState): boolean => state === 'confirmed' || state === 'listed' || state === 'paid'
export const isOut = (state: EntitlementState): boolean => state === 'paid'

/** What an official decided by hand, on an appeal or an objection. Screening leaves it so; only a death ends it all the same. */
export const rulings = ['upheld', 'refused'] as const
export type Ruling = (typeof rulings)[number]

/** Where the money goes. `holder`: the name the bank knows. */
export type Account = { bank: string; number: string; holder: string }

/** Why, in the policy's own sentences: one line a condition. */
export type Reason = { condition: string; name: Texts }

export type Entitlement = {
  id: string
  benefitId: string
  benefitVersion: string
  subjectId: string
  personId: string | null
  region: string
  line: string
  period: string
  fen: number
  state: EntitlementState
  name: string
  reasons: Reason[]
  account: Account | null
  /** When the person gave this account, for this policy or another: it is not given anew where it goes on by itself. */
  accountGivenAt: string | null
  ruling: Ruling | null
  /** Where what was paid is, or was, to be given back. */
  recovery?: Recovery
  foundAt: string
  changedAt: string
}

/** When a bank last sent money back, by the number of the account. */
export type SentBack = ReadonlyMap<string, string>

/** The account given last, for whatever policy; of those a bank has sent money back from, only what was given again since. */
export const accountOnFile = (own: readonly Pick<Entitlement, 'account' | 'accountGivenAt'>[], sentBack: SentBack): { account: Account; accountGivenAt: string } | undefined =>
  own.flatMap(({ account, accountGivenAt }) => (account && accountGivenAt && accountGivenAt > (sentBack.get(account.number) ?? '') ? [{ account, accountGivenAt }] : []))
    .toSorted((a, b) => b.accountGivenAt.localeCompare(a.accountGivenAt))[0]

/** The facts that say who somebody is called and where they belong. */
export const nameFacts = { person: 'person.name', company: 'company.name' } as const
export const regionFacts = { person: 'person.householdRegion', company: 'company.region' } as const

/** Whoever is screened: a person by ID number, a company by its credit code. `facts`: values by concept. */
export type Subject = {
  id: string
  audience: BenefitAudience
  number: string
  name: string
  region: string
  facts: Record<string, unknown>
  factsAt: string
  source: string
}
