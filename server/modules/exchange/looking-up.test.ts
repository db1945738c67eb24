// Whose records an applicant is told: their own, those registries lead to, and those that name them; never a stranger's by a typed number.
// The neutral tiny pack with a relative: one registry answers by anybody's number, another says whom a record belongs to.
import { pino } from 'pino'
import { personDigest } from '../../kernel/person-digest.ts'
import { describe, expect, it } from 'vitest'
import type { App } from '../../module.ts'
import { loadPacks } from '../catalogue/index.ts'
import { inFolder, tinyPack } from '../catalogue/tiny-pack.ts'
import type { KnownFact } from '../planning/index.ts'
import { lookUpRegistries, type LookingUp } from './looking-up.ts'
import { readSubjects } from './read-subjects.ts'
import type { RegistryReply } from './registry.ts'
import type { RegistryQuestion } from './connector.ts'
import type { CallFor, Reading } from './gateway.ts'

const [own, relative, stranger] = ['440305199005219994', '440305199102199980', '440304199402119982']
const at = '2026-03-02T02:00:00.000Z'

const files = {
  ...tinyPack,
  'tiny/concepts/all.yaml': `${tinyPack['tiny/concepts/all.yaml']}  - {id: kin.idNumber, name: 亲属证号, type: idNumber}\n  - {id: kin.name, name: 亲属姓名, type: text}\n`,
  'tiny/registries/all.yaml': `registries:
  - {id: people, name: 人口库, line: trees, keys: {person: person.idNumber, kin: kin.idNumber}, answers: {person.name: name, kin.name: name}, consent: false, legalBasis: {title: 样例法}}
  - {id: orchards, name: 果园库, line: trees, keys: {tree: kin.idNumber, person: kin.idNumber}, answers: {tree.height: height, person.idNumber: heirIdNumber}, legalBasis: {title: 样例法}}
`,
}
const catalogue = inFolder(files, (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101'))

type Asked = RegistryQuestion & { registry: string }

const asking = async (reply: (registry: string, key: string) => RegistryReply, stated: Partial<LookingUp> = {}) => {
  const asked: Asked[] = []
  const calls: (Reading & { registry: string })[] = []
  const exchange = {
    ask: (registry: string, question: RegistryQuestion, { read }: CallFor = {}) => {
      asked.push({ ...question, registry })
      const replied = reply(registry, Object.values(question.subject)[0] ?? '')
      calls.push({ registry, outcome: 'unavailable', about: [], ...read?.(replied, { id: '', at }) })
      return Promise.resolve(replied)
    },
    pausedUntil: () => undefined, noteBatch: () => Promise.resolve(),
  }
  const profile: KnownFact = { concept: 'person.idNumber', value: own, source: { kind: 'profile' }, asOf: at }
  const app: Pick<App, 'exchange' | 'clock' | 'log'> = { exchange, clock: { now: () => new Date(at) }, log: pino({ level: 'silent' }) }
  const found = await lookUpRegistries(app, {
    catalogue, wanted: { people: ['person.name', 'kin.name'], orchards: ['tree.height'] }, undecided: [], answers: { 'kin.idNumber': relative }, known: [profile], made: [],
    personId: 'p', applicationId: 'a', purpose: '种一棵树', reference: 'draft:a', consents: { orchards: '2026-03-01T00:00:00.000Z' }, mayTry: () => Promise.resolve({ may: true, isNew: true }), ...stated,
  })
  return { found, asked, calls, told: Object.fromEntries(found.answers.flatMap(({ facts }) => facts.map(({ concept, value }) => [concept, value]))) }
}

const record = (fields: Record<string, unknown>): RegistryReply => ({ kind: 'found', record: fields, asOf: at })
const town = (heir: string) => (registry: string, key: string) => (registry === 'people' ? record({ name: key === own ? '本人' : '别人' }) : record({ height: 7, heirIdNumber: heir }))

describe('a number somebody typed', () => {
  it('opens a relative’s records once a registry’s record of that number names the applicant', async () => {
    const { told, asked } = await asking(town(own))
    expect(told).toMatchObject({ 'person.name': '本人', 'tree.height': 7, 'kin.name': '别人' })
    expect(asked.map(({ registry, subject, caseNumber }) => `${registry} ${subject['idNumber']} ${caseNumber}`)).toEqual([`people ${own} draft:a`, `orchards ${relative} draft:a`, `people ${relative} draft:a`])
  })

  it('opens nothing of a stranger: what was found is not told, and other registries are not even asked', async () => {
    const { told, asked, found, calls } = await asking(town(stranger))
    expect(told).toEqual({ 'person.name': '本人' })
    expect(asked.map(({ registry, subject }) => `${registry} ${subject['idNumber']}`)).toEqual([`people ${own}`, `orchards ${relative}`])
    expect(found.answers.map(({ registry, keyConcept, state, final }) => `${registry} ${keyConcept} ${state} ${final}`)).toEqual([
      'people person.idNumber answers true', 'orchards kin.idNumber noRecord true', 'people kin.idNumber noRecord false',
    ])
    expect(calls.map(({ outcome }) => outcome)).toEqual(['answers', 'withheld'])
  })

  it('waits while the registry that could vouch for it is not yet agreed to, and is asked by hand when that is declined or down', async () => {
    const waiting = await asking(town(own), { wanted: { people: ['kin.name'] }, undecided: ['orchards'] })
    expect([waiting.asked, waiting.found.answers]).toEqual([[], []])
    const declined = await asking(town(own), { wanted: { people: ['kin.name'] } })
    expect(declined.found.answers).toMatchObject([{ registry: 'people', state: 'noRecord', facts: [], final: false }])
    const down = await asking((registry) => (registry === 'orchards' ? { kind: 'unavailable', why: 'down' } : record({ name: '别人' })), { wanted: { people: ['kin.name'], orchards: ['tree.height'] } })
    expect(down.found.answers.map(({ registry, state }) => `${registry} ${state}`)).toEqual(['orchards unavailable', 'people noRecord'])
  })

  it('needs no proof when a registry gave it, or its records were told before', async () => {
    const fromRegistry: KnownFact = { concept: 'kin.idNumber', value: relative, source: { kind: 'registry', registry: 'orchards' }, asOf: at }
    const before: KnownFact = { concept: 'tree.height', value: 7, source: { kind: 'registry', registry: 'orchards' }, asOf: at }
    for (const known of [fromRegistry, before]) {
      const { told } = await asking(town(stranger), { wanted: { people: ['kin.name'] }, known: [known] })
      expect(told).toEqual({ 'kin.name': '别人' })
    }
    const disputed = await asking(town(stranger), { wanted: { people: ['kin.name'] }, known: [{ ...fromRegistry, disputed: true }] })
    expect(disputed.told).toEqual({})
  })
})

describe('what another record proves later', () => {
  it('tells a record after all that was withheld in the same breath because it names somebody else', async () => {
    const both = { ...catalogue, registries: { ...catalogue.registries, people: { ...catalogue.registries['people'], keys: { person: 'kin.idNumber', kin: 'kin.idNumber' }, answers: { 'person.idNumber': 'head', 'kin.name': 'name' } } } } as typeof catalogue
    const { told, calls } = await asking((registry) => (registry === 'people' ? record({ name: '别人', head: stranger }) : record({ height: 7, heirIdNumber: own })), { catalogue: both, wanted: { people: ['kin.name'], orchards: ['tree.height'] } })
    expect(told).toEqual({ 'kin.name': '别人', 'tree.height': 7, 'person.idNumber': own })
    expect(calls.map(({ registry, outcome }) => `${registry} ${outcome}`).sort()).toEqual(['orchards answers', 'people answers', 'people withheld'])
  })

  it('is never proven by a public registry, which anybody may read', async () => {
    const open = { ...catalogue, registries: { ...catalogue.registries, orchards: { ...catalogue.registries['orchards'], answers: { 'tree.height': 'height' }, public: true } } } as typeof catalogue
    const { told } = await asking(town(stranger), { catalogue: open })
    expect(told).toEqual({ 'person.name': '本人', 'tree.height': 7 })
  })
})

describe('a registry that lists several records of one number', () => {
  const one = catalogue.registries['orchards']
  if (!one) throw new Error('the tiny pack has no orchards')
  const listing = { ...catalogue, registries: { ...catalogue.registries, orchards: { ...one, several: { field: 'trees', by: 'tree.height', shows: ['tree.height'] } } } }
  const trees = (...heirs: (string | null)[]) => record({ height: 1, heirIdNumber: heirs[0], trees: heirs.map((heirIdNumber, index) => ({ height: `${index + 1}`, heirIdNumber })) })
  const tall = { ...listing, concepts: { ...listing.concepts, 'tree.height': { ...listing.concepts['tree.height'], type: 'text' } } } as typeof catalogue
  const look = (reply: RegistryReply, stated: Partial<LookingUp> = {}) => asking(() => reply, { catalogue: tall, wanted: { orchards: ['tree.height'] }, ...stated })

  it('tells an applicant with a typed number only those that name them', async () => {
    const { found, told } = await look(trees(own, stranger))
    expect([found.answers[0]?.records, told]).toMatchObject([undefined, { 'tree.height': '1' }])
    expect((await look(trees(own, stranger, own))).found.answers[0]?.records?.map(({ id }) => id)).toEqual(['1', '3'])
    expect((await look(trees(stranger, stranger))).found.answers[0]).toMatchObject({ state: 'noRecord', facts: [] })
  })

  it('does not tell those that name somebody else either when the number was proven elsewhere, but those that name nobody', async () => {
    const proof: KnownFact = { concept: 'kin.idNumber', value: relative, source: { kind: 'registry', registry: 'people' }, asOf: at }
    const profile: KnownFact = { concept: 'person.idNumber', value: own, source: { kind: 'profile' }, asOf: at }
    const { found } = await look(trees(own, stranger, null), { known: [profile, proof] })
    expect(found.answers[0]?.records?.map(({ id }) => id)).toEqual(['1', '3'])
  })

  it('tells none of several that nothing tells apart, instead of taking the first', async () => {
    const alike = (...heights: (string | null)[]) => record({ trees: heights.map((height) => ({ height, heirIdNumber: own })) })
    for (const reply of [alike(null, null), alike('7', null)]) {
      const { found, told, calls } = await look(reply)
      expect([found.answers[0], told]).toMatchObject([{ state: 'noRecord', facts: [], final: true }, {}])
      // They were read all the same, and those named in them may know.
      expect(calls[0]).toMatchObject({ outcome: 'noRecord', about: [{ subject: personDigest(relative) }, { subject: personDigest(own) }] })
    }
  })

  it('asks nothing when there is one, and gives no facts before one of several is chosen', async () => {
    expect((await look(trees(own))).found.answers[0]).toMatchObject({ facts: [{ value: '1' }, {}] })
    expect((await look(trees(own, own))).found.answers[0]).toMatchObject({ state: 'answers', facts: [] })
  })
})

describe('whose records were read', () => {
  it('is kept for the owner of the number and for everybody whose number stands in the record, with what is about them in every role they have', async () => {
    const { calls } = await asking(town(own))
    const call = calls.find(({ registry }) => registry === 'orchards')
    expect(call?.about).toEqual([{ subject: personDigest(relative), concepts: ['tree.height', 'person.idNumber'] }, { subject: personDigest(own), concepts: ['person.idNumber'] }])
    const roles = { keyConcept: 'tree.height', key: '7', registry: 'orchards', subjects: ['tree'], concepts: ['person.idNumber', 'person.name', 'kin.idNumber', 'kin.name'] }
    const stated = (concept: string, value: string): KnownFact => ({ concept, value, source: { kind: 'registry', registry: 'orchards' }, asOf: at })
    expect(readSubjects(roles, catalogue, [stated('person.idNumber', own), stated('kin.idNumber', own)])).toEqual([{ subject: personDigest(own), concepts: roles.concepts }])
    const none = await asking(() => ({ kind: 'noRecord' }))
    expect(none.calls.flatMap(({ about }) => about)).toEqual([])
  })
})

describe('a look-up', () => {
  it('by a number that was only typed is not made when the person has tried too many', async () => {
    const { asked, found } = await asking(town(own), { mayTry: () => Promise.resolve({ may: false, isNew: false }) })
    expect(asked.map(({ registry, subject }) => `${registry} ${subject['idNumber']}`)).toEqual([`people ${own}`])
    expect(found.answers.find(({ registry }) => registry === 'orchards')).toMatchObject({ state: 'unavailable', final: false })
  })

  it('by a typed number that is not answered counts as not made; an answer counts, and one by a proven number never does', async () => {
    let back = 0
    const giveBack = async () => { back += 1 }
    await asking(town(own), { giveBack })
    expect(back).toBe(0)
    await asking(() => ({ kind: 'unavailable', why: 'not connected' }), { giveBack })
    expect(back).toBe(1)
  })

  it('carries the consent given to that very registry, and none where none is needed', async () => {
    const { asked } = await asking(town(own))
    expect(asked.map(({ registry, consent }) => [registry, consent])).toEqual([['people', null], ['orchards', '2026-03-01T00:00:00.000Z'], ['people', null]])
  })

  it('is made once in a round of questions, also when the registry does not answer', async () => {
    const { asked } = await asking((registry) => (registry === 'people' ? { kind: 'unavailable', why: 'down' } : record({ height: 7, heirIdNumber: own })))
    expect(asked.filter(({ registry, subject }) => registry === 'people' && subject['idNumber'] === own)).toHaveLength(1)
  })
})
