// What of a person is shown, and which account an identity belongs to.
import { describe, expect, test } from 'vitest'
import { accountFor, maskIdNumber, maskPhone, rolesOf } from './person.ts'

test('of an ID number the first three and last four characters are shown', () => {
  expect(maskIdNumber('440305199005219994')).toBe('440***********9994')
  expect(maskIdNumber('44010419920405998X')).toHaveLength(18)
})
test('of a phone number the middle four digits are hidden', () => {
  expect(maskPhone('15400000101')).toBe('154****0101')
})
test('a role held in two districts is named once', () => {
  expect(rolesOf([{ role: 'clerk', region: '440305', line: 'health' }, { role: 'clerk', region: '440304', line: 'health' }, { role: 'approver', region: '440304', line: null }])).toEqual(['clerk', 'approver'])
})

describe('the account of an identity', () => {
  const account = { id: 'p1', issuer: 'i', subject: 'a', idNumber: '440305199005219994' }
  const other = { id: 'p2', issuer: 'i', subject: 'b', idNumber: '440305199102199980' }
  test('is a new one for an unknown number and subject', () => {
    expect(accountFor(account, { byIdNumber: undefined, bySubject: undefined })).toBe('new')
  })
  test('is the known one for the same number, also after the provider renamed the subject', () => {
    expect(accountFor(account, { byIdNumber: account, bySubject: account })).toEqual({ found: account })
    expect(accountFor({ ...account, subject: 'renamed' }, { byIdNumber: account, bySubject: undefined })).toEqual({ found: account })
  })
  test('is a conflict when a known subject comes with another number', () => {
    expect(accountFor({ ...account, idNumber: other.idNumber }, { byIdNumber: undefined, bySubject: account })).toBe('conflict')
    expect(accountFor({ ...account, idNumber: other.idNumber }, { byIdNumber: other, bySubject: account })).toBe('conflict')
  })
})
