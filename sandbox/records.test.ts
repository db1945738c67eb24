// Tests of what each registry knows about the invented families, and of how time and later writes change it.
import { expect, test } from 'vitest'
import { getPopulation } from './people.ts'
import { findRecord, monthsBetween, onlyRequested, type Subject, type Values } from './records.ts'

const day = '2026-11-21'
const idOf = (id: string) => ({ idNumber: getPopulation(day).people.find((person) => person.id === id)?.idNumber ?? '' })
const find = (registry: string, subject: Subject, written = new Map<string, Values>(), today = day) =>
  findRecord(registry, getPopulation(day), subject, written, today)

test('spouses name each other, with the same certificate', () => {
  const [husband, wife] = [find('marriage', idOf('chen-xiaoman')), find('marriage', idOf('luo-yu'))]
  expect(husband).toMatchObject({ maritalStatus: 'married', spouseName: '罗雨', spouseIdNumber: idOf('luo-yu').idNumber })
  expect(wife).toMatchObject({ spouseName: '陈小满', marriageCertificateNumber: husband?.marriageCertificateNumber })
})

test('an unmarried adult has a record without a spouse, a child has none', () => {
  expect(find('marriage', idOf('lin-zhiyuan'))).toMatchObject({ maritalStatus: 'unmarried', spouseName: null, marriageDate: null })
  expect(find('marriage', idOf('zhou-yining'))).toBeUndefined()
})

test('a widow keeps the particulars of her last marriage', () => {
  expect(find('marriage', idOf('liang-ruolan'))).toMatchObject({ maritalStatus: 'widowed', spouseName: '高景行', marriageDate: '2020-06-06' })
})

test('months of maternity insurance are whole months up to today', () => {
  expect(monthsBetween('2026-03-01', '2026-11-21')).toBe(8)
  expect(monthsBetween('2026-03-22', '2026-11-21')).toBe(7)
  expect(monthsBetween('2026-12-01', '2026-11-21')).toBe(0)
  expect(find('insurance', idOf('ayinur-aishan'))?.maternityInsuredMonths).toBe(8)
  expect(find('insurance', idOf('ayinur-aishan'), new Map(), '2027-03-01')?.maternityInsuredMonths).toBe(12)
  expect(find('insurance', idOf('zheng-shuhe'))).toMatchObject({ medicalInsuranceStatus: 'uninsured', medicalInsuranceKind: null, maternityInsuredMonths: 0 })
})

test('a mother of twins is answered with the later child first and both in the list', () => {
  const record = find('births', idOf('jiang-yuan'))
  expect(record).toMatchObject({ childSex: 'male', childCount: 2, births: [{ childSex: 'male' }, { childSex: 'female' }] })
})

test('a birth is found by its record number, and a father or a stranger finds none', () => {
  expect(find('births', { birthRecordNumber: 'CS440304202611089002' })).toMatchObject({ fatherIdNumber: null, birthRegion: '440304' })
  expect(find('births', idOf('chen-xiaoman'))).toBeUndefined()
  expect(find('births', { birthRecordNumber: 'CS0' })).toBeUndefined()
})

test('the planned name of a newborn is nowhere in the birth record', () => {
  expect(JSON.stringify(find('births', idOf('luo-yu')))).not.toContain('陈知秋')
})

test('a person lives where the household is unless a residence is given', () => {
  expect(find('population', idOf('luo-yu'))?.residenceRegion).toBe('440305')
  expect(find('population', idOf('tan-xiaotang'))).toMatchObject({ householdRegion: '430104', residenceRegion: '440305' })
})

test('licences name their issuer, an ID card without end has no last day, and what somebody does not hold is null', () => {
  const licences = find('licences', idOf('chen-boan'))
  expect(licences?.idCard).toMatchObject({ type: '居民身份证', validUntil: null, issuer: '深圳市公安局南山分局' })
  expect(licences?.residencePermit).toBeNull()
  expect(find('licences', idOf('tan-xiaotang'))?.marriageCertificate).toMatchObject({ issuer: '长沙市岳麓区民政局' })
  expect(find('licences', { creditCode: '91440305999999007T' })?.businessLicence).toMatchObject({ issuer: '深圳市市场监督管理局' })
})

test('a later write replaces the value and leaves the rest', () => {
  const subject = idOf('zheng-shuhe')
  const record = find('insurance', subject, new Map([[subject.idNumber, { medicalInsuranceStatus: 'insured' }]]))
  expect(record).toMatchObject({ medicalInsuranceStatus: 'insured', bankName: '示例银行深圳分行' })
})

test('a declared record is found by any of its keys, dated from the day the sandbox started, and a later write goes on top', () => {
  const home = find('property', { idNumber: '440305197908189993' })
  expect(find('property', { titleNumber: String(home?.titleNumber) })).toEqual(home)
  expect(find('deaths', { idNumber: '440106197808199989' })).toMatchObject({ deathDate: '2026-11-19' })
  const company = { creditCode: '91440300MA99900019' }
  expect(find('seals', company, new Map([[company.creditCode, { recordNumber: 'YZ2' }]]))).toMatchObject({ recordNumber: 'YZ2', kinds: 'full' })
  expect(find('veterans', { idNumber: '440305197908189993' })).toBeUndefined()
})

test('a requested field without a value comes back as null', () => {
  expect(onlyRequested({ name: '甲' }, ['name', 'phone'])).toEqual({ name: '甲', phone: null })
})
