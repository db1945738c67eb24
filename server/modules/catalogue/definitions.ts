// The catalogue as the rest of the product sees it: pack content after loading, inheritance and compilation.
// Everything here is plain JSON, so the same definitions travel to the browser and into frozen plans.
import type { Aggregation, HitPolicy } from '../../kernel/dmn/hit-policy.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import type { Assurance, IdKind } from '../../kernel/identity-documents.ts'
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

/** Which one of a group something is about: `heir.2.name` is `of` `heir.name`, of number 2 (from 1) of the group `heir`. Also of documents and services. */
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

/** `notIn`: longer words that hold its short name and name something else. */
export type Region = { code: string; name: Texts; level: 'province' | 'city' | 'district' | 'street'; parent: string | null; notIn?: readonly string[] }

/** 部门 (cv:PublicOrganisation), identified by line and region. */
export type Authority = { line: string; region: string; name: Texts; shortName: Texts; phone?: string; address?: Texts }

/** 共享属性: how an authority shares what it keeps with others. `reason`: the conditions, or why it is not shared. */
export type Sharing = {
  type: 'unconditional' | 'conditional' | 'none'
  reason?: Texts
  about?: Texts
  rhythm?: 'realTime' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly' | 'irregular'
  grading?: 'general' | 'important' | 'core'
}

/** 材料的来源库: a registry that answers concepts about one subject, with consent and by law. */
export type Registry = {
  id: string
  name: Texts
  line: string
  /** the concept whose value identifies the record, per subject it can be asked about: { mother: 'mother.idNumber' } */
  keys: Record<string, string>
  /** concept id → field of the registry's record; concept's subject chooses the key */
  answers: Record<string, string>
  /** concept it answers → field with the last day on which that holds; afterwards it is not believed */
  until?: Record<string, string>
  /** what stands in the field of a last day when there is none, such as 长期; null and an empty text mean so everywhere */
  endless?: string[]
  /** evidence types this registry makes unnecessary when it answers */
  replaces: string[]
  consent: boolean
  /** law by which authorities may take many records at once without the consent of each person */
  batchBasis?: LegalBasis
  /** published by law: anybody may look up anything in it */
  public?: boolean
  /** days for which an answer may be relied on; an older one is looked up again before handing in; 1 when absent */
  freshDays?: number
  /** seconds for which the exchange may give an answer again for the same purpose without asking; none when absent */
  cacheSeconds?: number
  /** one key may find several records: listed in `field` of the reply, told apart by one concept, recognised by those shown; those that agree in `together` are of one event */
  several?: { field: string; by: string; shows: string[]; together?: string[] }
  /** powers to act for others its records prove */
  proves?: ProvenPower[]
  /** absent: as in resources/resource.ts */
  sharing?: Sharing
  legalBasis: LegalBasis
}

/** 法定代理: who may act for the person or company of a record. All but `key` and `endsAtAge` are fields of the record. */
export type ProvenPower = {
  power: 'guardian' | 'company'
  /** what the registry is asked by: the ID number of the ward, the credit code of the company */
  key: string
  /** name of whom it is about */
  name: string
  /** ID numbers of those who have the power */
  holders: string[]
  /** only where these fields say one of these */
  when?: Record<string, string[]>
  /** the power ends with the birthday on which the ward is so old */
  endsAtAge?: number
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
export type CoSigner = { line: string; level?: Region['level']; days: number; asks: Texts; concepts?: string[]; evidence?: string[]; legalBasis: LegalBasis }

/** Special procedures whose time is not counted (Administrative Licensing Law Art. 45). */
export type ProcedureKind = 'hearing' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'review'

/** What an official has to give with a finding. */
export type FindingNeed = 'photo' | 'measure'

/** One point of an authority's part of the opinion sheet (踏勘意见表). `unit`: of the measure. */
export type VisitItem = { id: string; text: Texts; legalBasis: LegalBasis; needs: FindingNeed[]; unit?: Texts }

/** 现场踏勘: officials look at the place before the decision. `place`: the concept that holds its address; `when` absent: always. */
export type VisitPart = { when?: Rule; place: string; legalBasis: LegalBasis; items: VisitItem[] }

/** 办理方式: how the authority handles a service after it is handed in; what is absent is as the law has it (cases/approval.ts). */
export type Handling = {
  precheck?: boolean
  levels?: HandlingLevel[]
  coSigners?: CoSigner[]
  procedures?: { kind: ProcedureKind; legalBasis: LegalBasis }[]
  visit?: VisitPart
  joint?: boolean
  paper?: boolean
  /** working days the applicant has to answer a correction */
  correction?: { days: number; legalBasis: LegalBasis }
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

/** 减免: where `when` holds, `pays` per cent of the amount are still to be paid. */
export type FeeReduction = { id: string; name: Texts; when: Rule; pays: number; legalBasis: LegalBasis }

/** 收费项目: `fen` a unit, `quantity` units (one when absent), charged where `when` holds. */
export type FeeItem = { id: string; name: Texts; fen: number; quantity?: Rule; when?: Rule; reductions: FeeReduction[]; legalBasis: LegalBasis }

/** 收费. `due`: paid before the application is decided, or before its result is handed out. `bearer`: who bears it where that is not the applicant.
 * `refund`: when what was paid is given back; absent: when nothing was decided. */
export type ServiceFee = { due: 'handling' | 'result'; bearer?: Texts; refund?: 'notGranted' | 'never'; items: FeeItem[] }

/** How long a result holds, from the day of the decision. */
export type Term = { months: number; legalBasis: LegalBasis }

/** 变更、延续: the service changes or extends the results of another. What is absent is as the law has it (cases/licence.ts). */
export type Amends = {
  service: string
  way: 'change' | 'extend'
  matter: string
  answers?: Record<string, string | number | boolean>
  opens?: number
  closes?: number
  days?: 'calendar' | 'working'
  late?: boolean
  counts?: 'end' | 'decision'
  number?: 'kept' | 'new'
  anew?: string[]
  legalBasis: LegalBasis
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
  /** what is usual, in fen; `charge` says what one person pays */
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
  result: { name: Texts; prefix: string; concepts: string[]; validFor?: Term }
  amends?: Amends
  guide: Texts
  /** what the fee rests on; absent where there is none */
  feeBasis?: LegalBasis
  /** absent where there is none, and in what was frozen before fees were collected here */
  charge?: ServiceFee
  /** charged by whoever does it, by published prices; nothing of it is collected here */
  priced?: { says: Texts; legalBasis: LegalBasis }
  /** absent in what was frozen before packs could state it */
  listing?: StatedListing
  handling?: Handling
  /** whose identity it takes; absent: residents with an identity card of the mainland */
  identity?: { accepts: IdKind[]; assurance: Assurance }
  validity?: Validity
  /** this service for one of a group, made for a matter in which each has it of their own; lists of services leave it out */
  instance?: Instance
  version: string
}

export type ScenarioQuestion = { concept: string; ask: Texts; help?: Texts; when?: Rule }

/** `each`: the subject of several of whom each has this service of their own: a case each, with the result of each. */
export type MatterService = { service: string; when?: Rule; optional: boolean; because?: Texts; each?: string }

/** How many there may be, and how the applicant is asked for the number. */
export type GroupSize = { min: number; max: number; ask: Texts }

/**
 * Usually one, sometimes several, as with twins: `count` is the concept that says how many, at most `max`. The first keeps the plain names
 * (`child.name`), the others have numbers (`child.2.name`). `own`: what each has of their own; everything else of the subject is said once.
 */
export type Repetition = { count: string; max: number; own: string[] }

export type Topic = { id: string; name: Texts; hint?: Texts; subjects: string[]; concepts: string[] }

/** 一件事 (cv:LifeEvent / cv:BusinessEvent). */
export type Matter = {
  id: string
  name: Texts
  summary: Texts
  stage: string
  audience: 'person' | 'organisation'
  /** `many`: a group of several of them; their concepts are `heir.1.name`, `heir.2.name` …, their number is `heir.count` */
  subjects: { id: string; name: Texts; many?: GroupSize; repeats?: Repetition; /** the applicant is this one when it holds */ applicantWhen?: Rule }[]
  scenario: ScenarioQuestion[]
  services: MatterService[]
  topics: Topic[]
  /** lists of concepts that tell one event from another, the surest first; none: every application is a new event */
  identity?: string[][]
  /** rows of a table it may be applied for at once; one at a time when absent */
  batch?: number
  /** own: each row names its applicant, who agrees first; whoever uploads it when absent */
  batchApplicants?: 'own'
  /** 一次性告知合并: what all its authorities miss is told in one list; each on its own when absent */
  toldTogether?: boolean
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
