// Everything about a matter that does not depend on the person, worked out once per catalogue: compiled rules, who reads what,
// which registry can answer, in which order concepts are planned and shown. Plans then only look things up.
import { Refusal } from '../../kernel/errors.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, Choice, Constraint, EvidenceNeed, Matter, MatterService, Rule, Service } from '../catalogue/definitions.ts'
import { expandGroups, hasGroups, sizesFor } from './groups.ts'
import { getLookupIndex, type LookupIndex } from './lookups.ts'
import { conceptReach, type Reach } from './reach.ts'
import { rankConcepts, type Ranking } from './topics.ts'
import { compileRule, type CompiledRule } from './rule.ts'
import type { Answer, PlanInput } from './plan.ts'

export type QuestionBlueprint = {
  concept: string
  ask: Texts
  help?: Texts
  choices: Choice[]
  /** every answer there is, when they can be counted */
  outcomes: readonly Answer[]
  when: CompiledRule | undefined
}

export type ListedConcept = { concept: string; required: boolean | CompiledRule; constraint: Constraint | undefined }

/** A rule of a service that reads concepts its form does not list. `inView`: the authority receives what it read. */
export type Reader = { rule: CompiledRule; unlisted: readonly string[]; inView: boolean }

export type NeedBlueprint = { key: string; need: EvidenceNeed; when: CompiledRule | undefined }

export type ServiceBlueprint = {
  index: number
  service: Service
  entry: MatterService
  when: CompiledRule | undefined
  /** question concepts that `when` depends on, directly or through derived concepts and other questions */
  whenQuestions: readonly string[]
  listed: readonly ListedConcept[]
  readers: readonly Reader[]
  evidence: readonly NeedBlueprint[]
  /** where each of several has this service: the concept that says how many they are */
  count: string | undefined
  /** the part of the above that scenario questions can influence */
  listedByQuestions: readonly ListedConcept[]
  rulesByQuestions: readonly CompiledRule[]
  readersByQuestions: readonly Reader[]
}

/** `catalogue` and `matter` with their groups written out. */
export type MatterBlueprint = {
  catalogue: Catalogue
  matter: Matter
  questions: ReadonlyMap<string, QuestionBlueprint>
  services: readonly ServiceBlueprint[]
  byId: ReadonlyMap<string, ServiceBlueprint>
  /** what stands behind a concept: inputs of derivations, and what decides whether a question is put */
  reach: Reach
  lookups: LookupIndex
  /** positions of the services whose result brings a concept into being */
  producers: ReadonlyMap<string, readonly number[]>
  /** every concept a plan can contain, in the order of `lookups` */
  order: readonly string[]
  ranking: Ranking
}

const compileOptional = (rule: Rule | undefined): CompiledRule | undefined => (rule ? compileRule(rule.expression) : undefined)

const questionOf = (catalogue: Catalogue, concept: string, ask: Texts, help?: Texts, when?: Rule): QuestionBlueprint => {
  const definition = catalogue.concepts[concept]
  const choices = definition?.constraint.choices ?? []
  const outcomes = definition?.type === 'boolean' ? [true, false] : choices.map((choice) => choice.value)
  return { concept, ask, ...(help ? { help } : {}), choices, outcomes, when: compileOptional(when) }
}

/** The matter's questions, and one for each concept that decides about a service but that no question covers. */
const questionsOf = (catalogue: Catalogue, matter: Matter, reach: Reach): Map<string, QuestionBlueprint> => {
  const questions = new Map<string, QuestionBlueprint>()
  for (const { concept, ask, help, when } of matter.scenario) questions.set(concept, questionOf(catalogue, concept, ask, help, when))
  const deciding = [...matter.scenario, ...matter.services].flatMap(({ when }) => (when ? compileRule(when.expression).reads : []))
  for (const concept of reach.roots(deciding)) {
    const definition = catalogue.concepts[concept]
    if (definition && !questions.has(concept)) questions.set(concept, questionOf(catalogue, concept, definition.name))
  }
  return questions
}

const serviceBlueprint = (catalogue: Catalogue, { subjects }: Matter, entry: MatterService, index: number, reach: Reach, isQuestion: (concept: string) => boolean): ServiceBlueprint => {
  const service = catalogue.services[entry.service]
  if (!service) throw new Refusal('not_found', { service: entry.service })
  const when = compileOptional(entry.when)
  const listed = service.concepts.map(({ concept, required, constraint }): ListedConcept => ({
    concept,
    required: typeof required === 'boolean' ? required : compileRule(required.expression),
    constraint: Object.keys(constraint).length > 0 ? constraint : undefined,
  }))
  const isListed = new Set(listed.map(({ concept }) => concept))
  const evidence = service.evidence.map((need): NeedBlueprint => ({ key: `${service.id}/${need.id}`, need, when: compileOptional(need.when) }))
  const required = listed.flatMap((each) => (typeof each.required === 'boolean' ? [] : [each.required]))
  const evidenceRules = evidence.flatMap((each) => (each.when ? [each.when] : []))
  const seen = [...service.requirements.map(({ rule }) => compileRule(rule.expression)), ...evidenceRules]
  const reader = (rule: CompiledRule, inView: boolean): Reader => ({ rule, unlisted: rule.reads.filter((concept) => !isListed.has(concept)), inView })
  const readers = [...seen.map((rule) => reader(rule, true)), ...required.map((rule) => reader(rule, false))].filter(({ unlisted }) => unlisted.length > 0)
  const byQuestion = (concepts: readonly string[]): boolean => reach.all(concepts).some(isQuestion)
  return {
    index, service, entry, when, listed, readers, evidence, count: subjects.find(({ id }) => id === entry.each)?.repeats?.count,
    whenQuestions: when ? reach.all(when.reads).filter(isQuestion) : [],
    listedByQuestions: listed.filter(({ concept }) => byQuestion([concept])),
    rulesByQuestions: [...required, ...evidenceRules].filter((rule) => byQuestion(rule.reads)),
    readersByQuestions: readers.filter(({ unlisted }) => byQuestion(unlisted)),
  }
}

const build = (catalogue: Catalogue, matter: Matter): MatterBlueprint => {
  const lookups = getLookupIndex(catalogue)
  const questions = questionsOf(catalogue, matter, conceptReach(catalogue, () => undefined))
  const reach = conceptReach(catalogue, (concept) => questions.get(concept)?.when)
  const services = matter.services.map((entry, index) => serviceBlueprint(catalogue, matter, entry, index, reach, (concept) => questions.has(concept)))
  const producers = new Map<string, number[]>()
  for (const { service, index, listed } of services) {
    for (const concept of service.result.concepts) {
      // what its own form asks is known before it starts
      if (!listed.some((own) => own.concept === concept)) producers.set(concept, [...(producers.get(concept) ?? []), index])
    }
  }
  const starts = services.flatMap(({ service, listed, readers, evidence, count }) => [
    ...listed.map(({ concept }) => concept),
    ...readers.flatMap(({ unlisted }) => unlisted),
    ...(service.competentBy ? [service.competentBy] : []),
    ...(count ? [count] : []),
    ...evidence.flatMap(({ need }) => need.anyOf.flatMap((id) => catalogue.evidence[id]?.proves ?? [])),
  ])
  const order = lookups.withAllBehind(starts)
  return {
    catalogue, matter, questions, services, reach, lookups, producers, order,
    byId: new Map(services.map((each) => [each.service.id, each])),
    ranking: rankConcepts(catalogue, matter, order),
  }
}

const blueprints = new WeakMap<Catalogue, Map<string, MatterBlueprint>>()

/** Blueprints kept for one catalogue: one for each matter, and for each size of its groups met lately. */
const blueprintsKept = 200

/** The blueprint of a matter for its groups as large as they are. A matter or a service the catalogue does not have is refused as not found. */
export const getBlueprint = (input: Pick<PlanInput, 'catalogue' | 'matter' | 'on' | 'answers' | 'known' | 'registries' | 'staleFacts'>): MatterBlueprint => {
  const { catalogue } = input
  const matter = Object.hasOwn(catalogue.matters, input.matter) ? catalogue.matters[input.matter] : undefined
  if (!matter) throw new Refusal('not_found', { matter: input.matter })
  const sizes = hasGroups(matter) ? sizesFor(input, matter) : undefined
  const key = sizes ? `${matter.id} ${JSON.stringify(sizes)}` : matter.id
  let ofCatalogue = blueprints.get(catalogue)
  if (!ofCatalogue) blueprints.set(catalogue, (ofCatalogue = new Map()))
  const known = ofCatalogue.get(key)
  if (known) return known
  const written = sizes ? expandGroups(catalogue, matter, sizes) : { catalogue, matter }
  const made = build(written.catalogue, written.matter)
  if (ofCatalogue.size >= blueprintsKept) ofCatalogue.clear()
  ofCatalogue.set(key, made)
  return made
}
