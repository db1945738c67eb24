// Random matters for the planner's property tests: services, scenarios, registries and evidence of any shape without circles.
// Each comes with a world, the true value of every concept, from which answers and facts are drawn.
import fc from 'fast-check'
import type { Catalogue, Concept, Service } from '../../catalogue/definitions.ts'
import type { Answer, Answers } from '../plan.ts'
import { catalogueOf, choiceOf, concept, evidence, matter, matterService, question, registry, rule, service, type Listing } from './telescope-catalogue.ts'

export type RandomMatter = { catalogue: Catalogue; world: Answers; questions: string[]; facts: string[] }

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

const kinds = fc.constantFrom('boolean', 'choice', 'integer')
const subjects = ['x', 'y']

const randomService = (index: number, fields: readonly Concept[], all: readonly Concept[], documents: readonly string[]): fc.Arbitrary<Service> => {
  const listings = pick(fields, 6).chain((chosen) =>
    fc.tuple(...chosen.map(({ id }): fc.Arbitrary<Listing> => fc.oneof(fc.constant(id), fc.constant(`${id}?`), condition(all).map((text): Listing => [id, text])))),
  )
  return fc.record({
    concepts: listings,
    requirements: fc.option(condition(all), { nil: undefined }),
    dependsOn: pick(Array.from({ length: index }, (_, at) => `service${at}`), 2),
    brings: pick(fields.map(({ id }) => id), 2),
    evidence: fc.array(fc.tuple(pick(documents, 3), fc.option(condition(all), { nil: undefined })), { maxLength: 3 }),
    days: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 10, max: 30 })),
  }).map(({ concepts, requirements, evidence: needs, ...parts }) =>
    service(`service${index}`, {
      ...parts, concepts, requirements: requirements ? { r: requirements } : {},
      evidence: needs.filter(([anyOf]) => anyOf.length > 0).map(([anyOf, when], at) => ({ id: `n${at}`, anyOf, ...(when ? { when } : {}) })),
    }),
  )
}

export const randomMatter: fc.Arbitrary<RandomMatter> = fc
  .record({ questionKinds: fc.array(kinds, { minLength: 1, maxLength: 3 }), fieldKinds: fc.array(kinds, { minLength: 2, maxLength: 8 }), count: fc.integer({ min: 1, max: 5 }) })
  .chain(({ questionKinds, fieldKinds, count }) => {
    const asked = questionKinds.map((kind, at) => conceptFor(`q.n${at}`, kind))
    const fields = fieldKinds.map((kind, at) => conceptFor(`${subjects[at % 2]}.f${at}`, kind))
    const documents = Array.from({ length: 5 }, (_, at) => at)
    const derivedRule = fc.option(condition([...asked, ...fields]), { nil: undefined })
    return fc.record({ derived: derivedRule }).chain(({ derived }) => {
      const computed = derived ? [concept('x.derived', 'boolean', { derived: rule(derived) })] : []
      const all = [...asked, ...fields, ...computed]
      return fc.record({
        services: fc.tuple(...Array.from({ length: count }, (_, at) => randomService(at, [...fields, ...computed, ...asked], all, documents.filter((each) => each < 3 || each - 3 < at).map((each) => `document${each}`)))),
        whens: fc.array(fc.option(condition(asked), { nil: undefined }), { minLength: count, maxLength: count }),
        optional: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        questionWhens: fc.array(fc.boolean(), { minLength: asked.length, maxLength: asked.length }),
        registries: fc.array(fc.record({ x: fc.constantFrom(...fields.map(({ id }) => id)), y: fc.constantFrom(...fields.map(({ id }) => id)), answers: pick(fields.map(({ id }) => id), 4) }), { maxLength: 2 }),
        proofs: fc.array(fc.tuple(pick(['registry0', 'registry1'], 2), pick(fields.map(({ id }) => id), 2)), { minLength: 5, maxLength: 5 }),
        values: fc.tuple(...[...asked, ...fields].map(valueFor)),
      }).map(({ services, whens, optional, questionWhens, registries, proofs, values }) => {
        const first = asked[0]
        const catalogue = catalogueOf({
          concepts: all,
          services,
          matter: matter(services.map(({ id }, at) => matterService(id, whens[at], optional[at])), {
            scenario: asked.map(({ id }, at) => question(id, at > 0 && questionWhens[at] && first?.type === 'boolean' ? `${first.id} = true` : undefined)),
          }),
          registries: registries.map(({ x, y, answers }, at) => registry(`registry${at}`, { x, y }, answers)),
          evidence: documents.map((at) => {
            const [by, proves] = proofs[at] ?? [[], []]
            return evidence(`document${at}`, { registries: by, proves, ...(at >= 3 ? { resultOf: `service${at - 3}` } : {}) })
          }),
        })
        const world = Object.fromEntries([...asked, ...fields].map(({ id }, at) => [id, values[at] ?? null]))
        return { catalogue, world, questions: asked.map(({ id }) => id), facts: fields.map(({ id }) => id) }
      })
    })
  })

/** Some entries of a record. */
export const someOf = (all: Answers, keys: readonly string[]): fc.Arbitrary<Answers> =>
  fc.subarray([...keys]).map((chosen) => Object.fromEntries(chosen.map((key) => [key, all[key] ?? null])))
