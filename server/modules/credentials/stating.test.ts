// What e-licences say of people in an application: of whom, and of nobody else.
import { expect, it } from 'vitest'
import type { Catalogue } from '../catalogue/index.ts'
import type { Credential } from './credential.ts'
import { claimsStating, factsOf } from './stating.ts'

const [own, child, company] = ['440305199002289996', '440305202603019993', '91440300MA5G000000']
const concept = (id: string, type: Catalogue['concepts'][string]['type'] = 'text') => [id, { id, subject: id.slice(0, id.lastIndexOf('.')), name: { 'zh-CN': id }, type, constraint: {}, sensitive: false }] as const
const concepts = Object.fromEntries([
  concept('applicant.address'), concept('mother.address'), concept('mother.sex', 'boolean'), concept('applicant.sex'), concept('child.name'), concept('child.2.name'), concept('company.name'), concept('company.kind'), concept('home.address'),
])

const held = (more: Partial<Credential>): Credential => ({
  id: 'c', type: 'card', number: '', edition: 1, holderPersonId: 'p', holder: null, issuer: { line: 'sky', region: '990101' }, claims: {}, values: {}, issuedAt: '2026-01-01T00:00:00Z', validUntil: null,
  status: 'valid', because: null, origin: 'result', resultId: null, statusList: '', statusIndex: 0, ...more,
})
const said = (one: Credential, values: Record<string, string>, on = '2026-03-02') =>
  factsOf([one], { catalogue: { concepts }, types: { birth: { holder: 'child.idNumber' }, licence: { holder: 'company.creditCode' } }, values, ownNumber: own, on }).map(({ concept: id, value }) => [id, value])

it('what it says of its holder counts for everybody in the application who has that number', () => {
  const card = held({ values: { 'applicant.address': '示例路1号', 'home.address': '示例路9号' } })
  expect(said(card, { 'applicant.idNumber': own, 'mother.idNumber': own })).toEqual([['applicant.address', '示例路1号'], ['mother.address', '示例路1号']])
  expect(said(card, { 'mother.idNumber': child })).toEqual([])
})

it('one about a child counts for the child of that number, also where there are several', () => {
  const birth = held({ type: 'birth', holder: child, values: { 'child.name': '安安', 'mother.name': '林' } })
  expect(said(birth, { 'child.idNumber': own, 'child.2.idNumber': child })).toEqual([['child.2.name', '安安']])
})

it('one of a business counts by its credit code, and where the account is the business itself', () => {
  const values = { 'company.name': '示例面馆', 'company.creditCode': company, 'company.kind': '' }
  expect(said(held({ type: 'licence', holder: company, values }), { 'company.creditCode': company })).toEqual([['company.name', '示例面馆']])
  const account = factsOf([held({ type: 'licence', values })], { catalogue: { concepts }, types: { licence: { holder: 'company.creditCode' } }, values: { 'company.creditCode': company }, ownNumber: company, on: '2026-03-02' })
  expect(account).toMatchObject([{ concept: 'company.name', source: { kind: 'credential', type: 'licence', credential: 'c' }, asOf: '2026-01-01T00:00:00Z' }])
})

it('another kind of value, or one no longer in force, says nothing', () => {
  expect(said(held({ values: { 'applicant.sex': '女' } }), { 'mother.idNumber': own })).toEqual([])
  expect(said(held({ values: { 'applicant.address': 'x' }, status: 'suspended' }), { 'applicant.idNumber': own })).toEqual([])
  expect(said(held({ values: { 'applicant.address': 'x' }, validUntil: '2026-03-01' }), { 'applicant.idNumber': own })).toEqual([])
})

it('the claims that state something are named, of whomever it was taken', () => {
  const claim = (id: string, from: string) => ({ id, name: { 'zh-CN': id }, from: [from], disclosed: 'chosen' as const, masked: false })
  expect(claimsStating({ claims: [claim('address', 'applicant.address'), claim('sex', 'applicant.sex')] }, ['mother.address'])).toEqual(['address'])
})
