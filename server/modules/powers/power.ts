// A power to act for another, as a registry proves it: who has it, until when, and what happens when guardians disagree. Pure.
// Law: Civil Code Art. 23 (guardians act for wards), 27 and 28 (who they are), 35 (in the ward's interest), 61 (legal representatives), 1058 (parents are equal).
import { addDays } from '../../kernel/clock.ts'
import type { LegalBasis, ProvenPower } from '../catalogue/definitions.ts'

export type PowerKind = ProvenPower['power']

export const powerStates = ['proven', 'contested', 'over'] as const
export type PowerState = (typeof powerStates)[number]

/** holder: has the power; guardian: has it too, for the same ward; official: decides between them; register: it is no longer shown, or the ward is of age. */
export type PowerParty = 'holder' | 'guardian' | 'official' | 'register'

export const powerActions = ['object', 'uphold', 'dismiss', 'end', 'lapse'] as const
export type PowerAction = (typeof powerActions)[number]

const lifecycle = {
  object: { from: ['proven'], to: 'contested', by: 'guardian', law: '民法典第一千零五十八条' },
  uphold: { from: ['contested'], to: 'proven', by: 'official', law: '民法典第三十五条' },
  dismiss: { from: ['contested'], to: 'over', by: 'official', law: '民法典第三十五条' },
  end: { from: ['proven', 'contested'], to: 'over', by: 'holder', law: '民法典第一百七十五条' },
  lapse: { from: ['proven', 'contested'], to: 'over', by: 'register', law: '民法典第一百七十五条' },
} as const satisfies Record<PowerAction, { from: readonly PowerState[]; to: PowerState; by: PowerParty; law: string }>

export type Power = {
  id: string
  kind: PowerKind
  /** who has it */
  personId: string
  /** ID number of the ward, or credit code of the company */
  subject: string
  name: string
  /** account of the ward; null for a company */
  wardId: string | null
  /** ID numbers of all who have it */
  holders: string[]
  registry: string
  legalBasis: LegalBasis
  /** last day, YYYY-MM-DD; null: as long as the register shows it */
  endsOn: string | null
  state: PowerState
  /** when the registry last confirmed it */
  provenAt: string
  createdAt: string
  contestedBy: string | null
  endedBy: 'holder' | 'register' | 'age' | 'official' | null
  endedAt: string | null
  reason: string
}

export const canPower = ({ state, kind }: Pick<Power, 'state' | 'kind'>, action: PowerAction): boolean =>
  (lifecycle[action].from as readonly PowerState[]).includes(state) && (kind === 'guardian' || lifecycle[action].by !== 'guardian')

export const afterPowerAction = (action: PowerAction): PowerState => lifecycle[action].to

/** What a party may do now. */
export const powerActionsOf = (power: Pick<Power, 'state' | 'kind'>, party: PowerParty): PowerAction[] => powerActions.filter((action) => lifecycle[action].by === party && canPower(power, action))

/** A registry that is silent for so long proves nothing any more. */
const silentDays = 30

/** Whether anything may be done by it now. @param today YYYY-MM-DD */
export const isInForce = ({ state, endsOn, provenAt }: Pick<Power, 'state' | 'endsOn' | 'provenAt'>, today: string): boolean =>
  state === lifecycle.uphold.to && (endsOn === null || today <= endsOn) && today <= addDays(provenAt.slice(0, 10), silentDays)

/** The last day of a power that ends at an age: the day before that birthday. The 29th of February counts as the 1st of March. @param birthDate YYYY-MM-DD */
export const lastDayBefore = (birthDate: string, age: number): string => {
  const year = Number(birthDate.slice(0, 4)) + age
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const day = birthDate.slice(5)
  return addDays(`${year}-${day === '02-29' && !isLeap ? '03-01' : day}`, -1)
}

/** What a record says about this power; undefined when it gives nobody any. */
export const readProof = ({ name, holders, when = {} }: ProvenPower, record: Readonly<Record<string, unknown>>): { name: string; holders: string[] } | undefined => {
  const applies = Object.entries(when).every(([field, values]) => values.includes(String(record[field])))
  const numbers = holders.map((field) => record[field]).filter((value): value is string => typeof value === 'string' && value !== '')
  const named = record[name]
  return applies && numbers.length > 0 && typeof named === 'string' && named !== '' ? { name: named, holders: [...new Set(numbers)] } : undefined
}
