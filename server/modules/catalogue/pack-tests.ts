// Runs the sentence-named tests of packs: makes the plan of the situation described and compares it with what is expected.
// A difference says what was expected and what came; ids that do not exist are differences too, so no test passes by a typo.
import { decideByTable, makePlan, type KnownFact, type Plan, type PlannedConcept, type RegistryState } from '../planning/index.ts'
import type { Catalogue } from './definitions.ts'
import type { LoadedPacks, PackTest } from './load-packs.ts'
import { both, type Words } from './pack-error.ts'

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
    later: (test.later ?? []).map((evidence) => ({ evidence })), barred: test.barred ?? false,
    credentials: (test.credentials ?? []).map((type) => ({ id: type, type })),
    submitted: Object.entries(test.submitted ?? {}).map(([evidence, on]) => ({ upload: evidence, evidence, application: '', on })),
  })

const inEnglish = (ids: readonly string[]): string => (ids.length > 0 ? ids.join(', ') : 'none')
const inChinese = (ids: readonly string[]): string => (ids.length > 0 ? ids.join('、') : '无')

const exactly = (what: Words, expected: readonly string[] | undefined, actual: readonly string[]): Words[] => {
  if (!expected) return []
  const missing = expected.filter((id) => !actual.includes(id))
  const surplus = actual.filter((id) => !expected.includes(id))
  if (missing.length + surplus.length === 0) return []
  return [both(`${what['zh-CN']}：缺 ${inChinese(missing)}；多 ${inChinese(surplus)}`, `${what.en}: missing ${inEnglish(missing)}; not expected ${inEnglish(surplus)}`)]
}

const includes = (what: Words, expected: readonly string[] = [], actual: readonly string[]): Words[] => {
  const missing = expected.filter((id) => !actual.includes(id))
  return missing.length > 0 ? [both(`${what['zh-CN']}：缺 ${inChinese(missing)}；实际有 ${inChinese(actual)}`, `${what.en}: missing ${inEnglish(missing)}; there are ${inEnglish(actual)}`)] : []
}

const excludes = (what: Words, expected: readonly string[] = [], actual: readonly string[]): Words[] => {
  const there = expected.filter((id) => actual.includes(id))
  return there.length > 0 ? [both(`${what['zh-CN']}：${inChinese(there)}`, `${what.en}: ${inEnglish(there)}`)] : []
}

const equal = (what: Words, expected: unknown, actual: unknown): Words[] =>
  expected === undefined || JSON.stringify(expected) === JSON.stringify(actual) ? [] : [both(`${what['zh-CN']}：应为 ${JSON.stringify(expected)}，实际是 ${JSON.stringify(actual)}`, `${what.en}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`)]

const unknown = (what: Words, ids: readonly string[] = [], known: Readonly<Record<string, unknown>>): Words[] =>
  ids.filter((id) => !Object.hasOwn(known, id)).map((id) => both(`没有${what['zh-CN']} ${id}`, `there is no ${what.en} ${id}`))

const unknownIds = (test: PackTest, catalogue: Catalogue): Words[] => {
  const { expect } = test
  const concepts = [
    ...Object.keys(test.answers ?? {}), ...Object.values(test.known ?? {}).flatMap(Object.keys),
    ...(expect.questions ?? []), ...(expect.asked ?? []), ...(expect.notAsked ?? []), ...Object.keys(expect.values ?? {}),
  ]
  const services = [...(expect.services ?? []), ...(expect.excluded ?? []), ...(expect.undecided ?? []), ...(test.declined ?? []), ...Object.keys(expect.authorities ?? {}), ...Object.keys(expect.decisions ?? {}), ...Object.keys(expect.fees ?? {})]
  const registries = [...Object.keys(statesOf(test)), ...(expect.consents ?? [])]
  return [
    ...unknown(both('填写项', 'concept'), concepts, catalogue.concepts), ...unknown(both('事项', 'service'), services, catalogue.services),
    ...unknown(both('数据源', 'registry'), registries, catalogue.registries), ...unknown(both('材料', 'evidence'), [...(expect.upload ?? []), ...(expect.notUpload ?? []), ...(expect.commit ?? []), ...(expect.reuse ?? []), ...(expect.later ?? []), ...(expect.mayFollow ?? []), ...(test.signed ?? []), ...(test.later ?? []), ...Object.keys(test.submitted ?? {})], catalogue.evidence),
  ]
}

const isAsked = ({ source }: PlannedConcept): boolean => source.kind === 'ask'

const differencesOf = (expect: Expected, plan: Plan): Words[] => {
  const inState = (state: string): string[] => plan.services.filter((each) => each.state === state).map((each) => each.service)
  const asked = [...plan.questions.map(({ concept }) => concept), ...plan.concepts.filter(isAsked).map(({ concept }) => concept)]
  const documents = (...kinds: string[]): string[] => plan.evidence.filter(({ source }) => kinds.includes(source.kind)).map(({ evidence }) => evidence)
  const uploads = documents('upload', 'later')
  const value = (concept: string): unknown => plan.concepts.find((each) => each.concept === concept)?.value
  const region = (service: string): string | undefined => plan.services.find((each) => each.service === service)?.authorityRegion
  return [
    ...equal(both('情形是否已定', 'settled'), expect.settled, plan.settled),
    ...exactly(both('事项', 'services'), expect.services, inState('included')),
    ...excludes(both('不该办的事项', 'services that should not be included'), expect.excluded, inState('included')),
    ...exactly(both('还没定的事项', 'undecided services'), expect.undecided, inState('undecided')),
    ...equal(both('要问的问题', 'questions'), expect.questions, plan.questions.map(({ concept }) => concept)),
    ...includes(both('要填的项', 'concepts asked'), expect.asked, asked),
    ...excludes(both('不该问的项', 'concepts that should not be asked'), expect.notAsked, asked),
    ...exactly(both('要上传的材料', 'documents to upload'), expect.upload, uploads),
    ...excludes(both('不该上传的材料', 'documents that should not be uploaded'), expect.notUpload, uploads),
    ...exactly(both('可用承诺代替的材料', 'documents replaced by a commitment'), expect.commit, documents('commitment')),
    ...exactly(both('答应以后补的材料', 'documents promised for later'), expect.later, documents('later')),
    ...exactly(both('可以以后补的材料', 'documents that may follow later'), expect.mayFollow, plan.evidence.filter(({ mayFollow }) => mayFollow).map(({ evidence }) => evidence)),
    ...exactly(both('已有的材料', 'documents held already'), expect.reuse, documents('credential', 'submitted')),
    ...exactly(both('要查的数据源', 'registries to be asked'), expect.consents, plan.consents.map(({ registry }) => registry)),
    ...Object.entries(expect.values ?? {}).flatMap(([concept, expected]) => equal(both(`${concept} 的值`, `value of ${concept}`), expected, value(concept))),
    ...Object.entries(expect.authorities ?? {}).flatMap(([service, expected]) => equal(both(`${service} 归哪里办`, `authority of ${service}`), expected, region(service))),
    ...Object.entries(expect.before ?? {}).flatMap(([what, expected]) => equal(both(`原来的 ${what}`, `${what} before`), expected, Reflect.get(plan.before, what))),
    ...Object.entries(expect.after ?? {}).flatMap(([what, expected]) => equal(both(`现在的 ${what}`, `${what} after`), expected, Reflect.get(plan.after, what))),
    ...Object.entries(expect.fees ?? {}).flatMap(([service, expected]) => equal(both(`${service} 的收费`, `fee of ${service}`), expected, plan.fees?.find((fee) => fee.service === service)?.fen ?? (plan.fees?.some((fee) => fee.service === service) ? null : 0))),
    ...equal(both('承诺工作日', 'promised days'), expect.promisedDays, plan.promisedDays),
    ...equal(both('法定工作日', 'statutory days'), expect.statutoryDays, plan.statutoryDays),
  ]
}

/** The tables are asked with exactly what the authority of the service would see. */
const decisionDifferences = ({ expect, answers = {}, on }: PackTest, catalogue: Catalogue, plan: Plan): Words[] => {
  const concepts = new Map(plan.concepts.map((each) => [each.concept, each.value]))
  return Object.entries(expect.decisions ?? {}).flatMap(([service, { decision, rows, open, values = {} }]) => {
    const seen = Object.fromEntries((plan.views[service] ?? []).map((concept) => [concept, concepts.get(concept) ?? answers[concept] ?? null]))
    const verdict = decideByTable(catalogue, service, seen, on)?.verdict
    if (!verdict) return [both(`${service} 没有决策表`, `${service} has no decision table`)]
    return [
      ...equal(both(`${service} 的结论`, `decision on ${service}`), decision, verdict.decision),
      ...equal(both(`${service} 命中的行`, `rows of ${service}`), rows, verdict.rows),
      ...exactly(both(`${service} 缺的答案`, `answers missing for ${service}`), open, verdict.open),
      ...Object.entries(values).flatMap(([id, value]) => equal(both(`${service} 的 ${id}`, `${id} of ${service}`), value, verdict.values[id] ?? null)),
    ]
  })
}

/** Everything in which the plan differs from what the test expects; empty when the test holds. */
export const runPackTest = (packs: Catalogues, test: PackTest): Words[] => {
  const catalogue = packs.catalogueFor(test.region, test.on)
  if (!catalogue.matters[test.matter]) return [both(`没有一件事 ${test.matter}`, `there is no matter ${test.matter}`)]
  const wrong = unknownIds(test, catalogue)
  if (wrong.length > 0) return wrong
  const plan = planOfTest(packs, test)
  return [...differencesOf(test.expect, plan), ...decisionDifferences(test, catalogue, plan)]
}
