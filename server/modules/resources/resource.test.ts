// What a registry of a pack is as a resource, and what keeps an edition from being published.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { faultsIn, fits, needsNoDecision, resourceOfRegistry, sharedFields, type Resource } from './resource.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990100')
const residents = catalogue.registries['residents']
if (!residents) throw new Error('the testing pack has changed')
const content = resourceOfRegistry(residents, catalogue)

describe('a registry of a pack', () => {
  it('shares on conditions the fields by which it answers, each personal because it finds records of people', () => {
    expect(content.fields.map((field) => [field.name, field.concepts, field.class])).toEqual([
      ['residenceAddress', ['applicant.address'], 'personal'], ['residenceRegion', ['applicant.region'], 'personal'], ['birthDate', ['applicant.birthDate'], 'personal'],
    ])
    expect([content.sharing.type, needsNoDecision(content), sharedFields(content)]).toEqual(['conditional', false, ['residenceAddress', 'residenceRegion', 'birthDate']])
  })

  it('that is published by law is shared without conditions', () => {
    expect(resourceOfRegistry({ ...residents, public: true }, catalogue).sharing.type).toBe('unconditional')
  })

  it('has one field for what several people are asked of, named by what their names have in common, and those that prove a power', () => {
    const registry = {
      ...residents, keys: { mother: 'a.b', father: 'a.c' }, answers: { 'mother.name': 'name', 'father.name': 'name', 'births.1.weight': 'births.1.weight', 'births.2.weight': 'births.2.weight' },
      proves: [{ power: 'guardian' as const, key: 'idNumber', name: 'childName', holders: ['motherIdNumber'], legalBasis: residents.legalBasis }],
    }
    const named = (id: string, chinese: string, en: string) => ({ id, name: { 'zh-CN': chinese, en }, subject: id.split('.')[0] ?? '', type: 'text' as const, constraint: {}, sensitive: id === 'father.name' })
    const { fields } = resourceOfRegistry(registry, { concepts: { 'mother.name': named('mother.name', '妈妈的姓名', 'Mother’s name'), 'father.name': named('father.name', '爸爸的姓名', 'Father’s name') } })
    expect(fields.map(({ name, title }) => [name, title['zh-CN']])).toEqual([['childName', '名称或姓名'], ['motherIdNumber', '代表人或监护人证件号码'], ['name', '姓名'], ['births', 'births']])
    expect(fields.find(({ name }) => name === 'name')?.class).toBe('sensitive')
  })
})

describe('an edition', () => {
  const officer = { name: '数据员', phone: '12345' }

  it('needs somebody who answers for it, a reason for sharing nothing, and conditions for what is personal', () => {
    expect(faultsIn(content)).toEqual(['officerMissing'])
    expect(faultsIn({ ...content, officer, sharing: { type: 'none', reason: ' ' } })).toEqual(['reasonMissing'])
    expect(faultsIn({ ...content, officer, sharing: { type: 'unconditional', reason: '' } })).toEqual(['personalUnconditional'])
    expect(faultsIn({ ...content, officer, fields: [] })).toEqual(['noFields'])
    expect(faultsIn({ ...content, officer, fields: [...content.fields, ...content.fields] })).toEqual(['sameField'])
    expect(faultsIn({ ...content, officer })).toEqual([])
  })

  it('that shares nothing gives no field', () => {
    expect(sharedFields({ ...content, sharing: { type: 'none', reason: '国家秘密' } })).toEqual([])
  })
})

describe('a search in the catalogue', () => {
  const one: Resource = { id: 'residents', origin: 'pack', region: '990100', line: 'sky', content, draft: null, edition: 0, revision: 0, publishedAt: null }
  it('finds by title, field and id, by authority and by how it is shared', () => {
    for (const words of ['居民', 'BIRTHDATE', 'register', 'residents']) expect(fits(one, { words })).toBe(true)
    expect([fits(one, { words: '车辆' }), fits(one, { line: 'energy' }), fits(one, { sharing: 'none' }), fits(one, { line: 'sky', sharing: 'conditional' })]).toEqual([false, false, false, true])
  })
})
