// Splits a submitted plan into cases: one per included service, each with exactly the concepts and evidence its authority needs.
// Pure; the applications module hands in the frozen plan and stores what comes back.
import { regionCovers } from '../../kernel/regions.ts'
import { authorityOf, type Catalogue, type Service } from '../catalogue/index.ts'
import { laterStatement, type Answers, type KnownFact, type Plan, type PlannedConcept, type PlannedEvidence, type PlannedService } from '../planning/index.ts'
import { isWaiting, waitedFor, type Case, type CaseEvidence, type CaseFile, type CaseValue } from './case.ts'
import { untouched } from './course.ts'
import { startClock } from './legal-clock.ts'

export type OpeningInput = {
  plan: Plan
  catalogue: Catalogue
  answers: Answers
  known: readonly KnownFact[]
  application: { id: string; personId: string; applicant: string; matter: string }
  /** what the frozen catalogue is kept under */
  catalogueDigest: string
  /** by service: the case of another applicant for the same event */
  sameEvent: ReadonlyMap<string, string>
  files: readonly (CaseFile & { evidence: string })[]
  /** documents of earlier applications the plan may reuse */
  earlierFiles?: readonly CaseFile[]
  /** regions whose authorities work with this server */
  served: readonly string[]
  /** the definitions of a region that has its own, for a branch handled there; undefined: `catalogue` */
  definitionsAt?: (region: string) => { catalogue: Catalogue; digest: string } | undefined
  /** whether a hall elsewhere took it in, so that its file has still to come to the authority of the region */
  fileComes?: (service: Service, region: string) => boolean
  /** one id and one number per case */
  newId: () => string
  numberFor: (region: string) => string
  today: string
  at: string
}

const valueOf = (planned: PlannedConcept, input: OpeningInput): CaseValue => {
  const value = planned.value ?? input.answers[planned.concept] ?? null
  const { source } = planned
  const from = source.kind === 'registry' && source.state === 'answers' ? source.registry : source.kind === 'credential' ? source.type : undefined
  if (from !== undefined) {
    const fact = input.known.find((each) => each.concept === planned.concept && each.source.kind === source.kind)
    return { concept: planned.concept, value, source: source.kind === 'credential' ? 'credential' : 'registry', from, ...(fact ? { asOf: fact.asOf } : {}) }
  }
  if (source.kind === 'derived') return { concept: planned.concept, value, source: 'derived', from: source.from.join(' ') }
  if (source.kind === 'profile') return { concept: planned.concept, value, source: 'profile' }
  if (source.kind === 'result') return { concept: planned.concept, value, source: 'result', from: source.service }
  return { concept: planned.concept, value, source: 'applicant' }
}

const fromOf = (source: PlannedEvidence['source']): { from?: string } => {
  if (source.kind === 'registry') return { from: source.registry }
  if (source.kind === 'result') return { from: source.service }
  if (source.kind === 'credential') return { from: source.credential }
  return source.kind === 'submitted' ? { from: source.application } : {}
}

const filesOf = ({ source, evidence, alternatives }: PlannedEvidence, { files, earlierFiles = [] }: OpeningInput): readonly CaseFile[] => {
  if (source.kind === 'submitted') return earlierFiles.filter(({ id }) => id === source.upload)
  return source.kind === 'upload' ? files.filter((file) => file.evidence === evidence || alternatives.includes(file.evidence)) : []
}

const evidenceOf = (planned: PlannedEvidence, service: string, input: OpeningInput): CaseEvidence => {
  const { source } = planned
  const document = input.catalogue.evidence[planned.evidence]
  return {
    evidence: planned.evidence,
    needs: planned.needs.filter((need) => need.startsWith(`${service}/`)),
    source: source.kind,
    ...fromOf(source),
    ...(source.kind === 'commitment' && document?.commitment ? { statement: document.commitment.statement, ...(source.dueDays === undefined ? {} : { dueDays: source.dueDays }) } : {}),
    ...(source.kind === 'later' && document ? { statement: laterStatement(document.name, source.dueDays), dueDays: source.dueDays, ...(source.decideFirst ? { decideFirst: true } : {}) } : {}),
    files: filesOf(planned, input).map(({ id, name, digest, type }) => ({ id, name, digest, type })),
  }
}

const caseOf = (planned: PlannedService, input: OpeningInput, included: ReadonlySet<string>, concepts: ReadonlyMap<string, PlannedConcept>): Case => {
  const { plan, catalogue, application, today, at } = input
  // An authority outside the regions served would never see the case: the applicant's own region then takes it.
  const isServed = input.served.some((served) => regionCovers(served, planned.authorityRegion) || regionCovers(planned.authorityRegion, served))
  const region = isServed && authorityOf(catalogue, planned.line, planned.authorityRegion) ? planned.authorityRegion : catalogue.region
  const own = input.definitionsAt?.(region)
  const service = (own?.catalogue ?? catalogue).services[planned.service]
  if (!service) throw new Error(`The plan includes ${planned.service}, which the catalogue of ${catalogue.region} does not have`)
  const course: Case['course'] = input.fileComes?.(service, region) ? { ...untouched, fileElsewhere: true } : untouched
  const dependsOn = planned.dependsOn.filter((each) => included.has(each))
  const content = (plan.views[planned.service] ?? []).flatMap((id) => {
    const concept = concepts.get(id)
    return concept ? [valueOf(concept, input)] : []
  })
  const sameEventCaseId = input.sameEvent.get(planned.service) ?? null
  const opened: Case = {
    id: input.newId(), number: input.numberFor(region), applicationId: application.id, personId: application.personId,
    applicant: application.applicant, matter: application.matter, service: planned.service, line: planned.line, region,
    state: waitedFor({ dependsOn, course }).length > 0 ? 'waiting' : 'submitted', revision: 1, dependsOn, automatic: service.decision === 'automatic' && sameEventCaseId === null, content, corrections: [],
    evidence: plan.evidence.filter((each) => each.neededBy.includes(planned.service)).map((each) => evidenceOf(each, planned.service, input)),
    checks: [], assigneeId: null, limitDays: service.limits.statutory, promisedDays: service.limits.promised, usedDays: 0, clockFrom: null,
    dueOn: null, promisedOn: null, createdAt: at, updatedAt: at, endedAt: null, uncounted: [], catalogueDigest: own?.digest ?? input.catalogueDigest, sameEventCaseId, course,
  }
  return isWaiting(opened.state) ? opened : startClock(opened, today)
}

export const openCases = (input: OpeningInput): Case[] => {
  const services = input.plan.services.filter((each) => each.state === 'included')
  const included = new Set(services.map((each) => each.service))
  const concepts = new Map(input.plan.concepts.map((each) => [each.concept, each]))
  return services.map((each) => caseOf(each, input, included, concepts))
}

