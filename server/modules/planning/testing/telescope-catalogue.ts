// A small invented catalogue for the planner's tests: putting up a telescope, with three services, two authorities, one registry.
// The builders make definitions of any shape; nothing of it is content of the product.
import { parse } from '../../../kernel/feel/parse.ts'
import type { Catalogue, Concept, Constraint, EvidenceNeed, EvidenceType, Matter, MatterService, Registry, Rule, Service } from '../../catalogue/definitions.ts'
import { makePlan } from '../planner.ts'
import type { KnownFact, Plan, PlanInput } from '../plan.ts'

export const rule = (text: string): Rule => ({ text, expression: parse(text) })
const named = (text: string) => ({ 'zh-CN': text })
export const law = { title: '观星场地管理办法' }

export const concept = (id: string, type: Concept['type'] = 'text', more: Partial<Concept> = {}): Concept => ({
  id, name: named(id), subject: id.split('.')[0] ?? id, type, constraint: {}, sensitive: false, ...more,
})

/** A choice concept with these values. */
export const choiceOf = (id: string, values: readonly string[]): Concept =>
  concept(id, 'choice', { constraint: { choices: values.map((value) => ({ value, name: named(value) })) } })

/** A concept of a service's form: `name` is required, `name?` optional, `[name, rule]` required if, with an optional narrower constraint. */
export type Listing = string | readonly [concept: string, required: string | boolean, constraint?: Constraint]

type ServiceParts = Partial<Omit<Service, 'concepts' | 'evidence' | 'requirements' | 'result' | 'limits'>> & {
  concepts?: readonly Listing[]
  evidence?: readonly (Pick<EvidenceNeed, 'id' | 'anyOf' | 'tolerable'> & { when?: string })[]
  requirements?: Readonly<Record<string, string>>
  brings?: string[]
  days?: readonly [promised: number, statutory: number]
}

const listing = (each: Listing): Service['concepts'][number] => {
  if (typeof each === 'string') return { concept: each.replace('?', ''), required: !each.endsWith('?'), constraint: {} }
  const [id, required, constraint = {}] = each
  return { concept: id, required: typeof required === 'string' ? rule(required) : required, constraint }
}

export const service = (id: string, { concepts = [], evidence = [], requirements = {}, brings = [], days = [5, 20], ...more }: ServiceParts): Service => ({
  id, name: named(id), summary: named(id), kind: 'permit', line: 'parks', level: 'city', legalBasis: [law], fee: 0, trips: 1, dependsOn: [],
  decision: 'manual', guide: named(id), version: '1', ...more,
  limits: { promised: days[0], statutory: days[1], legalBasis: law },
  concepts: concepts.map(listing),
  evidence: evidence.map(({ when, ...need }) => ({ ...need, legalBasis: law, ...(when ? { when: rule(when) } : {}) })),
  requirements: Object.entries(requirements).map(([key, text]) => ({ id: key, name: named(key), rule: rule(text), legalBasis: law })),
  result: { name: named(id), prefix: 'T', concepts: brings },
})

export const evidence = (id: string, more: Partial<EvidenceType> = {}): EvidenceType => ({
  id, name: named(id), registries: [], proves: [], accept: ['application/pdf'], maxBytes: 1e6, ...more,
})

export const registry = (id: string, keys: Registry['keys'], answers: readonly string[], more: Partial<Registry> = {}): Registry => ({
  id, name: named(id), line: 'records', keys, answers: Object.fromEntries(answers.map((each) => [each, each])), replaces: [], consent: true, legalBasis: law, ...more,
})

export const matterService = (id: string, when?: string, optional = false): MatterService => ({ service: id, optional, ...(when ? { when: rule(when) } : {}) })

export const matter = (services: readonly MatterService[], more: Partial<Matter> = {}): Matter => ({
  id: 'telescope', name: named('架设望远镜'), summary: named(''), stage: 'leisure', audience: 'person', subjects: [], scenario: [], services: [...services],
  topics: [], keywords: [], whoMayApply: named(''), delivery: named(''), version: '1', ...more,
})

export const question = (id: string, when?: string): Matter['scenario'][number] => ({ concept: id, ask: named(id), ...(when ? { when: rule(when) } : {}) })

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> => Object.fromEntries(all.map((each) => [each.id, each]))

export type CatalogueParts = { concepts: readonly Concept[]; services: readonly Service[]; matter: Matter; evidence?: readonly EvidenceType[]; registries?: readonly Registry[] }

export const catalogueOf = (parts: CatalogueParts): Catalogue => ({
  region: '990100', on: '2026-03-01', regions: {}, authorities: [], concepts: byId(parts.concepts), services: byId(parts.services),
  evidence: byId(parts.evidence ?? []), registries: byId(parts.registries ?? []), matters: { telescope: parts.matter },
})

export const planOf = (catalogue: Catalogue, more: Partial<PlanInput> = {}): Plan =>
  makePlan({ catalogue, matter: 'telescope', on: '2026-03-01', answers: {}, known: [], registries: {}, declinedServices: [], uploaded: [], ...more })

export const registryFact = (id: string, value: KnownFact['value'], from = 'residents'): KnownFact => ({
  concept: id, value, source: { kind: 'registry', registry: from }, asOf: '2026-02-01',
})

/** Concepts the person is asked for as fields, sorted. */
export const asked = (plan: Plan): string[] => plan.concepts.filter(({ source }) => source.kind === 'ask').map(({ concept: id }) => id).sort()
