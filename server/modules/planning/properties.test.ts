// What must hold for every matter, whatever its services, scenarios, registries and evidence: checked on random ones.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue, Matter } from '../catalogue/definitions.ts'
import { checkAnswers, neededAnswers } from './answers.ts'
import type { Answers, KnownFact, Plan, RegistryState } from './plan.ts'
import { randomMatter, someOf, type RandomMatter } from './testing/random-matters.ts'
import { asked, planOf, registryFact } from './testing/telescope-catalogue.ts'

const runs = { numRuns: 60 }

const scenarioAnswers = ({ world, questions }: RandomMatter): Answers => Object.fromEntries(questions.map((id) => [id, world[id] ?? null]))

const included = (plan: Plan): string[] => plan.services.filter(({ state }) => state === 'included').map(({ service }) => service)

const uploads = (plan: Plan): number => plan.evidence.filter(({ source }) => source.kind === 'upload').length

const withMatter = (catalogue: Catalogue, change: (matter: Matter) => Partial<Matter>): Catalogue => {
  const matter = catalogue.matters.telescope
  if (!matter) throw new Error('no matter')
  return { ...catalogue, matters: { telescope: { ...matter, ...change(matter) } } }
}

const factsFrom = (values: Answers): KnownFact[] => Object.entries(values).map(([id, value]) => registryFact(id, value, 'registry0'))

const states = fc.dictionary(fc.constantFrom('registry0', 'registry1'), fc.constantFrom<RegistryState>('notAsked', 'unavailable', 'declined', 'noRecord', 'answers'))

/** A matter with some answers, some facts and any state of the registries. */
const situation = randomMatter.chain((random) =>
  fc.record({
    random: fc.constant(random),
    answers: someOf(random.world, Object.keys(random.world)),
    known: someOf(random.world, random.facts).map(factsFrom),
    registries: states,
    declinedServices: fc.subarray(['service0', 'service1', 'service2']),
  }),
)

describe('every plan', () => {
  it('asks each concept at most once, as a question or as a field', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const plan = planOf(random.catalogue, more)
      const all = [...plan.questions.map(({ concept }) => concept), ...asked(plan)]
      expect(new Set(all).size).toBe(all.length)
      expect(new Set(plan.concepts.map(({ concept }) => concept)).size).toBe(plan.concepts.length)
    }), runs)
  })

  it('asks only what a chosen service needs', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const plan = planOf(random.catalogue, more)
      const chosen = new Set(included(plan))
      for (const { neededBy } of plan.concepts) {
        expect(neededBy.length).toBeGreaterThan(0)
        expect(neededBy.filter((id) => !chosen.has(id))).toEqual([])
      }
    }), runs)
  })

  it('can obtain every concept it does not ask for: each look-up has its key, each derivation its inputs', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const { catalogue } = random
      const plan = planOf(catalogue, more)
      const byId = new Map(plan.concepts.map((each) => [each.concept, each]))
      const isObtainable = (id: string, path: readonly string[]): boolean => {
        const planned = byId.get(id)
        if (!planned || path.includes(id)) return false
        const { source, value } = planned
        const next = (each: string): boolean => isObtainable(each, [...path, id])
        if (source.kind === 'derived') return source.from.every(next)
        if (source.kind !== 'registry' || value !== undefined) return true
        return next(catalogue.registries[source.registry]?.keys[catalogue.concepts[id]?.subject ?? ''] ?? '')
      }
      expect(plan.concepts.map(({ concept }) => concept).filter((id) => !isObtainable(id, []))).toEqual([])
    }), runs)
  })

  it('is the same each time it is made', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      expect(planOf(structuredClone(random.catalogue), structuredClone(more))).toEqual(planOf(random.catalogue, more))
    }), runs)
  })

  it('does not depend on the order of services or facts', () => {
    const sorted = (plan: Plan) => ({
      ...plan,
      services: plan.services.toSorted((a, b) => (a.service < b.service ? -1 : 1)).map((each) => ({ ...each, dependsOn: each.dependsOn.toSorted() })),
      concepts: plan.concepts.map((each) => ({ ...each, neededBy: each.neededBy.toSorted() })),
      evidence: plan.evidence.map((each) => ({ ...each, needs: each.needs.toSorted(), alternatives: each.alternatives.toSorted(), neededBy: each.neededBy.toSorted() }))
        .sort((a, b) => (a.source.kind + a.evidence < b.source.kind + b.evidence ? -1 : 1)),
      consents: plan.consents.map((each) => ({ ...each, neededBy: each.neededBy.toSorted() })),
      savings: plan.savings.map((each) => ({ ...each, neededBy: each.neededBy.toSorted() })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    })
    const shuffled = situation.chain((each) => {
      const services = each.random.catalogue.matters.telescope?.services ?? []
      return fc.record({ each: fc.constant(each), services: fc.shuffledSubarray(services, { minLength: services.length }) })
    })
    fc.assert(fc.property(shuffled, ({ each: { random, ...more }, services }) => {
      const other = planOf(withMatter(random.catalogue, () => ({ services })), { ...more, known: more.known.toReversed() })
      expect(sorted(other)).toEqual(sorted(planOf(random.catalogue, more)))
    }), runs)
  })

  it('shows each authority what it would see if its service were applied for alone, and only what it needs', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const plan = planOf(random.catalogue, more)
      for (const id of included(plan)) {
        const alone = planOf(withMatter(random.catalogue, ({ services }) => ({ services: services.filter(({ service }) => service === id) })), { ...more, declinedServices: [] })
        expect(plan.views[id]).toEqual(alone.views[id])
        for (const concept of plan.views[id] ?? []) expect(plan.concepts.find((each) => each.concept === concept)?.neededBy).toContain(id)
      }
    }), runs)
  })

  it('accounts for every field and document it saves', () => {
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const plan = planOf(random.catalogue, more)
      const saved = (kind: string) => plan.savings.filter((each) => each.kind === kind).reduce((sum, { before, source }) => sum + before - (source.kind === 'shared' ? 1 : 0), 0)
      const puts = plan.after.fields - asked(plan).length
      const once = plan.concepts.filter(({ source }) => source.kind === 'scenario').length
      expect(puts).toBeGreaterThanOrEqual(0)
      expect(plan.before.fields - saved('field')).toBeLessThanOrEqual(asked(plan).length + once)
      expect(plan.after.evidence).toBe(uploads(plan))
      expect(plan.before.evidence - saved('evidence')).toBeLessThanOrEqual(plan.after.evidence)
    }), runs)
  })
})

describe('for a settled scenario', () => {
  const moreKnown = randomMatter.chain((random) =>
    fc.record({
      random: fc.constant(random),
      some: someOf(random.world, random.facts),
      more: someOf(random.world, random.facts),
      registries: fc.dictionary(fc.constantFrom('registry0', 'registry1'), fc.constantFrom<RegistryState>('notAsked', 'unavailable')),
    }),
  )

  it('more known facts never add an ask', () => {
    fc.assert(fc.property(moreKnown, ({ random, some, more, registries }) => {
      const answers = scenarioAnswers(random)
      const before = planOf(random.catalogue, { answers, registries, known: factsFrom(some) })
      const after = planOf(random.catalogue, { answers, registries, known: factsFrom({ ...some, ...more }) })
      expect(before.settled).toBe(true)
      expect(asked(before)).toEqual(expect.arrayContaining(asked(after)))
      expect(uploads(after)).toBeLessThanOrEqual(uploads(before))
    }), runs)
  })

  it('removing a service on which no other depends never adds an ask', () => {
    fc.assert(fc.property(moreKnown, ({ random, some, registries }) => {
      const { catalogue } = random
      const more = { answers: scenarioAnswers(random), registries, known: factsFrom(some) }
      const whole = planOf(catalogue, more)
      for (const id of included(whole)) {
        const isNeeded = whole.services.some(({ dependsOn }) => dependsOn.includes(id)) ||
          Object.values(catalogue.services).some(({ evidence }) => evidence.some(({ anyOf }) => anyOf.some((each) => catalogue.evidence[each]?.resultOf === id)))
        if (isNeeded) continue
        const rest = planOf(withMatter(catalogue, ({ services }) => ({ services: services.filter(({ service }) => service !== id) })), more)
        expect(asked(rest).length + uploads(rest)).toBeLessThanOrEqual(asked(whole).length + uploads(whole))
      }
    }), runs)
  })

  it('a registry that is down makes the plan ask instead, and say so', () => {
    fc.assert(fc.property(moreKnown, ({ random, some, registries }) => {
      const more = { answers: scenarioAnswers(random), known: factsFrom(some) }
      const up = planOf(random.catalogue, { ...more, registries })
      const down = planOf(random.catalogue, { ...more, registries: { ...registries, registry0: 'unavailable' } })
      const before = new Set(asked(up))
      for (const { concept, source, askedBecause } of down.concepts) {
        if (source.kind === 'ask' && !before.has(concept)) expect(askedBecause, concept).toBeDefined()
      }
      const uploaded = new Set(up.evidence.filter(({ source }) => source.kind === 'upload').flatMap(({ needs }) => needs))
      for (const { needs, source, askedBecause } of down.evidence) {
        if (source.kind === 'upload' && needs.every((need) => !uploaded.has(need))) expect(askedBecause).toBeDefined()
      }
    }), runs)
  })
})

describe('answering what is asked', () => {
  it('settles the scenario and leaves nothing to answer, without a dead end', () => {
    fc.assert(fc.property(randomMatter, ({ catalogue, world, questions }) => {
      const answers: Record<string, Answers[string]> = {}
      let plan = planOf(catalogue)
      for (let step = 0; !plan.settled; step += 1) {
        expect(step).toBeLessThan(questions.length)
        const [next] = plan.questions
        expect(next).toBeDefined()
        if (next) answers[next.concept] = world[next.concept] ?? null
        plan = planOf(catalogue, { answers })
      }
      for (let needed = neededAnswers(plan), step = 0; needed.length > 0; needed = neededAnswers(plan), step += 1) {
        expect(step).toBeLessThan(20)
        for (const id of needed) answers[id] = world[id] ?? null
        plan = planOf(catalogue, { answers, registries: {} })
      }
      expect(checkAnswers(plan, catalogue, answers)).toEqual([])
    }), runs)
  })
})
