// Which look-ups are possible and what replies mean: only wanted concepts, one call per record, nothing that cannot be right.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { factsOf, fieldsFor, madeKey, possibleLookUps, readMade, subjectKeyOf } from './registry.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const residents = catalogue.registries['residents']
if (!residents) throw new Error('the testing pack has no registry of residents')
const lookUp = { registry: 'residents', keyConcept: 'applicant.idNumber', key: '1', subjects: ['applicant'], concepts: ['applicant.address', 'applicant.region', 'applicant.birthDate'] }
const found = (record: Record<string, unknown>) => ({ kind: 'found' as const, record, asOf: '2026-03-01T00:00:00Z' })

describe('look-ups', () => {
  it('wait for their key, ask for one record once, and only for what is wanted', () => {
    const wanted = ['applicant.address', 'applicant.region', 'telescope.model']
    expect(possibleLookUps(residents, catalogue, wanted, {}, new Set())).toEqual([])
    const ready = possibleLookUps(residents, catalogue, wanted, { 'applicant.idNumber': '440305199005219994' }, new Set())
    expect(ready).toEqual([{ registry: 'residents', keyConcept: 'applicant.idNumber', key: '440305199005219994', subjects: ['applicant'], concepts: ['applicant.address', 'applicant.region'] }])
    expect(possibleLookUps(residents, catalogue, wanted, { 'applicant.idNumber': '440305199005219994' }, ready.map(madeKey))).toEqual([])
  })

  it('are made again with the same key for what became necessary later, and only for that', () => {
    const values = { 'applicant.idNumber': '440305199005219994' }
    const made = possibleLookUps(residents, catalogue, ['applicant.address'], values, []).map(madeKey)
    expect(possibleLookUps(residents, catalogue, ['applicant.address', 'applicant.region'], values, made)).toMatchObject([{ concepts: ['applicant.region'] }])
  })

  it('are remembered with a key that holds spaces', () => {
    const one = { registry: 'residents', keyConcept: 'applicant.permit', concepts: ['applicant.address', 'applicant.region'], key: 'A 12 3' }
    expect(readMade(madeKey(one))).toEqual(one)
  })
})

describe('the key of a query', () => {
  it('is called the same whosever ID number or credit code it is, and otherwise as the concept says', () => {
    const concepts = { ...catalogue.concepts, 'maker.creditCode': { ...catalogue.concepts['applicant.idNumber'], type: 'uscc' }, 'change.newOwnerIdNumber': { ...catalogue.concepts['applicant.idNumber'] } } as typeof catalogue.concepts
    expect(['applicant.idNumber', 'change.newOwnerIdNumber', 'maker.creditCode', 'home.titleNumber'].map((concept) => subjectKeyOf({ concepts }, concept))).toEqual(['idNumber', 'idNumber', 'creditCode', 'titleNumber'])
  })
})

describe('replies', () => {
  it('become facts with their source and date; empty values stay unknown', () => {
    const { facts, unfit } = factsOf(residents, catalogue, lookUp, found({ residenceAddress: '示例路1号', residenceRegion: '', birthDate: null }), '2026-03-02')
    expect(facts).toEqual([{ concept: 'applicant.address', value: '示例路1号', source: { kind: 'registry', registry: 'residents' }, asOf: '2026-03-01T00:00:00Z' }])
    expect(unfit).toEqual([])
  })

  it('that cannot be right are not believed', () => {
    const { facts, unfit } = factsOf(residents, catalogue, lookUp, found({ residenceAddress: { street: 1 }, residenceRegion: '东山', birthDate: '2026-02-30' }), '2026-03-02')
    expect(facts).toEqual([])
    expect(unfit).toEqual(['applicant.address', 'applicant.region', 'applicant.birthDate'])
  })

  it('a licence that is over, or whose last day cannot be read, proves nothing; a declared word means that it has none; and a part of it may be an answer of its own', () => {
    const dated = { ...residents, endless: ['长期', '99991231'], answers: { ...residents.answers, 'applicant.birthDate': 'residenceAddress.validUntil' }, until: { 'applicant.address': 'residenceAddress.validUntil' } }
    const said = (validUntil: unknown) => factsOf(dated, catalogue, lookUp, found({ residenceAddress: { type: 'x', number: 'N1', validUntil } }), '2026-03-02')
    expect(said('2026-03-02').facts.map(({ concept, value }) => [concept, value])).toEqual([['applicant.address', 'N1'], ['applicant.birthDate', '2026-03-02']])
    expect(said('2026-03-01')).toMatchObject({ facts: [{ concept: 'applicant.birthDate', value: '2026-03-01' }], unfit: [] })
    for (const endless of [null, '', '长期', '99991231']) expect(said(endless)).toMatchObject({ facts: [{ concept: 'applicant.address', value: 'N1' }], unfit: [] })
    const unreadable = [undefined, '20250101', '2025.01.01', '2025/01/01', '2025-1-1', '2025年1月1日', '2025-02-30', '2025-01-01T00:00:00Z', '2025-01-01 00:00:00', ' 2025-01-01', '永久', '0000-00-00', 20250101, false, { year: 2025 }, ['2025-01-01']]
    for (const last of unreadable) expect(said(last).facts.filter(({ concept }) => concept === 'applicant.address')).toEqual([])
    for (const last of unreadable) expect(said(last).unfit).toContain('applicant.address')
    expect(factsOf({ ...dated, endless: undefined }, catalogue, lookUp, found({ residenceAddress: { number: 'N1', validUntil: '长期' } }), '2026-03-02')).toMatchObject({ facts: [], unfit: ['applicant.address', 'applicant.birthDate'] })
  })

  it('are asked for with the fields that say until when they hold', () => {
    expect(fieldsFor({ ...residents, until: { 'applicant.address': 'addressUntil', 'applicant.region': 'card.until' } }, ['applicant.address', 'applicant.birthDate', 'telescope.model'])).toEqual(['residenceAddress', 'addressUntil', 'birthDate'])
  })

  it('a licence counts as its number', () => {
    expect(factsOf(residents, catalogue, lookUp, found({ residenceAddress: { type: 'x', number: 'N1' } }), '2026-03-02').facts[0]?.value).toBe('N1')
  })
})
