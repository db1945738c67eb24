// The search for the next question: how few situations it takes where questions hang together little, and what it does where there are too many.
import { expect, it } from 'vitest'
import { getBlueprint } from './blueprint.ts'
import { createFacts } from './facts.ts'
import { searchQuestions } from './questions.ts'
import { catalogueOf, choiceOf, concept, matter, matterService, question, service } from './testing/telescope-catalogue.ts'

const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `q.n${at}`)

const search = (count: number, whens: readonly string[], { needs = [], kinds = 2, declined = [] }: { needs?: readonly string[]; kinds?: number; declined?: readonly string[] } = {}) => {
  const values = ['a', 'b', 'c', 'd', 'e'].slice(0, kinds)
  const services = whens.map((_, at) => service(`s${at}`, { concepts: needs }))
  const catalogue = catalogueOf({
    concepts: ids(count).map((id) => (kinds > 2 ? choiceOf(id, values) : concept(id, 'boolean'))), services,
    matter: matter(whens.map((when, at) => matterService(`s${at}`, when, true)), { scenario: ids(count).map((id) => question(id)) }),
  })
  const input = { catalogue, matter: 'telescope', on: '2026-03-01', answers: {}, known: [], registries: {} }
  const blueprint = getBlueprint(input)
  return searchQuestions(blueprint, createFacts({ ...input, questions: blueprint.questions }), declined)
}

it('what shares no question is searched apart: thirty questions are thirty situations', () => {
  expect(search(30, ids(30))).toMatchObject({ expected: 30, situations: 30, first: { concept: 'q.n0' } })
})

it('situations that look alike to what is still open are one', () => {
  const pairs = Array.from({ length: 6 }, (_, at) => `q.n${2 * at} and q.n${2 * at + 1}`)
  expect(search(12, pairs)).toMatchObject({ expected: 9, situations: 18 })
})

it('what is needed whatever else is answered is asked first', () => {
  expect(search(3, ['true', 'q.n0 and q.n2'], { needs: ['q.n2'] })).toMatchObject({ first: { concept: 'q.n2' }, expected: 1.5 })
})

it('a service that is left out asks nothing', () => {
  expect(search(2, ['q.n0', 'q.n1'], { declined: ['s0'] })).toMatchObject({ first: { concept: 'q.n1' }, expected: 1 })
})

it('looks one answer ahead, and says nothing of what is expected, where there would be too many situations', () => {
  const mixed = ids(14).map((id, at) => `(${id} = "a") = (q.n${(at + 3) % 14} = "b") and q.n${(at + 5) % 14} = "c"`)
  const { first, expected } = search(14, mixed, { kinds: 5 })
  expect(first).toBeDefined()
  expect(expected).toBeUndefined()
})

it('leaves more questions than it can count to the order of the matter', () => {
  expect(search(31, ids(31))).toEqual({ first: undefined, situations: 0 })
})
