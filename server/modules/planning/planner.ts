// Makes the plan of a matter for these people: the smallest set of questions and documents that lets every authority do its work.
// Pure: the same input gives the same plan, in the server, in the browser and when a frozen application is looked at years later.
import type { Concept, Constraint } from '../catalogue/definitions.ts'
import { checkAnswer } from './answers.ts'
import { getBlueprint, type MatterBlueprint } from './blueprint.ts'
import { countBurden, listSavings, type BurdenInput } from './burden.ts'
import { competentRegion } from './competence.ts'
import { createDependencies, type Dependencies } from './dependencies.ts'
import { planEvidence } from './evidence.ts'
import { createFacts, type Facts } from './facts.ts'
import { planFees } from './fees.ts'
import { addServiceNeeds, ConceptNeeds, joinConstraints, type ConceptNeed } from './fields.ts'
import { listForms } from './forms.ts'
import type { Answer, ConceptSource, Plan, PlanInput, PlannedConcept, PlannedConsent, PlannedService } from './plan.ts'
import { settleScenario, type Scenario } from './scenario.ts'
import { makeSchedule, sumOfDays } from './schedule.ts'
import { chooseSource, type Chosen, type SourceContext } from './sources.ts'
import { orderViews } from './views.ts'

type WorkedConcept = BurdenInput['concepts'][number]

/**
 * Users of a concept come before what it is looked up by or derived from, so each is complete when its turn comes. Only where two
 * concepts are each other's key may one be needed after its turn: a further round takes it up.
 */
const chooseSources = (context: SourceContext, needs: ConceptNeeds): Map<string, { need: ConceptNeed; chosen: Chosen }> => {
  const chosen = new Map<string, { need: ConceptNeed; chosen: Chosen }>()
  for (let before = -1; before < chosen.size && chosen.size < needs.size; ) {
    before = chosen.size
    for (const concept of context.matter.order) {
      const need = chosen.has(concept) ? undefined : needs.get(concept)
      if (need) chosen.set(concept, { need, chosen: chooseSource(context, need, needs) })
    }
  }
  return chosen
}

const serviceIds = (matter: MatterBlueprint, positions: readonly number[]): string[] =>
  (positions.length > 1 ? [...positions].sort((a, b) => a - b) : positions).map((position) => matter.services[position]?.service.id ?? '')

const listConcepts = (context: SourceContext, needs: ConceptNeeds, on: string): WorkedConcept[] => {
  const { matter, facts } = context
  const chosen = chooseSources(context, needs)
  const concepts: WorkedConcept[] = []
  for (const concept of matter.ranking.order) {
    const worked = chosen.get(concept)
    if (!worked) continue
    const { need, chosen: { askedBecause, locked, legalBasis } } = worked
    const constraint = joinConstraints(matter.catalogue.concepts[concept]?.constraint ?? {}, need.narrowings, on)
    const offered = isOffered(worked.chosen.source)
    const unfit = offered && isUnfit(matter.catalogue.concepts[concept], constraint, facts.answer(concept), on)
    const source: ConceptSource = unfit ? { kind: 'ask' } : worked.chosen.source
    const value = unfit ? undefined : facts.answer(concept)
    concepts.push({
      concept,
      required: need.required,
      constraint,
      neededBy: serviceIds(matter, need.by),
      source,
      ...(value === undefined ? {} : { value }),
      locked,
      ...(askedBecause ? { askedBecause } : {}),
      topic: matter.ranking.topicOf(concept),
      ...(legalBasis ? { legalBasis } : {}),
    })
  }
  return concepts
}

const isOffered = ({ kind }: ConceptSource): boolean => kind === 'default' || kind === 'earlier' || kind === 'credential'

/** Whether some service cannot take what is offered: then the person is asked. */
const isUnfit = (concept: Concept | undefined, constraint: Constraint, value: Answer | undefined, on: string): boolean =>
  value !== undefined && concept !== undefined && checkAnswer(concept, constraint, value, on) !== undefined

/** Collects what every registry is asked for, or would be. */
const createLookups = (matter: MatterBlueprint) => {
  const asked = new Map<string, { concepts: Set<string>; by: Set<number> }>()
  return {
    add(registry: string, concept: string | undefined, by: readonly number[]): void {
      let entry = asked.get(registry)
      if (!entry) asked.set(registry, (entry = { concepts: new Set(), by: new Set() }))
      if (concept !== undefined) entry.concepts.add(concept)
      for (const position of by) entry.by.add(position)
    },
    list: (): PlannedConsent[] =>
      Object.values(matter.catalogue.registries).flatMap(({ id, consent, legalBasis }) => {
        const entry = asked.get(id)
        return entry ? [{ registry: id, consent, concepts: [...entry.concepts].sort(), legalBasis, neededBy: serviceIds(matter, [...entry.by]) }] : []
      }),
  }
}

const listServices = (matter: MatterBlueprint, scenario: Scenario, facts: Facts, dependencies: Dependencies, included: readonly number[]) => {
  const limitsOf = (position: number) => matter.services[position]?.service.limits ?? { promised: 0, statutory: 0 }
  const promised = makeSchedule(included, (position) => limitsOf(position).promised, dependencies)
  const statutory = makeSchedule(included, (position) => limitsOf(position).statutory, dependencies)
  const services = matter.services.map(({ service, entry, index }): PlannedService => {
    const slot = promised.slots.get(index)
    return {
      service: service.id,
      line: service.line,
      authorityRegion: competentRegion(matter.catalogue, service, service.competentBy ? facts.answer(service.competentBy) : undefined),
      state: scenario.states[index] ?? 'undecided',
      optional: entry.optional,
      ...(entry.because ? { because: entry.because } : {}),
      dependsOnAnswers: [...(scenario.dependsOnAnswers[index] ?? [])],
      changedBy: [...(scenario.changedBy[index] ?? [])],
      leftOutWith: scenario.leftOutWith[index] ?? [],
      dependsOn: serviceIds(matter, [...dependencies.direct(index)]),
      start: slot?.start ?? 0,
      end: slot?.end ?? 0,
      statutoryEnd: statutory.slots.get(index)?.end ?? 0,
      critical: slot?.critical ?? false,
    }
  })
  return { services, promisedDays: promised.days, statutoryDays: sumOfDays(included, (position) => limitsOf(position).statutory) }
}

/** What an earlier application has settled or under way is not applied for a second time. */
const withoutHandled = (scenario: Scenario, matter: MatterBlueprint, handled: PlanInput['handled']): Scenario =>
  handled === undefined || handled.length === 0 ? scenario : { ...scenario, states: scenario.states.map((state, index) => (handled.some(({ service }) => service === matter.services[index]?.service.id) ? 'excluded' : state)) }

const toPlanned = ({ legalBasis: _legalBasis, ...planned }: WorkedConcept): PlannedConcept => planned

/**
 * The plan of `input.matter` on `input.on`. Throws a `not_found` refusal for a matter the catalogue does not have.
 * Days are working days; field and document counts are explained item by item in `savings`.
 */
export const makePlan = (input: PlanInput): Plan => {
  const { on } = input
  const matter = getBlueprint(input)
  const { catalogue } = matter
  const facts = createFacts({ ...input, catalogue, questions: matter.questions })
  const scenario = withoutHandled(settleScenario(matter, facts, input.declinedServices), matter, input.handled)
  const isIncluded = (position: number): boolean => scenario.states[position] === 'included'
  const blueprints = matter.services.filter(({ index }) => isIncluded(index))
  const included = blueprints.map(({ index }) => index)

  const needs = new ConceptNeeds()
  const views = new Map<string, ReadonlySet<string>>()
  for (const blueprint of blueprints) views.set(blueprint.service.id, addServiceNeeds(blueprint, facts, needs))

  const declared = createDependencies(matter, isIncluded)
  const dependencies = createDependencies(matter, isIncluded) // grows where evidence is another service's result
  const lookups = createLookups(matter)
  const context: SourceContext = { matter, facts, registries: input.registries, isIncluded, waitsFor: declared.waitsFor, put: scenario.put, onLookup: lookups.add }
  const documents = planEvidence(context, blueprints, needs, dependencies, input)
  const concepts = listConcepts(context, needs, on)
  const { services, promisedDays, statutoryDays } = listServices(matter, scenario, facts, dependencies, included)

  const burden: BurdenInput = {
    catalogue, concepts, forms: listForms(matter, blueprints, facts, on), evidence: documents.evidence, alone: documents.alone, promisedDays, statutoryDays,
    services: blueprints.map(({ service }) => service), questionsPut: scenario.put.size,
  }
  return {
    matter: matter.matter.id,
    version: matter.matter.version,
    region: catalogue.region,
    on,
    settled: scenario.settled,
    questions: scenario.questions,
    services,
    concepts: concepts.map(toPlanned),
    evidence: documents.evidence,
    ...(documents.atLeast === undefined ? {} : { uploadsAtLeast: documents.atLeast }),
    consents: lookups.list(),
    promisedDays,
    statutoryDays,
    ...countBurden(burden),
    savings: listSavings(burden),
    ...planFees(burden.services, facts),
    views: orderViews(views, concepts),
  }
}
