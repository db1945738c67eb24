// A delegation: who may act for whom, in what, until when, how often. Both sides agree before it counts. Pure.
// Law: Civil Code Art. 165 (names, matters, authority and period in writing), 169 (no handing on), 173 (how it ends).

/** family: a relative or friend; agent: a listed agency; company: somebody of its staff, named by whoever represents the company (Art. 170). */
export const delegationKinds = ['family', 'agent', 'company'] as const
export type DelegationKind = (typeof delegationKinds)[number]

export const delegationStates = ['proposed', 'agreed', 'refused', 'ended'] as const
export type DelegationState = (typeof delegationStates)[number]

/** The one represented, or the one who acts. */
export const sides = ['person', 'holder'] as const
export type Side = (typeof sides)[number]

/** Who ended it: a side, or what it rested on is no longer in the register. */
export type Ender = Side | 'register'

/** By whom it is held: a resident, or whoever works for the agency at the time. */
export type Holder = { idNumber: string } | { uscc: string }

export type Delegation = {
  id: string
  kind: DelegationKind
  state: DelegationState
  proposedBy: Side
  person: { idNumber: string; name: string }
  holder: Holder & { name: string }
  /** what it is for, and by what power (module powers) `person` represents it */
  company: { uscc: string; name: string; power: string } | null
  /** null: every matter */
  matters: string[] | null
  /** first and last day, YYYY-MM-DD */
  startsOn: string
  endsOn: string
  /** applications it is good for; null: any number */
  maxUses: number | null
  reason: string
  createdAt: string
  decidedAt: string | null
  endedAt: string | null
  endedBy: Ender | null
}

export const delegationActions = ['accept', 'refuse', 'end'] as const
export type DelegationAction = (typeof delegationActions)[number]

/** The lifecycle: `other` is the side that did not propose. An offer taken back has ended. */
export const delegationLifecycle = {
  accept: { from: ['proposed'], to: 'agreed', by: 'other', law: '民法典第一百六十五条' },
  refuse: { from: ['proposed'], to: 'refused', by: 'other', law: '民法典第一百六十五条' },
  end: { from: ['proposed', 'agreed'], to: 'ended', by: 'either', law: '民法典第一百七十三条' },
} as const satisfies Record<DelegationAction, { from: readonly DelegationState[]; to: DelegationState; by: 'other' | 'either'; law: string }>

/** Waits for an answer; agreed by both; either. */
export const [offered] = delegationLifecycle.accept.from
export const agreed = delegationLifecycle.accept.to
export const unended = [...delegationLifecycle.end.from]

/** Where it stands on a day, as people are told. */
export const standings = ['proposed', 'lapsed', 'upcoming', 'inForce', 'usedUp', 'expired', 'refused', 'ended'] as const
export type Standing = (typeof standings)[number]

/** Waits for the other side's answer. */
export const isOffer = (state: DelegationState): boolean => (delegationLifecycle.accept.from as readonly DelegationState[]).includes(state)

const endings: Partial<Record<DelegationState, Standing>> = { refused: 'refused', ended: 'ended' }

/** @param today YYYY-MM-DD @param uses applications begun so far */
export const standingOf = ({ state, startsOn, endsOn, maxUses }: Delegation, today: string, uses: number): Standing => {
  const isOpen = isOffer(state)
  const over = endings[state]
  if (over) return over
  if (today > endsOn) return isOpen ? 'lapsed' : 'expired'
  if (isOpen) return 'proposed'
  if (today < startsOn) return 'upcoming'
  return maxUses !== null && uses >= maxUses ? 'usedUp' : 'inForce'
}

/** Whether anything may be done by it: once used up, what was begun still goes on. */
export const isInForce = (delegation: Delegation, today: string): boolean => ['inForce', 'usedUp'].includes(standingOf(delegation, today, 0))

/** What this side may do on that day. */
export const actionsOf = (delegation: Delegation, side: Side, today: string): DelegationAction[] =>
  delegationActions.filter((action) => {
    const { from, by } = delegationLifecycle[action]
    if (!(from as readonly DelegationState[]).includes(delegation.state)) return false
    if (today > delegation.endsOn) return false
    return by === 'either' || side !== delegation.proposedBy
  })

export const delegationMandate = 'delegation'

export const mandateOf = ({ id }: Pick<Delegation, 'id'>): string => `${delegationMandate}:${id}`
