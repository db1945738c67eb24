// The matter every subject of the benchmark works on: 1,000 fields over 20 services, half of them needed only if a condition on
// others holds; without questions, documents or registries, which are measured nowhere here. And a small one of 20 services, as real matters are, to be planned for the first time.
import { parse } from '../../server/kernel/feel/parse.ts'
import type { Catalogue, Concept, Service } from '../../server/modules/catalogue/definitions.ts'
import type { Answer, Answers, PlanInput } from '../../server/modules/planning/index.ts'

export const services = 20
export const fields = 1000
export const conditions = 500

const law = { title: '样例' }
const named = (text: string) => ({ 'zh-CN': text })

const idOf = (at: number): string => `s${at % 10}.f${at}`

/** Every third field is yes or no, every third a number, the others text: a yes/no before a number before a text. */
const typeOf = (at: number): Concept['type'] => (['boolean', 'integer', 'text'] as const)[at % 3] ?? 'text'

/** One condition on a yes/no and two numbers, all earlier than the field it decides about. */
export type Condition = { flag: string; first: string; more: number; second: string; equal: number }

export const conditionOf = (at: number): Condition => {
  const base = Math.floor((at * 7) % Math.max(3, at - 3) / 3) * 3
  return { flag: idOf(base), first: idOf(base + 1), more: at % 6, second: idOf(Math.max(1, base - 2)), equal: at % 5 }
}

export const textOf = ({ flag, first, more, second, equal }: Condition): string => `${flag} = true and ${first} > ${more} or ${second} = ${equal}`

/** The positions of the fields that have a condition: every second one. */
export const conditional = (count: number): number[] => Array.from({ length: count }, (_, at) => at * 2 + 7).filter((at) => at < fields)

export const answerOf = (at: number): Answer => (typeOf(at) === 'boolean' ? at % 2 === 0 : typeOf(at) === 'integer' ? at % 7 : `答${at}`)

const conceptOf = (at: number): Concept => ({ id: idOf(at), name: named(`项${at}`), subject: `s${at % 10}`, type: typeOf(at), constraint: {}, sensitive: false })

const serviceOf = (index: number, own: readonly number[], rules: ReadonlyMap<number, string>): Service => ({
  id: `v${index}`, name: named(`事项${index}`), summary: named(''), kind: 'permit', line: `l${index % 8}`, level: 'city', legalBasis: [law], limits: { statutory: 20, promised: 5, legalBasis: law }, fee: 0, trips: 1,
  dependsOn: index > 1 && index % 4 === 0 ? [`v${index - 2}`] : [],
  concepts: own.map((at) => {
    const text = rules.get(at)
    return { concept: idOf(at), required: text === undefined ? true : { text, expression: parse(text) }, constraint: {} }
  }),
  requirements: [], evidence: [], decision: 'manual', result: { name: named('结果'), prefix: 'R', concepts: [] }, guide: named(''), version: '1',
})

const catalogueOf = (size: number, share: number, rules: ReadonlyMap<number, string>): Catalogue => {
  const all = Array.from({ length: services }, (_, index) => {
    const from = Math.floor((index * size) / services)
    return serviceOf(index, Array.from({ length: share }, (_each, at) => (from + at) % size), rules)
  })
  return {
    region: '990100', on: '2026-03-01', regions: {}, authorities: [], registries: {}, evidence: {},
    concepts: Object.fromEntries(Array.from({ length: size }, (_, at) => [idOf(at), conceptOf(at)])),
    services: Object.fromEntries(all.map((each) => [each.id, each])),
    matters: {
      m: {
        id: 'm', name: named('大事'), summary: named(''), stage: 'x', audience: 'person', subjects: [], scenario: [], services: all.map(({ id }) => ({ service: id, optional: false })),
        topics: Array.from({ length: 10 }, (_, at) => ({ id: `t${at}`, name: named(`页${at}`), subjects: [`s${at}`], concepts: [] })), keywords: [], whoMayApply: named(''), delivery: named(''), version: '1',
      },
    },
  }
}

const rulesFor = (count: number): Map<number, string> => new Map(conditional(count).map((at) => [at, textOf(conditionOf(at))]))

export const largeCatalogue = (): Catalogue => catalogueOf(fields, fields / services, rulesFor(conditions))

/** 160 fields, each service asking 16 of them, two of three shared with its neighbour; 40 conditions. */
export const smallCatalogue = (): Catalogue => catalogueOf(160, 16, new Map([...rulesFor(conditions)].filter(([at]) => at < 160).slice(0, 40)))

export const answers = (): Answers => Object.fromEntries(Array.from({ length: fields }, (_, at) => [idOf(at), answerOf(at)]))

/** Answers after the n-th change: one yes/no turned round. */
export const changed = (before: Answers, n: number): Answers => {
  const id = idOf(((n * 37) % 333) * 3)
  return { ...before, [id]: before[id] !== true }
}

export const inputFor = (catalogue: Catalogue, given: Answers): PlanInput => ({ catalogue, matter: 'm', on: '2026-03-01', answers: given, known: [], registries: {}, declinedServices: [], uploaded: [] })

export const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
