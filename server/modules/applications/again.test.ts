// Over a real matter of one and many (opening a restaurant): refusing one branch stops only what depends on it, and only that is applied for again.
import { expect, it } from 'vitest'
import { shippedPacks } from '../../testing/packs.ts'
import { fallsWith, openCases, type Case } from '../cases/index.ts'
import { makePlan, type KnownFact, type PlanInput } from '../planning/index.ts'
import { branchOf } from './again.ts'

const on = '2026-11-20'
const catalogue = shippedPacks(on).catalogueFor('440106')
const input: PlanInput = {
  catalogue, matter: 'open-a-restaurant', on, registries: {}, declinedServices: [], uploaded: [], known: [],
  answers: {
    'company.registered': false, 'company.kind': 'individual', 'company.hasEmployees': true, 'restaurant.dineIn': true, 'sign.wanted': true, 'drainage.byLandlord': false, 'tobacco.sells': false,
    'agent.relation': 'representative', 'premises.region': '440106', 'premises.use': 'commercial', 'fire.method': 'commitment', 'fire.fitOut': false, 'foodSafetyOfficer.who': 'representative', 'taxOfficer.who': 'representative',
  },
}
const registration = 'individual-business-registration'

/** The licence is there; one service is refused, and what waits for it stops. */
const afterRefusing = (refused: string): Case[] => {
  let number = 0
  const cases = openCases({
    plan: makePlan(input), catalogue, answers: input.answers, known: [], files: [], sameEvent: new Map(), served: ['440000'], today: on, at: `${on}T01:00:00Z`, catalogueDigest: '',
    application: { id: 'a', personId: 'p', applicant: '测试居民', matter: input.matter }, newId: () => `c${(number += 1)}`, numberFor: () => `n${number}`,
  })
  const stopped = fallsWith(refused, cases)
  return cases.map((one) => {
    if (one.service === refused) return { ...one, state: 'refused' }
    if (stopped.includes(one.service)) return { ...one, state: 'stopped' }
    return { ...one, state: one.service === registration ? 'granted' : 'accepted' }
  })
}
const included = (plan: ReturnType<typeof makePlan>): string[] => plan.services.filter(({ state }) => state === 'included').map(({ service }) => service)

it.each([
  ['food-business-licence', ['food-business-licence']],
  ['tax-registration', ['tax-registration', 'first-invoices']],
])('refusing %s of a restaurant stops only what waits for it, and only that is planned again', (refused, branch) => {
  const cases = afterRefusing(refused)
  const again = branchOf(cases)
  expect(again.services.toSorted()).toEqual(branch.toSorted())
  expect(again.leftOut).toHaveLength(cases.length - branch.length)
  expect(again.waitsFor).toEqual([])
  const known: KnownFact[] = [{ concept: 'company.creditCode', value: '92440106MA99990017', source: { kind: 'result', service: registration }, asOf: `${on}T02:00:00Z` }]
  const plan = makePlan({ ...input, known, handled: again.leftOut.map((service) => ({ service, granted: service === registration })) })
  expect(included(plan).toSorted()).toEqual(branch.toSorted())
  expect(plan.concepts.filter(({ concept, source }) => concept === 'company.creditCode' && source.kind !== 'result')).toEqual([])
  expect(plan.evidence.filter(({ evidence, source }) => source.kind === 'upload' && catalogue.evidence[evidence]?.resultOf === registration)).toEqual([])
})

it('refusing what everything builds on stops everything', () => {
  const cases = afterRefusing(registration)
  expect(branchOf(cases).leftOut).toEqual([])
  expect(branchOf(cases).services).toHaveLength(cases.length)
})

it('waits while something the branch builds on is still under way, and asks for nothing while nothing failed', () => {
  const cases = afterRefusing('tax-registration').map((one): Case => (one.service === registration ? { ...one, state: 'accepted' } : one))
  expect(branchOf(cases).waitsFor).toEqual([registration])
  expect(branchOf(cases.map((one): Case => ({ ...one, state: 'granted' }))).services).toEqual([])
  expect(branchOf(cases.map((one): Case => ({ ...one, state: 'withdrawn' }))).services).toEqual([])
})
