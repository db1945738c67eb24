// The implementation list (实施清单) of a service, complete: what its pack states, and where it says nothing what follows from the rest.
// Pure. Elements follow GB/T 39554.2-2020; the default procedure is that of the Administrative Licensing Law, Art. 29–44.
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import { commonNameOf, listAuthoritiesOf } from './authority.ts'
import type { Catalogue, CommonQuestion, ContactChannel, Counter, EvidenceNeed, EvidenceType, LegalBasis, ProcedureStep, Service, StatedListing, Tolerance, Validity } from './definitions.ts'
import type { AudienceKind } from './imported-service.ts'
import type { CrossRegionWay, DeliveryWay, DocumentForm, OnlineDepth } from './listing-parts.ts'

/** Number of the city hotline for everything, also complaints (国办发〔2020〕53号). */
export const hotline = '12345'

export type DocumentSource = 'applicant' | 'authority' | 'third-party'

/** One document as an implementation list has it. `issuer` null: the applicant makes it out. */
export type ListedDocument = {
  evidence: string
  source: DocumentSource
  issuer: Texts | null
  /** looked up or taken over, so that it need not be handed in */
  shared: boolean
  originals: number
  copies: number
  form: DocumentForm
}

export type Listing = {
  codes: NonNullable<StatedListing['codes']>
  audience: AudienceKind[]
  onlineDepth: OnlineDepth
  crossRegion: { scope: NonNullable<StatedListing['crossRegion']>['scope'] | 'street'; ways: CrossRegionWay[]; basis?: Texts }
  procedure: ProcedureStep[]
  delivery: DeliveryWay[]
  counters: Counter[]
  consult: Required<Pick<ContactChannel, 'phone'>> & ContactChannel
  complaint: Required<Pick<ContactChannel, 'phone'>> & ContactChannel
  faq: CommonQuestion[]
  feeBasis?: LegalBasis
  validity: Validity
}

const both = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

/** Full online exactly when nobody has to come. */
export const depthOf = ({ tripsOnline }: Pick<Service, 'tripsOnline'>): OnlineDepth => ((tripsOnline ?? 0) === 0 ? 'full' : 'accept')

/** How a case runs here when its service says nothing else. */
const usualProcedure = ({ decision, limits, tripsOnline = 0 }: Service): ProcedureStep[] => {
  const days = limits.promised
  const decide: ProcedureStep = decision === 'automatic'
    ? { id: 'decide', name: both('办结', 'Decision'), who: 'authority', does: both('条件都能查实的，系统当场办结；查不实的，由工作人员核对。', 'Granted at once where every condition can be verified; otherwise an official checks.'), days }
    : { id: 'decide', name: both('审查决定', 'Decision'), who: 'authority', does: both('工作人员审查后作出决定；没批准的写明理由，不服可以怎么办也一并告诉您。', 'An official examines and decides; a refusal states its reasons and the remedies.'), days }
  return [
    { id: 'submit', name: both('提交', 'Apply'), who: 'applicant', does: both('网上填一次，能查到的自动带入；也可以到窗口办。', 'Fill in once online, with what can be looked up filled in; or at the counter.') },
    { id: 'accept', name: both('受理', 'Acceptance'), who: 'authority', does: both('看看材料齐不齐；要补的，一次告诉您。', 'Checks that all is there; whatever is missing is told at once.') },
    ...(tripsOnline > 0 ? [{ id: 'visit', name: both('到场', 'Visit'), who: 'applicant' as const, does: both('按约好的时间到现场一次，核对或采集信息。', 'You come once at the time agreed, for a check or to give what is needed in person.') }] : []),
    decide,
    { id: 'deliver', name: both('送达', 'Delivery'), who: 'authority', does: both('结果发到您的账户，可以随时查看和出示。', 'The result reaches your account, where you can see and show it at any time.'), days: 0 },
  ]
}

const audienceOf = ({ matters }: Catalogue, id: string): AudienceKind[] => {
  const found = Object.values(matters).flatMap((matter) => (matter.services.some(({ service }) => service === id) ? [matter.audience === 'person' ? ('person' as const) : ('enterprise' as const)] : []))
  return [...new Set(found)]
}

const officesOf = (catalogue: Catalogue, service: Service): Counter[] =>
  listAuthoritiesOf(catalogue, service).flatMap(({ line, region, name, address, phone }) => (address === undefined ? [] : [{ id: `${line}-${region}`, region, name, address, ...(phone === undefined ? {} : { phone }) }]))

/** The one number all authorities of the service share, such as 12333; else the hotline. */
const commonPhone = (catalogue: Catalogue, service: Service): string => {
  const numbers = new Set(listAuthoritiesOf(catalogue, service).map(({ phone }) => phone))
  const [only] = numbers
  return numbers.size === 1 && only !== undefined ? only : hotline
}

export const listingOf = (catalogue: Catalogue, service: Service): Listing => {
  const { listing: stated = {}, feeBasis, validity } = service
  return {
    codes: stated.codes ?? {},
    audience: stated.audience ?? audienceOf(catalogue, service.id),
    onlineDepth: stated.onlineDepth ?? depthOf(service),
    crossRegion: { ways: [], ...(stated.crossRegion ?? { scope: service.level }) },
    procedure: stated.procedure ?? usualProcedure(service),
    delivery: stated.delivery ?? ['online'],
    counters: stated.counters ?? officesOf(catalogue, service),
    consult: { phone: commonPhone(catalogue, service), ...stated.consult },
    complaint: { phone: hotline, ...stated.complaint },
    faq: stated.faq ?? [],
    ...(feeBasis && { feeBasis }),
    validity: validity ?? {},
  }
}

/** The authorities of a line in the region by the name they share; where they share none, the one above them by its full name. */
const nameOfLine = ({ authorities, regions, region }: Catalogue, line: string): Texts | null => {
  const ofLine = authorities.filter((each) => each.line === line)
  const local = ofLine.filter((each) => regions[each.region]?.level !== 'province' && regionCovers(region, each.region))
  const above = ofLine.find((each) => regions[each.region]?.level === 'province') ?? ofLine[0]
  return (local.length > 1 ? commonNameOf(local) : undefined) ?? above?.name ?? null
}

const lineOf = ({ services, registries }: Catalogue, evidence: EvidenceType): string | undefined => {
  const { origin, resultOf } = evidence
  if (origin) return 'line' in origin ? origin.line : undefined
  return (resultOf === undefined ? undefined : services[resultOf]?.line) ?? evidence.registries.map((id) => registries[id]?.line).find((line) => line !== undefined)
}

export const listedDocument = (catalogue: Catalogue, evidence: EvidenceType): ListedDocument => {
  const { origin, copies } = evidence
  const line = lineOf(catalogue, evidence)
  const third = origin && 'name' in origin ? origin.name : undefined
  return {
    evidence: evidence.id,
    source: third ? 'third-party' : line === undefined ? 'applicant' : 'authority',
    issuer: third ?? (line === undefined ? null : nameOfLine(catalogue, line)),
    shared: evidence.registries.length > 0 || evidence.resultOf !== undefined,
    ...(copies ?? { originals: 1, copies: 0, form: 'either' as const }),
  }
}

/** By when it may follow what was handed in: said so, or a commitment says it, which nothing waits for. */
export const mayFollowIn = ({ evidence }: Pick<Catalogue, 'evidence'>, need: Pick<EvidenceNeed, 'tolerable' | 'anyOf'>): Tolerance | undefined => {
  if (need.tolerable !== undefined) return need.tolerable || undefined
  const days = need.anyOf.flatMap((id) => evidence[id]?.commitment?.dueDays ?? [])
  return days.length > 0 ? { dueDays: Math.min(...days), decideFirst: true } : undefined
}
