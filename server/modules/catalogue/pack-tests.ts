// Runs the sentence-named tests of packs: makes the plan of the situation described and compares it with what is expected.
// A difference says what was expected and what came; ids that do not exist are differences too, so no test passes by a typo.
import { makePlan, type KnownFact, type Plan, type PlannedConcept, type RegistryState } from '../planning/index.ts'
import type { Catalogue } from './definitions.ts'
import type { LoadedPacks, PackTest } from './load-packs.ts'

type Expected = PackTest['expect']
/** Where the catalogue of a region and a day comes from. */
type Catalogues = Pick<LoadedPacks, 'catalogueFor'>

const factsOf = ({ known = {}, on }: PackTest): KnownFact[] =>
  Object.entries(known).flatMap(([registry, values]) =>
    Object.entries(values).map(([concept, value]): KnownFact => ({
      concept, value, asOf: on, source: registry === 'profile' ? { kind: 'profile' } : { kind: 'registry', registry },
    })),
  )

const statesOf = ({ known = {}, registries = {} }: PackTest): Record<string, RegistryState> => {
  const answering = Object.keys(known).filter((id) => id !== 'profile').map((id): [string, RegistryState] => [id, 'answers'])
  return { ...Object.fromEntries(answering), ...registries }
}

/** The plan of the situation a test describes. */
export const planOfTest = (packs: Catalogues, test: PackTest): Plan =>
  makePlan({
    catalogue: packs.catalogueFor(test.region, test.on), matter: test.matter, on: test.on, answers: test.answers ?? {}, known: factsOf(test),
    registries: statesOf(test), declinedServices: test.declined ?? [], uploaded: test.uploaded ?? [], signed: test.signed ?? [],
    credentials: (test.credentials ?? []).map((type) => ({ id: type, type })),
    submitted: Object.entries(test.submitted ?? {}).map(([evidence, on]) => ({ upload: evidence, evidence, application: '', on })),
  })

const listed = (ids: readonly string[]): string => (ids.length > 0 ? ids.join(', ') : 'none')

const exactly = (what: string, expected: readonly string[] | undefined, actual: readonly string[]): string[] => {
  if (!expected) return []
  const missing = expected.filter((id) => !actual.includes(id))
  const surplus = actual.filter((id) => !expected.includes(id))
  if (missing.length + surplus.length === 0) return []
  return [`${what}: missing ${listed(missing)}; not expected ${listed(surplus)}`]
}

const includes = (what: string, expected: readonly string[] = [], actual: readonly string[]): string[] => {
  const missing = expected.filter((id) => !actual.includes(id))
  return missing.length > 0 ? [`${what}: missing ${listed(missing)}; there are ${listed(actual)}`] : []
}

const excludes = (what: string, expected: readonly string[] = [], actual: readonly string[]): string[] => {
  const there = expected.filter((id) => actual.includes(id))
  return there.length > 0 ? [`${what}: ${listed(there)}`] : []
}

const equal = (what: string, expected: unknown, actual: unknown): string[] =>
  expected === undefined || JSON.stringify(expected) === JSON.stringify(actual) ? [] : [`${what}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`]

const unknown = (what: string, ids: readonly string[] = [], known: Readonly<Record<string, unknown>>): string[] =>
  ids.filter((id) => !Object.hasOwn(known, id)).map((id) => `there is no ${what} ${id}`)

const unknownIds = (test: PackTest, catalogue: Catalogue): string[] => {
  const { expect } = test
  const concepts = [
    ...Object.keys(test.answers ?? {}), ...Object.values(test.known ?? {}).flatMap(Object.keys),
    ...(expect.questions ?? []), ...(expect.asked ?? []), ...(expect.notAsked ?? []), ...Object.keys(expect.values ?? {}),
  ]
  const services = [...(expect.services ?? []), ...(expect.excluded ?? []), ...(expect.undecided ?? []), ...(test.declined ?? []), ...Object.keys(expect.authorities ?? {})]
  const registries = [...Object.keys(statesOf(test)), ...(expect.consents ?? [])]
  return [
    ...unknown('concept', concepts, catalogue.concepts), ...unknown('service', services, catalogue.services),
    ...unknown('registry', registries, catalogue.registries), ...unknown('evidence', [...(expect.upload ?? []), ...(expect.notUpload ?? []), ...(expect.commit ?? []), ...(expect.reuse ?? []), ...(test.signed ?? []), ...Object.keys(test.submitted ?? {})], catalogue.evidence),
  ]
}

const isAsked = ({ source }: PlannedConcept): boolean => source.kind === 'ask'

const differencesOf = (expect: Expected, plan: Plan): string[] => {
  const inState = (state: string): string[] => plan.services.filter((each) => each.state === state).map((each) => each.service)
  const asked = [...plan.questions.map(({ concept }) => concept), ...plan.concepts.filter(isAsked).map(({ concept }) => concept)]
  const documents = (...kinds: string[]): string[] => plan.evidence.filter(({ source }) => kinds.includes(source.kind)).map(({ evidence }) => evidence)
  const uploads = documents('upload')
  const value = (concept: string): unknown => plan.concepts.find((each) => each.concept === concept)?.value
  const region = (service: string): string | undefined => plan.services.find((each) => each.service === service)?.authorityRegion
  return [
    ...equal('settled', expect.settled, plan.settled),
    ...exactly('services', expect.services, inState('included')),
    ...excludes('services that should not be included', expect.excluded, inState('included')),
    ...exactly('undecided services', expect.undecided, inState('undecided')),
    ...equal('questions', expect.questions, plan.questions.map(({ concept }) => concept)),
    ...includes('concepts asked', expect.asked, asked),
    ...excludes('concepts that should not be asked', expect.notAsked, asked),
    ...exactly('documents to upload', expect.upload, uploads),
    ...excludes('documents that should not be uploaded', expect.notUpload, uploads),
    ...exactly('documents replaced by a commitment', expect.commit, documents('commitment')),
    ...exactly('documents held already', expect.reuse, documents('credential', 'submitted')),
    ...exactly('registries to be asked', expect.consents, plan.consents.map(({ registry }) => registry)),
    ...Object.entries(expect.values ?? {}).flatMap(([concept, expected]) => equal(`value of ${concept}`, expected, value(concept))),
    ...Object.entries(expect.authorities ?? {}).flatMap(([service, expected]) => equal(`authority of ${service}`, expected, region(service))),
    ...Object.entries(expect.before ?? {}).flatMap(([what, expected]) => equal(`${what} before`, expected, Reflect.get(plan.before, what))),
    ...Object.entries(expect.after ?? {}).flatMap(([what, expected]) => equal(`${what} after`, expected, Reflect.get(plan.after, what))),
    ...equal('promised days', expect.promisedDays, plan.promisedDays),
    ...equal('statutory days', expect.statutoryDays, plan.statutoryDays),
  ]
}

/** Everything in which the plan differs from what the test expects; empty when the test holds. */
export const runPackTest = (packs: Catalogues, test: PackTest): string[] => {
  const catalogue = packs.catalogueFor(test.region, test.on)
  if (!catalogue.matters[test.matter]) return [`there is no matter ${test.matter}`]
  const wrong = unknownIds(test, catalogue)
  return wrong.length > 0 ? wrong : differencesOf(test.expect, planOfTest(packs, test))
}
