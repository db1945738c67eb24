// What must hold for every matter, whatever its services, scenarios, registries and evidence: checked on random ones.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import type { Catalogue, Matter } from '../catalogue/definitions.ts'
import { checkAnswers, neededAnswers } from './answers.ts'
import type { Answers, KnownFact, Plan, RegistryState } from './plan.ts'
import { randomMatter, someOf, type Held, type RandomMatter } from './testing/random-matters.ts'
import { asked, catalogueOf, concept as someConcept, matter as someMatter, matterService, planOf, question, registryFact, service as someService } from './testing/telescope-catalogue.ts'

const runs = { numRuns: 60 }

/** Settles the scenario: the questions, and how many there are of a group with what each has. */
const scenarioAnswers = ({ world, questions, groups }: RandomMatter): Answers => Object.fromEntries([...questions, ...groups].map((id) => [id, world[id] ?? null]))

/** Any part of what the applicant holds. */
const someHeld = ({ held }: RandomMatter): fc.Arbitrary<Held> => fc.record({ credentials: fc.subarray(held.credentials), submitted: fc.subarray(held.submitted) })

const included = (plan: Plan): string[] => plan.services.filter(({ state }) => state === 'included').map(({ service }) => service)

/** The service as the matter has it, for that of one of several. */
const writtenAs = ({ services }: Catalogue, id: string): string => services[id]?.instance?.of ?? id

const uploads = (plan: Plan): number => plan.evidence.filter(({ source }) => source.kind === 'upload').length

const withMatter = (catalogue: Catalogue, change: (matter: Matter) => Partial<Matter>): Catalogue => {
  const matter = catalogue.matters.telescope
  if (!matter) throw new Error('no matter')
  return { ...catalogue, matters: { telescope: { ...matter, ...change(matter) } } }
}

const factsFrom = (values: Answers): KnownFact[] => Object.entries(values).map(([id, value]) => registryFact(id, value, 'registry0'))

/** Some answers, of any part of the world. */
const moreKnownOrNot = randomMatter.chain((random) => fc.record({ random: fc.constant(random), answers: someOf(random.world, Object.keys(random.world)) }))

const states = fc.dictionary(fc.constantFrom('registry0', 'registry1'), fc.constantFrom<RegistryState>('notAsked', 'unavailable', 'declined', 'noRecord', 'answers'))

/** A matter with some answers, some facts and any state of the registries. */
const situation = randomMatter.chain((random) =>
  fc.record({
    random: fc.constant(random),
    answers: someOf(random.world, Object.keys(random.world)),
    known: someOf(random.world, random.facts).map(factsFrom),
    registries: states,
    declinedServices: fc.subarray(['service0', 'service1', 'service2']),
    held: someHeld(random),
    signed: fc.subarray(['document0', 'document1', 'document2']),
    uploaded: fc.subarray(['document0', 'document1', 'document2'], { maxLength: 1 }),
  }).map(({ held, ...rest }) => ({ ...rest, ...held })),
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
        const alone = planOf(withMatter(random.catalogue, ({ services }) => ({ services: services.filter(({ service }) => service === writtenAs(random.catalogue, id)) })), { ...more, declinedServices: [] })
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
      held: someHeld(random),
      fewer: someHeld(random),
      registries: fc.dictionary(fc.constantFrom('registry0', 'registry1'), fc.constantFrom<RegistryState>('notAsked', 'unavailable')),
    }),
  )

  it('more known facts, and more held, never add an ask, unless they are not what a default took for granted', () => {
    fc.assert(fc.property(moreKnown, ({ random, some, more: further, registries, held, fewer }) => {
      const more = Object.fromEntries(Object.entries(further).filter(([id]) => !random.catalogue.concepts[id]?.default))
      const answers = scenarioAnswers(random)
      const before = planOf(random.catalogue, { answers, registries, known: factsFrom(some), ...fewer })
      const all = { credentials: [...new Set([...fewer.credentials, ...held.credentials])], submitted: [...new Set([...fewer.submitted, ...held.submitted])] }
      const after = planOf(random.catalogue, { answers, registries, known: factsFrom({ ...some, ...more }), ...all })
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
        const rest = planOf(withMatter(catalogue, ({ services }) => ({ services: services.filter(({ service }) => service !== writtenAs(catalogue, id)) })), more)
        expect(rest.after.fields + uploads(rest)).toBeLessThanOrEqual(whole.after.fields + uploads(whole))
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
    fc.assert(fc.property(randomMatter, ({ catalogue, world, questions, groups }) => {
      const answers: Record<string, Answers[string]> = {}
      let plan = planOf(catalogue)
      for (let step = 0; !plan.settled; step += 1) {
        expect(step).toBeLessThan(questions.length + groups.length)
        const [next] = plan.questions
        expect(next).toBeDefined()
        if (next) answers[next.concept] = world[next.concept] ?? null
        plan = planOf(catalogue, { answers })
      }
      for (let needed = neededAnswers(plan), step = 0; needed.length > 0; needed = neededAnswers(plan), step += 1) {
        expect(step).toBeLessThan(30)
        for (const id of needed) answers[id] = world[id] ?? null
        plan = planOf(catalogue, { answers, registries: {} })
      }
      expect(checkAnswers(plan, catalogue, answers)).toEqual([])
    }), runs)
  })
})

describe('what is offered', () => {
  it('is not asked, is no longer offered once the applicant says something else, and asks for nothing new', () => {
    fc.assert(fc.property(moreKnownOrNot, ({ random, answers }) => {
      const { catalogue, world } = random
      const plan = planOf(catalogue, { answers })
      const offered = plan.concepts.filter(({ source }) => source.kind === 'default')
      for (const { concept: id, value, locked } of offered) {
        expect([value === undefined, locked, Object.hasOwn(answers, id)]).toEqual([false, false, false])
        const changed = planOf(catalogue, { answers: { ...answers, [id]: world[id] ?? null } })
        const now = changed.concepts.find((each) => each.concept === id)
        if (now) expect(now.source.kind).toBe('ask')
      }
    }), runs)
  })
})

describe('a document', () => {
  it('is met the cheapest way there is: registry, e-licence, result, earlier document, commitment, upload', () => {
    const cost = { registry: 0, credential: 1, result: 2, submitted: 3, commitment: 4, later: 5, upload: 5 }
    fc.assert(fc.property(situation, ({ random, ...more }) => {
      const given = new Set(more.uploaded)
      const plan = planOf(random.catalogue, more)
      const without = planOf(random.catalogue, { ...more, credentials: [], submitted: [] })
      const costOf = (from: Plan) => new Map(from.evidence.flatMap(({ needs, source }) => needs.map((need) => [need, cost[source.kind]] as const)))
      const poorer = costOf(without)
      for (const [need, now] of costOf(plan)) expect(now, need).toBeLessThanOrEqual(poorer.get(need) ?? 5)
      for (const { source, evidence, alternatives } of plan.evidence) {
        if (source.kind === 'commitment') expect([evidence, ...alternatives].some((id) => given.has(id))).toBe(false)
        if (source.kind === 'upload') expect([evidence, ...alternatives].every((id) => !random.catalogue.evidence[id]?.commitment) || [evidence, ...alternatives].some((id) => given.has(id))).toBe(true)
      }
    }), runs)
  })
})

describe('the next question', () => {
  /** Further questions expected from here on, when each is chosen as well as can be: every order is tried, each situation once. */
  const fewest = (catalogue: Catalogue, answers: Answers, first?: string, seen = new Map<string, number>()): number => {
    const key = `${first ?? ''} ${JSON.stringify(Object.entries(answers).sort())}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const { questions } = planOf(catalogue, { answers })
    const costs = questions.filter(({ concept }) => first === undefined || concept === first).map(({ concept, choices }) => {
      const outcomes: Answers[string][] = choices.length > 0 ? choices.map(({ value }) => value) : [true, false]
      return 1 + outcomes.reduce<number>((sum, outcome) => sum + fewest(catalogue, { ...answers, [concept]: outcome }, undefined, seen), 0) / outcomes.length
    })
    const result = costs.length === 0 ? 0 : Math.min(...costs)
    seen.set(key, result)
    return result
  }
  const small = randomMatter.filter(({ catalogue, questions, groups }) => groups.length === 0 && questions.every((id) => catalogue.concepts[id]?.type !== 'integer'))

  it('is that also among five or six questions, of which each service waits for two or three', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `q.n${at}`)
    const deciding = fc.integer({ min: 5, max: 6 }).chain((count) => fc.array(fc.tuple(fc.subarray(ids(count), { minLength: 2, maxLength: 3 }), fc.boolean()), { minLength: 3, maxLength: 4 }).map((whens) => {
      const services = whens.map((_, at) => someService(`s${at}`, {}))
      return catalogueOf({
        concepts: ids(count).map((id) => someConcept(id, 'boolean')), services,
        matter: someMatter(services.map(({ id }, at) => matterService(id, whens[at]?.[0].join(whens[at]?.[1] ? ' and ' : ' or '))), { scenario: ids(count).map((id) => question(id)) }),
      })
    }))
    fc.assert(fc.property(deciding, (catalogue) => {
      const [first] = planOf(catalogue).questions
      if (first) expect(fewest(catalogue, {}, first.concept)).toBeCloseTo(fewest(catalogue, {}), 9)
    }), { numRuns: 4 })
  })

  it('is one after which the fewest further questions are to be expected', () => {
    fc.assert(fc.property(small, (random) => {
      const [first] = planOf(random.catalogue).questions
      if (first) expect(fewest(random.catalogue, {}, first.concept)).toBeCloseTo(fewest(random.catalogue, {}), 9)
    }), { numRuns: 40 })
  })
})
