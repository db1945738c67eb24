// Random matters for the planner's property tests: services, scenarios, groups, registries, defaults and evidence of any shape
// without circles. Each comes with a world, the true value of every concept, from which answers and facts are drawn.
import fc from '../../../testing/fast-check.ts'
import type { Catalogue, Concept, Service } from '../../catalogue/definitions.ts'
import { withInstances } from '../instances.ts'
import type { Answer, Answers, EarlierDocument, HeldCredential } from '../plan.ts'
import { catalogueOf, choiceOf, concept, evidence, matter, matterService, question, registry, rule, service, type Listing } from './telescope-catalogue.ts'

/** `held`: what the applicant may hold, of which any part may be given to the planner. `groups`: concepts that say how many there are. */
export type RandomMatter = { catalogue: Catalogue; world: Answers; questions: string[]; facts: string[]; groups: string[]; held: Held }

export type Held = { credentials: HeldCredential[]; submitted: EarlierDocument[] }

/** The group of every random matter that has one: one to three of them, each with a name and an age. */
const most = 3
const group = { id: 'g', name: { 'zh-CN': '组员' }, many: { min: 1, max: most, ask: { 'zh-CN': '几位？' } } }
const member = concept('g.age', 'integer')
const groupConcepts = [concept('g.name'), member, concept('g.young', 'boolean', { derived: rule('g.age < 3') })]
const groupRules = ['some m in g satisfies m.age > 3', 'every m in g satisfies m.young', 'count(g) > 1', 'sum(g.age) > 4', 'count(g[age > 2]) = 1']

/** What is usually one: in some random matters the first service is for each of them, and the last lists all of them. */
const twins = { id: 'z', name: { 'zh-CN': '孩子' }, repeats: { count: 'p.count', max: most, own: ['z.age', 'z.name', 'z.young'] } }
const twinConcepts = [concept('p.count', 'integer'), concept('z.age', 'integer'), concept('z.name'), concept('z.home'), concept('z.young', 'boolean', { derived: rule('z.age < 3') })]

const forEach = (services: readonly Service[]): Service[] => services.map((each, at) => ({
  ...each,
  concepts: [...each.concepts, ...(at === 0 ? ['z.age', 'z.home'] : []), ...(at === 0 || at === services.length - 1 ? ['z.name'] : [])].map((listing) => (typeof listing === 'string' ? { concept: listing, required: at > 0 || listing !== 'z.name' ? true : rule('z.young'), constraint: {} } : listing)),
}))

const pick = <T>(from: readonly T[], max: number): fc.Arbitrary<T[]> => (from.length === 0 ? fc.constant([]) : fc.subarray([...from], { maxLength: Math.min(max, from.length) }))

/** A condition over the given concepts. */
const condition = (concepts: readonly Concept[]): fc.Arbitrary<string> => {
  const atom = fc.constantFrom(...concepts).chain(({ id, type }) => {
    if (type === 'boolean') return fc.constantFrom(`${id}`, `not(${id})`, `${id} = true`)
    if (type === 'choice') return fc.constantFrom(`${id} = "a"`, `${id} != "b"`, `${id} in ("a", "c")`)
    return fc.constantFrom(`${id} > 2`, `${id} <= 1`)
  })
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2 },
      atom,
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) and (${b})`),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) or (${b})`),
      fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
    ),
  }))
  return tree
}

const conceptFor = (id: string, kind: 'boolean' | 'choice' | 'integer'): Concept => (kind === 'choice' ? choiceOf(id, ['a', 'b', 'c']) : concept(id, kind))

const valueFor = ({ type }: Concept): fc.Arbitrary<Answer> => {
  if (type === 'boolean') return fc.boolean()
  return type === 'choice' ? fc.constantFrom('a', 'b', 'c') : fc.integer({ min: 0, max: 5 })
}

/** A default any concept of this kind may have. */
const valueOf = ({ type }: Concept): string => (type === 'boolean' ? 'true' : type === 'choice' ? '"a"' : '1')

const kinds = fc.constantFrom('boolean', 'choice', 'integer')
const subjects = ['x', 'y']

const randomService = (index: number, fields: readonly Concept[], all: readonly Concept[], documents: readonly string[], grouped: boolean): fc.Arbitrary<Service> => {
  const listings = pick([...fields, ...(grouped ? groupConcepts : [])], 6).chain((chosen) =>
    fc.tuple(...chosen.map(({ id }): fc.Arbitrary<Listing> => fc.oneof(fc.constant(id), fc.constant(`${id}?`), condition(id.startsWith('g.') ? [member] : all).map((text): Listing => [id, text])))),
  )
  const anyRule = grouped ? fc.oneof(condition(all), fc.constantFrom(...groupRules)) : condition(all)
  return fc.record({
    concepts: listings,
    requirements: fc.option(anyRule, { nil: undefined }),
    dependsOn: pick(Array.from({ length: index }, (_, at) => `service${at}`), 2),
    brings: pick(fields.map(({ id }) => id), 2),
    evidence: fc.array(fc.tuple(pick(documents, 3), fc.option(anyRule, { nil: undefined })), { maxLength: 3 }),
    days: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 10, max: 30 })),
  }).map(({ concepts, requirements, evidence: needs, ...parts }) =>
    service(`service${index}`, {
      ...parts, concepts, requirements: requirements ? { r: requirements } : {},
      evidence: needs.filter(([anyOf]) => anyOf.length > 0).map(([anyOf, when], at) => ({ id: `n${at}`, anyOf, ...(when ? { when } : {}) })),
    }),
  )
}

export const randomMatter: fc.Arbitrary<RandomMatter> = fc
  .record({ questionKinds: fc.array(kinds, { minLength: 1, maxLength: 3 }), fieldKinds: fc.array(kinds, { minLength: 2, maxLength: 8 }), count: fc.integer({ min: 1, max: 5 }), grouped: fc.boolean(), repeated: fc.nat(3).map((nth) => nth === 0) })
  .chain(({ questionKinds, fieldKinds, count, grouped, repeated }) => {
    const asked = questionKinds.map((kind, at) => conceptFor(`q.n${at}`, kind))
    const fields = fieldKinds.map((kind, at) => conceptFor(`${subjects[at % 2]}.f${at}`, kind))
    const documents = Array.from({ length: 5 }, (_, at) => at)
    const derivedRule = fc.option(condition([...asked, ...fields]), { nil: undefined })
    return fc.record({ derived: derivedRule }).chain(({ derived }) => {
      const computed = derived ? [concept('x.derived', 'boolean', { derived: rule(derived) })] : []
      const all = [...asked, ...fields, ...computed]
      return fc.record({
        services: fc.tuple(...Array.from({ length: count }, (_, at) => randomService(at, [...fields, ...computed, ...asked], all, documents.filter((each) => each < 3 || each - 3 < at).map((each) => `document${each}`), grouped))),
        whens: fc.array(fc.option(condition(asked), { nil: undefined }), { minLength: count, maxLength: count }),
        optional: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        questionWhens: fc.array(fc.boolean(), { minLength: asked.length, maxLength: asked.length }),
        registries: fc.array(fc.record({ x: fc.constantFrom(...fields.map(({ id }) => id)), y: fc.constantFrom(...fields.map(({ id }) => id)), answers: pick(fields.map(({ id }) => id), 4) }), { maxLength: 2 }),
        proofs: fc.array(fc.tuple(pick(['registry0', 'registry1'], 2), pick(fields.map(({ id }) => id), 2)), { minLength: 5, maxLength: 5 }),
        values: fc.tuple(...[...asked, ...fields].map(valueFor)),
        size: fc.integer({ min: 1, max: most }),
        ages: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: most, maxLength: most }),
        groupWhen: fc.option(fc.constantFrom(...groupRules), { nil: undefined }),
        usual: pick(fields.map(({ id }) => id), 2),
        ways: fc.array(fc.record({ licence: fc.boolean(), lasts: fc.boolean(), commitment: fc.boolean(), each: fc.boolean() }), { minLength: 5, maxLength: 5 }),
      }).map(({ services, whens, optional, questionWhens, registries, proofs, values, size, ages, groupWhen, usual, ways }) => {
        const first = asked[0]
        const catalogue = withInstances(catalogueOf({
          concepts: [...all.map((each) => (usual.includes(each.id) && !asked.includes(each) ? { ...each, default: rule(String(valueOf(each))) } : each)), ...(grouped ? groupConcepts : []), ...(repeated ? twinConcepts : [])],
          services: repeated ? forEach(services) : services,
          matter: matter(services.map(({ id }, at) => ({ ...matterService(id, grouped && at === services.length - 1 ? (groupWhen ?? whens[at]) : whens[at], optional[at]), ...(repeated && at === 0 ? { each: 'z' } : {}) })), {
            subjects: [...(grouped ? [group] : []), ...(repeated ? [twins] : [])],
            scenario: asked.map(({ id }, at) => question(id, at > 0 && questionWhens[at] && first?.type === 'boolean' ? `${first.id} = true` : undefined)),
          }),
          registries: registries.map(({ x, y, answers }, at) => registry(`registry${at}`, { x, y }, answers)),
          evidence: documents.map((at) => {
            const [by, proves] = proofs[at] ?? [[], []]
            const { licence, lasts, commitment, each } = ways[at] ?? { licence: false, lasts: false, commitment: false, each: false }
            return evidence(`document${at}`, {
              registries: by, proves, ...(at >= 3 ? { resultOf: `service${at - 3}` } : {}), ...(licence ? { credential: { type: `licence${at}` } } : {}), ...(lasts ? { validDays: 30 } : {}),
              ...(commitment ? { commitment: { statement: { 'zh-CN': '属实' } } } : {}), ...(grouped && each && at === 0 ? { each: 'g' } : {}),
            })
          }),
        }))
        const members = grouped ? Object.fromEntries([['g.count', size], ...ages.flatMap((age, at) => [[`g.${at + 1}.age`, age], [`g.${at + 1}.name`, `n${at}`]])]) : {}
        const children = repeated ? Object.fromEntries([['p.count', size], ['z.home', 'h'], ...ages.flatMap((age, at) => { const of = at === 0 ? 'z' : `z.${at + 1}`; return [[`${of}.age`, age], [`${of}.name`, `c${at}`]] })]) : {}
        const world: Answers = { ...Object.fromEntries([...asked, ...fields].map(({ id }, at) => [id, values[at] ?? null])), ...members, ...children }
        const held = { credentials: documents.map((at) => ({ id: `c${at}`, type: `licence${at}` })), submitted: documents.map((at) => ({ upload: `u${at}`, evidence: `document${at}`, application: 'A1', on: at % 2 === 0 ? '2026-02-20' : '2025-02-20' })) }
        return { catalogue, world, questions: asked.map(({ id }) => id), facts: fields.map(({ id }) => id), groups: [...Object.keys(members), ...Object.keys(children)], held }
      })
    })
  })

/** Some entries of a record. */
export const someOf = (all: Answers, keys: readonly string[]): fc.Arbitrary<Answers> =>
  fc.subarray([...keys]).map((chosen) => Object.fromEntries(chosen.map((key) => [key, all[key] ?? null])))
