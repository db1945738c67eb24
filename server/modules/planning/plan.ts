// What a plan is: which services a matter takes for these people, what must be asked, who receives what, how long it takes.
// Types only; pure and JSON, shared by server, browser, tests and frozen into every submitted application.
import type { Catalogue, Choice, Concept, Constraint, LegalBasis, Tolerance } from '../catalogue/definitions.ts'
import type { Texts } from '../../kernel/texts.ts'

/** A value as it travels in JSON. Dates are 'YYYY-MM-DD', money is integer fen. */
export type Answer = string | number | boolean | null

/** Flat answers by concept id. */
export type Answers = Readonly<Record<string, Answer>>

type Fact<Source> = {
  concept: string
  value: Answer
  source: Source
  /** the day or instant it was true; a registry's `freshDays` and a concept's `validDays` count from it */
  asOf: string
  disputed?: boolean
}

/** A value somebody in government already has: it counts whatever the person says, unless they dispute it; then it is asked again. */
export type CountedFact = Fact<{ kind: 'registry'; registry: string } | { kind: 'profile' } | { kind: 'result'; service: string }>

/**
 * A value the person may take over or say otherwise. `credential`: stated by an e-licence in force that they hold; `earlier`: answered in
 * an earlier application of theirs.
 */
export type OfferedFact = Fact<{ kind: 'credential'; type: string; credential: string } | { kind: 'earlier'; application: string }>

export type KnownFact = CountedFact | OfferedFact

/** An e-licence somebody holds. `holder`: ID number of whom it belongs to; the applicant when absent. Valid through `validUntil`, a day. */
export type HeldCredential = { id: string; type: string; holder?: string; validUntil?: string }

/** A document of an earlier application of the same person. `on`: the day it was handed in; `application`: its number. */
export type EarlierDocument = { upload: string; evidence: string; application: string; on: string }

export type RegistryState = 'answers' | 'noRecord' | 'unavailable' | 'notAsked' | 'declined'

export type PlanInput = {
  catalogue: Catalogue
  matter: string
  /** working date the plan is made for, 'YYYY-MM-DD' */
  on: string
  answers: Answers
  known: readonly KnownFact[]
  /**
   * State of each registry for this application; absent = notAsked (assumed to answer once consent is given). A state
   * that holds for one look-up key only goes under `<registry> <key concept>`, e.g. `population father.idNumber`.
   */
  registries: Readonly<Record<string, RegistryState>>
  /** optional services the applicant left out */
  declinedServices: readonly string[]
  /** services an earlier application for the same event has settled or under way: left out here; results of those granted are at hand. None when absent */
  handled?: readonly { service: string; granted: boolean }[]
  /** evidence already uploaded: ids of evidence types, or `<service>/<need>` */
  uploaded: readonly string[]
  /** e-licences at hand; none when absent */
  credentials?: readonly HeldCredential[]
  /** documents handed in before; none when absent */
  submitted?: readonly EarlierDocument[]
  /** 'kept': facts older than their registry's `freshDays` count all the same, because the caller has them looked up again before relying on them */
  staleFacts?: 'kept'
  /** evidence for which the commitment is signed; none when absent */
  signed?: readonly string[]
  /** documents the applicant chose to hand in later, each promised within `dueDays`; a promise of other days than are offered now does not count */
  later?: readonly { evidence: string; dueDays?: number }[]
  /** a promise was broken and that stands: no commitment and nothing later, the documents themselves are asked for */
  barred?: boolean
}

/** Why the person is asked for something a registry should have answered. */
export type AskedBecause = 'registryUnavailable' | 'noRecord' | 'declined' | 'disputed'

/** Why a document is asked for: also because a broken promise stands in the way of another one. */
export type DocumentAskedBecause = AskedBecause | 'breach'

/** How one concept gets its value. */
export type ConceptSource =
  | { kind: 'ask' }
  | { kind: 'scenario' }
  | { kind: 'registry'; registry: string; state: RegistryState }
  | { kind: 'derived'; from: string[] }
  | { kind: 'profile' }
  | { kind: 'result'; service: string }
  /** these are offered: shown with their value, and the applicant may answer instead */
  | { kind: 'credential'; type: string; credential: string }
  | { kind: 'earlier'; application: string; on: string }
  | { kind: 'default' }

export type PlannedConcept = {
  concept: string
  required: boolean
  constraint: Constraint
  neededBy: string[]
  source: ConceptSource
  /** present when known, answered or derived */
  value?: Answer
  /** registry and profile values are locked; the applicant may dispute them */
  locked: boolean
  /** why a concept that a registry should have answered is asked after all */
  askedBecause?: AskedBecause
  topic: string
}

export type EvidenceSource =
  | { kind: 'registry'; registry: string }
  | { kind: 'credential'; type: string; credential: string }
  | { kind: 'result'; service: string }
  | { kind: 'submitted'; upload: string; application: string; on: string }
  /** signed instead; within `dueDays` working days the document follows, if given */
  | { kind: 'commitment'; dueDays?: number }
  /** promised within `dueDays` working days of handing in (容缺受理); `decideFirst`: the decision need not wait for it */
  | { kind: 'later'; dueDays: number; decideFirst?: boolean }
  | { kind: 'upload' }

export type PlannedEvidence = {
  /** `<service>/<need>` of every need this one document satisfies */
  needs: string[]
  evidence: string
  alternatives: string[]
  neededBy: string[]
  source: EvidenceSource
  askedBecause?: DocumentAskedBecause
  /** present where it may be handed in later: the terms offered */
  mayFollow?: Tolerance
  /** whether what the applicant has to do for it is done: uploaded, signed, or promised */
  uploaded: boolean
}

export type PlannedService = {
  service: string
  line: string
  authorityRegion: string
  state: 'included' | 'excluded' | 'undecided' | 'declined'
  optional: boolean
  because?: Texts
  /** scenario concepts that would change it */
  dependsOnAnswers: string[]
  /** of these, the other answers that would change it by themselves */
  changedBy: { concept: string; answers: Answer[] }[]
  /** left out only because it waits for the result of these, which the applicant left out */
  leftOutWith: string[]
  dependsOn: string[]
  /** working days from submission; start of work and promised end */
  start: number
  end: number
  statutoryEnd: number
  critical: boolean
}

export type PlannedQuestion = { concept: string; ask: Texts; help?: Texts; choices: Choice[] }

/**
 * One registry the plan looks things up in, or would if it answered. `consent` false: by law, the person is told;
 * otherwise only with the person's consent. `concepts` is the least it has to be asked for.
 */
export type PlannedConsent = { registry: string; consent: boolean; concepts: string[]; legalBasis: LegalBasis; neededBy: string[] }

/** Counts of one way of applying. */
export type Burden = { applications: number; fields: number; evidence: number; trips: number; workingDays: number }

/** One item of a fee for these people. `fen` null: what it comes to is not known yet; `reduction`: the one that counts. */
export type FeeLine = { item: string; name: Texts; unitFen: number; quantity: number | null; fen: number | null; reduction: { name: Texts; pays: number; legalBasis: LegalBasis } | null; legalBasis: LegalBasis }

/** What one service costs these people, in fen. `fen` null: not known yet; `dependsOn`: concepts that can still change it; `bearer`: who bears it, where that is not the applicant. */
export type PlannedFee = { service: string; due: 'handling' | 'result'; bearer?: Texts; lines: FeeLine[]; fen: number | null; dependsOn: string[] }

/** One thing not asked, and why. */
export type Saving = {
  kind: 'field' | 'evidence'
  id: string
  name: Texts
  /** how many times it would have been asked by separate applications */
  before: number
  source: ConceptSource | EvidenceSource | { kind: 'shared' }
  neededBy: string[]
  legalBasis?: LegalBasis
}

export type Plan = {
  matter: string
  version: string
  region: string
  on: string
  /** scenario is settled when no service is undecided and no question is left */
  settled: boolean
  questions: PlannedQuestion[]
  services: PlannedService[]
  concepts: PlannedConcept[]
  evidence: PlannedEvidence[]
  /** only when the fewest possible uploads could not be proven in time: no plan needs fewer than this many */
  uploadsAtLeast?: number
  consents: PlannedConsent[]
  /** working days until everything is done, promised and by statute (the latter one after another) */
  promisedDays: number
  statutoryDays: number
  before: Burden
  after: Burden
  savings: Saving[]
  /** of included services that charge one; absent where none does */
  fees?: PlannedFee[]
  /** per service: exactly the concepts its authority receives */
  views: Record<string, string[]>
}

/** One thing wrong with an answer; `code` selects the sentence shown. */
export type AnswerProblem = { concept: string; code: 'required' | 'type' | 'tooLong' | 'tooShort' | 'pattern' | 'choice' | 'range' | 'checkDigit' | 'date' | 'unknown' }

export type CheckAnswer = (concept: Concept, constraint: Constraint, value: Answer, on: string) => AnswerProblem['code'] | undefined
