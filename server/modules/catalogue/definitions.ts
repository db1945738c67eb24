// The catalogue as the rest of the product sees it: pack content after loading, inheritance and compilation.
// Everything here is plain JSON, so the same definitions travel to the browser and into frozen plans.
import type { Aggregation, HitPolicy } from '../../kernel/dmn/hit-policy.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { CrossRegionScope, CrossRegionWay, DeliveryWay, DocumentForm, OnlineDepth, StepActor } from './listing-parts.ts'
import type { AudienceKind } from './imported-service.ts'

/** A citation: the law or rule a statement rests on. */
export type LegalBasis = { title: string; article?: string; url?: string }

/** A FEEL rule: its text as written in the pack and its compiled syntax tree. */
export type Rule = { text: string; expression: Expression }

export type ConceptType =
  | 'text' | 'longText' | 'integer' | 'decimal' | 'money' | 'boolean' | 'date' | 'time' | 'dateTime'
  | 'choice' | 'idNumber' | 'uscc' | 'phone' | 'address' | 'region' | 'bankAccount'

export type Choice = { value: string; name: Texts }

/** What a value must satisfy. Two services' constraints on one concept are intersected by the planner. */
export type Constraint = {
  choices?: Choice[]
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  /** dates: earliest and latest, 'YYYY-MM-DD' or 'today' with an optional offset in days such as 'today-30' */
  earliest?: string
  latest?: string
}

/** Which one of a group something is about: `heir.2.name` is `of` `heir.name`, of number 2 (from 1) of the group `heir`. */
export type Instance = { group: string; number: number; of: string }

/** 数据元 (cccev:InformationConcept): one data element; forms are made of these. Id is `<subject>.<property>`. */
export type Concept = {
  id: string
  name: Texts
  subject: string
  type: ConceptType
  constraint: Constraint
  hint?: Texts
  example?: string
  /** computed from other concepts, never asked */
  derived?: Rule
  /** taken when nobody says otherwise: not asked, shown, and the applicant may change it */
  default?: Rule
  /** days for which an answer is offered again in the same person's later applications; not at all when absent */
  validDays?: number
  /** one of a group; made for every group of a matter (`group-instances.ts`) */
  instance?: Instance
  /** shown masked to everybody but those who need it in full */
  sensitive: boolean
}

export type Region = { code: string; name: Texts; level: 'province' | 'city' | 'district' | 'street'; parent: string | null }

/** 部门 (cv:PublicOrganisation), identified by line and region. */
export type Authority = { line: string; region: string; name: Texts; shortName: Texts; phone?: string; address?: Texts }

/** 材料的来源库: a registry that answers concepts about one subject, with consent and by law. */
export type Registry = {
  id: string
  name: Texts
  line: string
  /** the concept whose value identifies the record, per subject it can be asked about: { mother: 'mother.idNumber' } */
  keys: Record<string, string>
  /** concept id → field of the registry's record; concept's subject chooses the key */
  answers: Record<string, string>
  /** evidence types this registry makes unnecessary when it answers */
  replaces: string[]
  consent: boolean
  /** published by law: anybody may look up anything in it */
  public?: boolean
  /** days for which an answer may be relied on; an older one is looked up again before handing in; 1 when absent */
  freshDays?: number
  /** one key may find several records: listed in `field` of the reply, told apart by one concept, recognised by those shown */
  several?: { field: string; by: string; shows: string[] }
  legalBasis: LegalBasis
}

/** 事后核查: within so many working days of the decision it is checked whether a commitment is true: in the registries of the document, on the spot, or by the document itself. */
export type LaterCheck = { withinDays: number; how: 'registry' | 'visit' | 'document' }

/** 告知承诺: what the applicant signs instead of a document. `dueDays`: working days within which the document follows; never when absent. */
export type Commitment = { statement: Texts; dueDays?: number; check?: LaterCheck }

/** 申请材料 (cccev:EvidenceType). */
export type EvidenceType = {
  id: string
  name: Texts
  /** service whose result this document is: never asked when that service is part of the same application */
  resultOf?: string
  /** registries that answer instead of the paper, cheapest first */
  registries: string[]
  /** concepts that must be known through those registries for the paper to be unnecessary */
  proves: string[]
  /** the e-licence that says the same; `holder`: concept with the ID number of whom it must belong to, the applicant when absent */
  credential?: { type: string; holder?: string }
  /** days for which a document of an earlier application of the same person will do; none when absent */
  validDays?: number
  commitment?: Commitment
  /** group of which each one needs a document of their own */
  each?: string
  /** one of a group, as with concepts */
  instance?: Instance
  accept: string[]
  maxBytes: number
  /** who issues it, where that does not follow from `resultOf` or `registries` */
  origin?: { line: string } | { name: Texts }
  /** how many at a counter */
  copies?: { originals: number; copies: number; form: DocumentForm }
  hint?: Texts
}

/** 受理条件 (cccev:Requirement). */
export type Requirement = { id: string; name: Texts; rule: Rule; legalBasis: LegalBasis }

export type ServiceConcept = { concept: string; required: Rule | boolean; constraint: Constraint }

/** 容缺受理: working days after handing in within which a supplementary document may follow. `decideFirst`: decided before it is there; else the decision waits for it. */
export type Tolerance = { dueDays: number; decideFirst?: boolean }

/** One need of a service: any of the listed evidence types will do; `when` limits it to some scenarios. `tolerable` false: never, whatever a commitment allows. */
export type EvidenceNeed = { id: string; anyOf: string[]; when?: Rule; tolerable?: Tolerance | false; legalBasis: LegalBasis }

/** 办理流程的一步. `days`: working days at most. */
export type ProcedureStep = { id: string; name: Texts; who: StepActor; does: Texts; days?: number }
export type Counter = { id: string; region: string; name: Texts; address: Texts; hours?: Texts; phone?: string }
export type ContactChannel = { phone?: string; url?: string }
export type CommonQuestion = { id: string; ask: Texts; answer: Texts }

/** What a pack states of the other elements of an implementation list (GB/T 39554.2-2020); listing.ts says what holds where it says nothing. */
export type StatedListing = {
  codes?: { basic?: string; implementations?: Record<string, string> }
  audience?: AudienceKind[]
  onlineDepth?: OnlineDepth
  crossRegion?: { scope: CrossRegionScope; ways?: CrossRegionWay[]; basis?: Texts }
  procedure?: ProcedureStep[]
  delivery?: DeliveryWay[]
  counters?: Counter[]
  consult?: ContactChannel
  complaint?: ContactChannel
  faq?: CommonQuestion[]
}

/** One level of approval (审批层级): the role that acts there. */
export type HandlingLevel = { role: 'clerk' | 'approver' | 'head'; name: Texts }

/** An authority whose opinion is needed. `days`: working days it has to answer; `level`: that of the service when absent. */
export type CoSigner = { line: string; level?: Region['level']; days: number; asks: Texts; legalBasis: LegalBasis }

/** Special procedures whose time is not counted (Administrative Licensing Law Art. 45). */
export type ProcedureKind = 'hearing' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'review'

/** 办理方式: how the authority handles a service after it is handed in; what is absent is as the law has it (cases/approval.ts). */
export type Handling = {
  precheck?: boolean
  levels?: HandlingLevel[]
  coSigners?: CoSigner[]
  procedures?: { kind: ProcedureKind; legalBasis: LegalBasis }[]
  joint?: boolean
  paper?: boolean
}

/** What a decision table comes to; `tentative`: granted, and checked afterwards. */
export type Outcome = 'approve' | 'refuse' | 'tentative' | 'person'

/** `when`: the cells as one condition; `cells`: as written, by input. `checkDays`: working days within which a tentative decision is checked. */
export type DecisionRow = {
  id: string
  cells: Record<string, string>
  when: Expression
  decision: Outcome
  reason: Texts
  law: LegalBasis
  /** the law leaves no discretion: a refusal needs no person */
  noDiscretion: boolean
  checkDays?: number
  values: Record<string, Rule>
}

/** 秒批决策表 (DMN): how a service is decided the moment it is handed in. `version` changes with anything it says. */
export type DecisionTable = {
  name: Texts
  hitPolicy: HitPolicy
  aggregation?: Aggregation
  legalBasis: LegalBasis[]
  inputs: { id: string; name: Texts; rule: Rule }[]
  values: { id: string; name: Texts }[]
  rows: DecisionRow[]
  version: string
}

/** First and last day ('YYYY-MM-DD') on which a version of a service holds; absent: open. */
export type Validity = { from?: string; until?: string }

/** 政务服务事项 (cpsv:PublicService). Limits are working days. */
export type Service = {
  id: string
  name: Texts
  summary: Texts
  kind: string
  line: string
  /** level of the authority that handles it; resolved to the applicant's own district, city or province */
  level: Region['level']
  /** subject whose region decides which authority is competent: concept holding a region code */
  competentBy?: string
  legalBasis: LegalBasis[]
  limits: { statutory: number; promised: number; legalBasis: LegalBasis }
  fee: number
  /** visits to a counter it takes when applied for alone */
  trips: number
  /** visits that remain when applied for online, such as a fingerprint or an inspection; none when absent */
  tripsOnline?: number
  /** services whose results this one needs when they are part of the same application */
  dependsOn: string[]
  concepts: ServiceConcept[]
  requirements: Requirement[]
  evidence: EvidenceNeed[]
  /** automatic: granted at once when every requirement is known to hold and nothing must be inspected by a person, or as `table` says */
  decision: 'automatic' | 'manual'
  table?: DecisionTable
  result: { name: Texts; prefix: string; concepts: string[] }
  guide: Texts
  /** what the fee rests on; absent where there is none */
  feeBasis?: LegalBasis
  /** absent in what was frozen before packs could state it */
  listing?: StatedListing
  handling?: Handling
  validity?: Validity
  version: string
}

export type ScenarioQuestion = { concept: string; ask: Texts; help?: Texts; when?: Rule }

export type MatterService = { service: string; when?: Rule; optional: boolean; because?: Texts }

/** How many there may be, and how the applicant is asked for the number. */
export type GroupSize = { min: number; max: number; ask: Texts }

export type Topic = { id: string; name: Texts; hint?: Texts; subjects: string[]; concepts: string[] }

/** 一件事 (cv:LifeEvent / cv:BusinessEvent). */
export type Matter = {
  id: string
  name: Texts
  summary: Texts
  stage: string
  audience: 'person' | 'organisation'
  /** `many`: a group of several of them; their concepts are `heir.1.name`, `heir.2.name` …, their number is `heir.count` */
  subjects: { id: string; name: Texts; many?: GroupSize; /** the applicant is this one when it holds */ applicantWhen?: Rule }[]
  scenario: ScenarioQuestion[]
  services: MatterService[]
  topics: Topic[]
  /** lists of concepts that tell one event from another, the surest first; none: every application is a new event */
  identity?: string[][]
  /** rows of a table it may be applied for at once; one at a time when absent */
  batch?: number
  keywords: string[]
  whoMayApply: Texts
  delivery: Texts
  version: string
}

/** All definitions in force for one region on one date. */
export type Catalogue = {
  region: string
  on: string
  regions: Record<string, Region>
  authorities: Authority[]
  concepts: Record<string, Concept>
  registries: Record<string, Registry>
  evidence: Record<string, EvidenceType>
  services: Record<string, Service>
  matters: Record<string, Matter>
}
