// Which claims make an identity, and which are refused before anything is stored.
import { describe, expect, test } from 'vitest'
import { identityFrom, type Audience, type Claims } from './identity.ts'

const resident: Claims = { sub: 'r1', name: '测试居民', id_number: '440305199005219994', phone: '15400000101', region: '440305' }
const official: Claims = { sub: 's1', name: '测试职员', tongban_staff: { unit: '示例局', postings: [{ role: 'clerk', region: '440305', line: 'health' }] } }
const read = (claims: Claims, audience: Audience = 'person') => identityFrom(claims, { issuer: 'https://id.example', audience, region: '440300', today: '2026-11-20' })

describe('a resident', () => {
  test('is known by issuer, subject, name, ID number, phone and region', () => {
    expect(read(resident)).toEqual({
      kind: 'person', issuer: 'https://id.example', subject: 'r1', name: '测试居民', idNumber: '440305199005219994', idKind: 'resident-id', assurance: 'high', phone: '15400000101', region: '440305', companies: [],
    })
  })
  test.each([
    ['a wrong check digit', '440305199005219995'], ['a date that does not exist', '440305199002309994'], ['a date to come', '44030520270521999X'],
    ['fifteen digits', '440305900521999'], ['nothing', ''], ['markup', '<b>440305199005219994</b>'],
  ])('with an ID number of %s is refused', (_, idNumber) => {
    expect(read({ ...resident, id_number: idNumber })).toEqual({ problem: 'id_number' })
  })
  test('without an ID number, or with one that is not text, is refused', () => {
    expect(read({ ...resident, id_number: undefined })).toEqual({ problem: 'id_number' })
    expect(read({ ...resident, id_number: 19900521 })).toEqual({ problem: 'id_number' })
  })
  test('without a name or subject, or with an endless name, is refused', () => {
    for (const wrong of [{ name: '' }, { name: undefined }, { sub: '' }, { name: '长'.repeat(101) }]) expect(read({ ...resident, ...wrong })).toEqual({ problem: 'incomplete' })
  })
  test('whose region the provider does not know belongs to the city served', () => {
    expect(read({ ...resident, region: undefined })).toMatchObject({ region: '440300' })
    expect(read({ ...resident, region: '深圳' })).toMatchObject({ region: '440300' })
  })
  test('with a phone number that is none is known without phone', () => {
    expect(read({ ...resident, phone: '0755-1234' })).toMatchObject({ phone: null })
  })
  test('may act for companies with a valid credit code', () => {
    const companies = [{ uscc: '91440305999999007T', name: '深圳示例晨光科技有限公司' }]
    expect(read({ ...resident, companies })).toMatchObject({ companies })
  })
  test('with a company of a wrong credit code or without name is refused', () => {
    for (const companies of [[{ uscc: '914403059999990079', name: '示例' }], [{ uscc: '91440305999999007T' }], ['91440305999999007T'], '91440305999999007T']) {
      expect(read({ ...resident, companies })).toEqual({ problem: 'company' })
    }
  })
})

describe('an official', () => {
  test('is known by unit and postings; line *, null or none is every line', () => {
    const postings = [{ role: 'clerk', region: '440305', line: 'health' }, { role: 'supervisor', region: '440300', line: '*' }, { role: 'designer', region: '440300', line: null }, { role: 'operator', region: '440300' }]
    expect(read({ ...official, tongban_staff: { unit: '示例局', postings } }, 'staff')).toMatchObject({
      kind: 'staff', unit: '示例局',
      postings: [{ role: 'clerk', region: '440305', line: 'health' }, { role: 'supervisor', region: '440300', line: null }, { role: 'designer', region: '440300', line: null }, { role: 'operator', region: '440300', line: null }],
    })
  })
  test('who is also a resident comes as the one they logged in as', () => {
    const both = { ...resident, ...official, sub: 'b1' }
    expect(read(both, 'person')).toMatchObject({ kind: 'person' })
    expect(read(both, 'staff')).toMatchObject({ kind: 'staff' })
  })
  test('who is nothing else is an official wherever they log in', () => {
    expect(read(official, 'person')).toMatchObject({ kind: 'staff' })
  })
  test('without posting, or a resident at the staff door, is refused', () => {
    expect(read(resident, 'staff')).toEqual({ problem: 'not_staff' })
    expect(read({ ...official, tongban_staff: { unit: '示例局', postings: [] } }, 'staff')).toEqual({ problem: 'not_staff' })
  })
  test.each([
    ['an unknown role', { role: 'root', region: '440305', line: 'health' }], ['a region that is no code', { role: 'clerk', region: '南山', line: 'health' }],
    ['a line that is no line', { role: 'clerk', region: '440305', line: "health' or 1=1" }], ['no role', { region: '440305' }],
  ])('with %s is refused', (_, posting) => {
    expect(read({ ...official, tongban_staff: { unit: '示例局', postings: [posting] } }, 'staff')).toEqual({ problem: 'posting' })
  })
  test('without unit is refused', () => {
    expect(read({ ...official, tongban_staff: { postings: [{ role: 'clerk', region: '440305', line: 'health' }] } }, 'staff')).toEqual({ problem: 'posting' })
  })
})

describe('a person with a document of another jurisdiction', () => {
  const hongKong: Claims = { sub: 'h1', name: '測試港人', hkid: 'A123456(3)', acr: 'urn:test:met' }
  const readForeign = (claims: Claims) =>
    identityFrom(claims, { issuer: 'https://hk.example', audience: 'person', region: '440300', today: '2026-11-20', foreign: { idKind: 'hk-id', idClaim: 'hkid' }, levels: { 'urn:test:met': 'substantial' } })
  test('is known by its number, with the level the login stands for', () => {
    expect(readForeign(hongKong)).toMatchObject({ kind: 'person', idNumber: 'A1234563', idKind: 'hk-id', assurance: 'substantial' })
  })
  test('whose level nobody has named is known least surely', () => {
    expect(readForeign({ ...hongKong, acr: 'urn:test:other' })).toMatchObject({ assurance: 'low' })
    expect(readForeign({ ...hongKong, acr: undefined })).toMatchObject({ assurance: 'low' })
  })
  test('is refused with a wrong number, and with one of the mainland that the issuer has no say about', () => {
    for (const hkid of ['A123456(4)', '440305199005219994', '', undefined]) expect(readForeign({ ...hongKong, hkid, id_number: '440305199005219994' })).toEqual({ problem: 'foreign_id' })
  })
})
