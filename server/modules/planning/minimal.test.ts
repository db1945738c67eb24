// Nobody receives what they do not use, told by another way than the planner's: rules evaluated outright for every value they could
// still have, on random matters.
import { expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { evaluate } from '../../kernel/feel/compile.ts'
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { scopeOf } from '../../kernel/feel/scope.ts'
import { substitute } from '../../kernel/feel/substitute.ts'
import type { Catalogue, Service } from '../catalogue/definitions.ts'
import type { Answer, Answers } from './plan.ts'
import { randomMatter, someOf } from './testing/random-matters.ts'
import { planOf } from './testing/telescope-catalogue.ts'

const withoutDefaults = (catalogue: Catalogue): Catalogue => ({
  ...catalogue, concepts: Object.fromEntries(Object.entries(catalogue.concepts).map(([id, { default: _usual, ...concept }]) => [id, concept])),
})

/** A matter without groups whose questions are all answered, and some of its fields. `known`: as rules read it, a question not put being null. */
const situation = randomMatter.filter(({ groups }) => groups.length === 0).chain(({ catalogue, world, questions, facts }) =>
  someOf(world, facts).map((some) => {
    const answers: Answers = { ...some, ...Object.fromEntries(questions.map((id) => [id, world[id] ?? null])) }
    const notPut = catalogue.matters.telescope?.scenario.filter(({ when }) => when && evaluate(when.expression, scopeOf(answers)) === false).map(({ concept }) => concept) ?? []
    return { catalogue: withoutDefaults(catalogue), answers, known: { ...answers, ...Object.fromEntries(notPut.map((id) => [id, null])) }, notPut }
  }),
)

const outcomesOf = (catalogue: Catalogue, concept: string): Answer[] => {
  const type = catalogue.concepts[concept]?.type
  return type === 'boolean' ? [true, false] : type === 'choice' ? ['a', 'b', 'c'] : [0, 2, 5]
}

/** Ways to fill in the unknown tried at most. */
const mostTried = 3000

/** Whether the rule could come out differently by `concept`, each mention of what is unknown being anything; undefined: too many ways. */
const canChange = (catalogue: Catalogue, rule: Expression, known: Answers, concept: string): boolean | undefined => {
  const mentions: string[] = []
  const apart = substitute(rule, {
    name: (path) => {
      const id = path.join('.')
      return Object.hasOwn(known, id) ? undefined : { kind: 'name', path: ['mention', `m${mentions.push(id) - 1}`] }
    },
  })
  const outcomes = mentions.map((id) => outcomesOf(catalogue, id))
  if (outcomes.reduce((ways, each) => ways * each.length, 1) > mostTried) return undefined
  const results = new Map<string, unknown>()
  const fill = (values: readonly Answer[]): void => {
    const next = outcomes[values.length]
    if (next) return next.forEach((value) => fill([...values, value]))
    results.set(JSON.stringify(values), evaluate(apart, scopeOf({ ...known, ...Object.fromEntries(values.map((value, at) => [`mention.m${at}`, value])) })))
  }
  fill([])
  return [...results].some(([key, result]) => {
    const values = JSON.parse(key) as Answer[] // written just above
    return mentions.some((id, at) => id === concept && outcomes[at]?.some((other) => results.get(JSON.stringify(values.with(at, other))) !== result))
  })
}

const rulesOf = ({ requirements, evidence }: Service): Expression[] => [
  ...requirements.map(({ rule }) => rule.expression), ...evidence.flatMap(({ when }) => (when ? [when.expression] : [])),
]

it('a field whose condition is false is in no view, and one whose condition is true is', () => {
  fc.assert(fc.property(situation, ({ catalogue, known, answers }) => {
    const plan = planOf(catalogue, { answers })
    for (const [id, view] of Object.entries(plan.views)) {
      for (const { concept, required } of catalogue.services[id]?.concepts ?? []) {
        if (typeof required === 'boolean' || conceptsOf(required.expression).some((each) => !Object.hasOwn(known, each))) continue
        const holds = evaluate(required.expression, scopeOf(known))
        expect([concept, view.includes(concept)]).toEqual([concept, holds !== false])
      }
    }
  }), { numRuns: 150 })
})

it('what an authority receives beyond its form can change whether a requirement holds or a document is needed', () => {
  let judged = 0
  fc.assert(fc.property(situation, ({ catalogue, known, answers, notPut }) => {
    const plan = planOf(catalogue, { answers })
    for (const [id, view] of Object.entries(plan.views)) {
      const service = catalogue.services[id]
      if (!service) throw new Error(`no service ${id}`)
      const beyond = view.filter((concept) => !service.concepts.some((listed) => listed.concept === concept))
      expect(beyond.filter((concept) => notPut.includes(concept))).toEqual([])
      for (const concept of beyond) {
        const readers = rulesOf(service).filter((rule) => conceptsOf(rule).includes(concept))
        expect(readers.length, concept).toBeGreaterThan(0)
        if (Object.hasOwn(known, concept) || readers.some((rule) => conceptsOf(rule).some((each) => catalogue.concepts[each]?.derived))) continue
        judged += 1
        expect(readers.some((rule) => canChange(catalogue, rule, known, concept) !== false), concept).toBe(true)
      }
    }
  }), { numRuns: 150 })
  expect(judged).toBeGreaterThan(50)
})
