// What registries said holds only for the number they were asked with, and only while the applicant agrees.
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../catalogue/index.ts'
import { inFolder, tinyPack } from '../catalogue/tiny-pack.ts'
import type { RegistryAnswer } from '../exchange/index.ts'
import type { Answers, KnownFact } from '../planning/index.ts'
import type { Application } from './application.ts'
import { overallState, withChosen, withoutOutdated, withRegistryAnswers } from './knowledge.ts'

const [first, second, third] = ['440305199005219994', '440305199102199980', '440304199402119982']
const at = '2026-03-02T02:00:00.000Z'

/** Mothers are found by what was typed, fathers by what the register of births says. */
const files = {
  ...tinyPack,
  'tiny/concepts/all.yaml': `${tinyPack['tiny/concepts/all.yaml']}${['mother', 'father'].map((who) => `  - {id: ${who}.idNumber, name: 证号, type: idNumber}\n  - {id: ${who}.name, name: 姓名, type: text}\n`).join('')}`,
  'tiny/registries/all.yaml': `registries:
  - {id: people, name: 人口库, line: trees, keys: {person: person.idNumber, mother: mother.idNumber, father: father.idNumber}, answers: {person.name: name, mother.name: name, father.name: name}, consent: false, legalBasis: {title: 样例法}}
  - {id: births, name: 出生库, line: trees, keys: {father: mother.idNumber}, answers: {father.idNumber: fatherIdNumber}, legalBasis: {title: 样例法}}
`,
}
const catalogue = inFolder(files, (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101'))

const draft = (answers: Answers): Application => ({
  id: 'a', personId: 'p', matter: 'plant', region: '990101', channel: 'web', state: 'draft', revision: 1, answers, known: [], registries: {}, lookedUp: [], lookedUpAt: {}, records: {}, identity: null, catalogueDigest: null,
  consents: { births: { granted: true, at } }, declinedServices: [], amends: null, follows: null, matterName: null, number: null, plan: null, createdAt: at, updatedAt: at, submittedAt: null, promisedOn: null,
})
const fact = (registry: string, concept: string, value: string): KnownFact => ({ concept, value, source: { kind: 'registry', registry }, asOf: at })
const answer = (registry: string, keyConcept: string, key: string, facts: KnownFact[]): RegistryAnswer => ({ registry, keyConcept, key, concepts: facts.map(({ concept }) => concept), state: facts.length > 0 ? 'answers' : 'noRecord', facts, final: true, at })
const values = ({ known }: Application) => Object.fromEntries(known.map(({ concept, value }) => [concept, value]))

const filled = withRegistryAnswers(draft({ 'mother.idNumber': first }), [
  answer('people', 'mother.idNumber', first, [fact('people', 'mother.name', '母')]),
  answer('births', 'mother.idNumber', first, [fact('births', 'father.idNumber', second)]),
  answer('people', 'father.idNumber', second, [fact('people', 'father.name', '父')]),
], catalogue, [])
const changed = (answers: Answers) => withoutOutdated({ ...filled, answers }, catalogue, [])

describe('what registries said', () => {
  it('is kept with the state of each registry, as a whole and by key', () => {
    expect(values(filled)).toEqual({ 'mother.name': '母', 'father.idNumber': second, 'father.name': '父' })
    expect(filled.registries).toEqual({ 'people mother.idNumber': 'answers', 'people father.idNumber': 'answers', people: 'answers', 'births mother.idNumber': 'answers', births: 'answers' })
    expect(withoutOutdated(filled, catalogue, [])).toBe(filled)
  })

  it('about one number is forgotten when another is typed, with everything that had led to', () => {
    const other = changed({ 'mother.idNumber': third })
    expect(other).toMatchObject({ known: [], lookedUp: [], registries: {} })
    expect(changed({ 'mother.idNumber': first })).toMatchObject({ lookedUp: filled.lookedUp })
  })

  it('about a father is forgotten when the applicant says that he is not the father, and holds again only for the number typed instead', () => {
    const disputed = withoutOutdated({ ...filled, known: filled.known.map((each) => (each.concept === 'father.idNumber' ? { ...each, disputed: true } : each)) }, catalogue, [])
    expect(Object.keys(values(disputed))).toEqual(['mother.name', 'father.idNumber'])
    expect(disputed.registries).toEqual({ 'people mother.idNumber': 'answers', people: 'answers', 'births mother.idNumber': 'answers', births: 'answers' })
  })

  it('comes too late when the number was changed meanwhile', () => {
    const other = { ...draft({ 'mother.idNumber': third }) }
    expect(withRegistryAnswers(other, [answer('people', 'mother.idNumber', first, [fact('people', 'mother.name', '母')])], catalogue, [])).toBe(other)
  })

  it('comes too late when the consent was taken back meanwhile; what needs no consent is kept', () => {
    const refused = { ...draft({ 'mother.idNumber': first }), consents: { births: { granted: false, at } } }
    const next = withRegistryAnswers(refused, [answer('births', 'mother.idNumber', first, [fact('births', 'father.idNumber', second)]), answer('people', 'mother.idNumber', first, [fact('people', 'mother.name', '母')])], catalogue, [])
    expect(values(next)).toEqual({ 'mother.name': '母' })
  })

  it('keeps which of several records was chosen through an outage, and forgets it with an answer that leaves no choice', () => {
    const child = (id: string) => ({ id, facts: [fact('births', 'father.idNumber', id)] })
    const several = { ...answer('births', 'mother.idNumber', first, []), concepts: ['father.idNumber'], state: 'answers' as const, records: [child(second), child(third)] }
    const open = withRegistryAnswers(draft({ 'mother.idNumber': first }), [several], catalogue, [])
    const chosen = withChosen(open, 'births mother.idNumber', third, catalogue, [])
    if (!chosen) throw new Error('there was something to choose')
    const { records: _records, ...unanswered } = several
    const down = withRegistryAnswers(chosen, [{ ...unanswered, state: 'unavailable', final: false }], catalogue, [])
    expect(down.records).toEqual(chosen.records)
    const back = withRegistryAnswers(down, [several], catalogue, [])
    expect([back.records['births mother.idNumber']?.chosen, values(back)]).toEqual([third, { 'father.idNumber': third }])
    expect(withRegistryAnswers(back, [answer('births', 'mother.idNumber', first, [])], catalogue, []).records).toEqual({})
  })

  it('of the login counts before what a registry says about the same', () => {
    const profile: KnownFact = { concept: 'mother.idNumber', value: first, source: { kind: 'profile' }, asOf: at }
    expect(withoutOutdated({ ...filled, answers: { 'mother.idNumber': third } }, catalogue, [profile])).toMatchObject({ lookedUp: filled.lookedUp })
  })
})

describe('a registry', () => {
  it('has answered when any look-up was answered; else an outage counts before "no record"', () => {
    expect(overallState(['noRecord', 'answers'])).toBe('answers')
    expect(overallState(['noRecord', 'unavailable'])).toBe('unavailable')
    expect(overallState(['noRecord'])).toBe('noRecord')
    expect(overallState([])).toBe('notAsked')
  })
})
