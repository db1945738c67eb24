// An application: one person's submission for one matter, from draft to frozen plan. Pure: what it may still do, what it already knows.
import type { Texts } from '../../kernel/texts.ts'
import type { FoundRecord } from '../exchange/index.ts'
import type { Answers, KnownFact, Plan, RegistryState } from '../planning/index.ts'

export const applicationStates = ['draft', 'submitted', 'discarded'] as const
export type ApplicationState = (typeof applicationStates)[number]

export type Consent = { granted: boolean; at: string }

/** Several records one key found: `chosen` is the id of the one that is meant, '' for none of them, null while it is open. */
export type Records = { options: FoundRecord[]; chosen: string | null }

/** The choice that none of several records is the one meant. */
export const noneOfThem = ''

export type Application = {
  id: string
  personId: string
  matter: string
  /** what the matter was called when this was begun; null for what is older than that is kept */
  matterName: Texts | null
  region: string
  channel: string
  state: ApplicationState
  revision: number
  answers: Answers
  /** facts from registries */
  known: KnownFact[]
  registries: Record<string, RegistryState>
  /** look-ups already answered, so none is made twice */
  lookedUp: string[]
  /** when each place (`registry keyConcept`) answered; the oldest when it was asked several times */
  lookedUpAt: Record<string, string>
  /** by place, where one key found several records */
  records: Record<string, Records>
  consents: Record<string, Consent>
  declinedServices: string[]
  /** the result it asks to change or extend */
  amends: string | null
  /** the application whose branch was not granted and is applied for again */
  follows: string | null
  number: string | null
  /** what tells this event from another (`identityOf`); set when handed in */
  identity: string[] | null
  /** the definitions it was handed in with */
  catalogueDigest: string | null
  /** frozen at submission */
  plan: Plan | null
  createdAt: string
  updatedAt: string
  submittedAt: string | null
  promisedOn: string | null
}

export type ApplicationAction = 'edit' | 'submit' | 'discard' | 'withdraw'

const permitted = {
  edit: ['draft'], submit: ['draft'], discard: ['draft'], withdraw: ['submitted'],
} as const satisfies Record<ApplicationAction, readonly ApplicationState[]>

export const canApplication = (state: ApplicationState, action: ApplicationAction): boolean => (permitted[action] as readonly ApplicationState[]).includes(state)

/** Thrown away by the applicant: as if it had never been. */
export const isDiscarded = (application: Application): boolean => application.state === 'discarded'

/** Nothing was filled in, agreed to or left out yet, and no registry has said anything; documents and signatures lie beside it. */
export const isUntouched = ({ answers, known, consents, declinedServices }: Application): boolean => [answers, known, consents, declinedServices].every((each) => Object.keys(each).length === 0)

/** Already handed in: submitting again answers with what happened the first time. */
export const isSubmitted = (application: Pick<Application, 'state'>): boolean => application.state === 'submitted'

export type ProfileFacts = { name: string; idNumber: string; phone: string | null; region: string }

/** What login already tells about the applicant, also under each further subject the applicant is (`subjectsOfApplicant`). */
export const profileFacts = (profile: ProfileFacts, subjects: readonly string[], isConcept: (id: string) => boolean, at: string): KnownFact[] => {
  const values: Record<string, string | null> = { name: profile.name, idNumber: profile.idNumber, phone: profile.phone }
  return subjects.flatMap((subject) =>
    Object.entries(values).flatMap(([property, value]) => {
      const concept = `${subject}.${property}`
      return value !== null && isConcept(concept) ? [{ concept, value, source: { kind: 'profile' as const }, asOf: at }] : []
    }),
  )
}

/** Marks a known fact as wrong in the eyes of the applicant: it is asked again. */
export const dispute = (known: readonly KnownFact[], concept: string): KnownFact[] =>
  known.map((fact) => (fact.concept === concept ? { ...fact, disputed: true } : fact))

/** Takes a dispute back: the record counts again, and what was typed instead is gone. */
export const undispute = (application: Application, concept: string): Application => {
  const { [concept]: _typed, ...answers } = application.answers
  return { ...application, answers, known: application.known.map((fact) => (fact.concept === concept ? { ...fact, disputed: false } : fact)) }
}

export const isDisputed = ({ known }: Application, concept: string): boolean => known.some((fact) => fact.concept === concept && fact.disputed === true)

/** Records each consent given or refused; what a refused registry had brought is forgotten. Keys of the states begin with the registry. */
export const withConsents = (application: Application, given: Readonly<Record<string, boolean>>, at: string): Application => {
  const isRefused = (place: string): boolean => given[place.split(' ')[0] ?? ''] === false
  return {
    ...application,
    consents: { ...application.consents, ...Object.fromEntries(Object.entries(given).map(([id, granted]) => [id, { granted, at }])) },
    known: application.known.filter(({ source }) => source.kind !== 'registry' || !isRefused(source.registry)),
    lookedUp: application.lookedUp.filter((made) => !isRefused(made)),
    registries: withoutPlaces(application.registries, isRefused), lookedUpAt: withoutPlaces(application.lookedUpAt, isRefused), records: withoutPlaces(application.records, isRefused),
  }
}

const withoutPlaces = <Value>(byPlace: Record<string, Value>, isGone: (place: string) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(byPlace).filter(([place]) => !isGone(place)))

/** Keeps disputes when a registry is asked again. */
export const mergeFacts = (known: readonly KnownFact[], found: readonly KnownFact[]): KnownFact[] => {
  const byConcept = new Map(known.map((fact) => [fact.concept, fact]))
  for (const fact of found) {
    const before = byConcept.get(fact.concept)
    byConcept.set(fact.concept, before?.disputed ? { ...fact, disputed: true } : fact)
  }
  return [...byConcept.values()]
}

export type Upload = { id: string; evidence: string; digest: string; type: string; size: number; name: string; uploadedAt: string }

