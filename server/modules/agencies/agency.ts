// An agency: an organisation that may apply for others, as long as it is listed, within its licence, scope and region. Pure.
// Law: Administrative Licensing Law Art. 29 (an applicant may let an agent apply), Civil Code Art. 162 (what the agent does counts for the person).

export const agencyStates = ['listed', 'suspended', 'struckOff'] as const
export type AgencyState = (typeof agencyStates)[number]

export const agencyActions = ['suspend', 'relist', 'strikeOff'] as const
export type AgencyAction = (typeof agencyActions)[number]

/** Struck off is for good: whoever wants to come back is registered anew by another licence. */
const lifecycle = {
  suspend: { from: ['listed'], to: 'suspended' },
  relist: { from: ['suspended'], to: 'listed' },
  strikeOff: { from: ['listed', 'suspended'], to: 'struckOff' },
} as const satisfies Record<AgencyAction, { from: readonly AgencyState[]; to: AgencyState }>

/** Somebody who acts for the agency. */
export type AgencyStaff = { idNumber: string; name: string }

export type Agency = {
  /** unified social credit code, GB 32100 */
  uscc: string
  name: string
  /** GB/T 2260: whoever lives there may be its client */
  region: string
  /** null: every matter */
  matters: string[] | null
  /** number of the licence or filing it was listed by */
  licence: string
  phone: string
  /** first and last day, YYYY-MM-DD */
  startsOn: string
  endsOn: string
  state: AgencyState
  /** why it may not work, in the official's words */
  reason: string
  createdAt: string
  updatedAt: string
}

export const canAgency = (state: AgencyState, action: AgencyAction): boolean => (lifecycle[action].from as readonly AgencyState[]).includes(state)

export const afterAgencyAction = (action: AgencyAction): AgencyState => lifecycle[action].to

/** Whether an action is one after which the agency may not work. */
export const stopsWork = (action: AgencyAction): boolean => lifecycle[action].to !== lifecycle.relist.to

export const agencyStandings = ['working', 'upcoming', 'expired', 'suspended', 'struckOff'] as const
export type AgencyStanding = (typeof agencyStandings)[number]

const stopped: Partial<Record<AgencyState, AgencyStanding>> = { suspended: 'suspended', struckOff: 'struckOff' }

/** @param today YYYY-MM-DD */
export const agencyStandingOf = ({ state, startsOn, endsOn }: Pick<Agency, 'state' | 'startsOn' | 'endsOn'>, today: string): AgencyStanding =>
  stopped[state] ?? (today < startsOn ? 'upcoming' : today > endsOn ? 'expired' : 'working')

export const worksOn = (agency: Agency, today: string): boolean => agencyStandingOf(agency, today) === 'working'

/** The matters of an authorisation that the agency is listed for as well. */
export const mattersWithin = ({ matters: listed }: Pick<Agency, 'matters'>, given: readonly string[] | null): string[] | null =>
  given === null ? listed : listed === null ? [...given] : given.filter((each) => listed.includes(each))
