// What an e-licence says: claims from values, what follows from them, and whose of several a result states.
import { describe, expect, it } from 'vitest'
import { parse } from '../../kernel/feel/parse.ts'
import { claimsFrom, claimsOn, plainService, valuesOfResult } from './claims.ts'
import { telescopeLicence } from './testing.ts'

const law = (text: string) => ({ id: 'it', name: { 'zh-CN': 'it' }, rule: { text, expression: parse(text) } })
const said = (rule: string, values: Record<string, string | number>) => claimsOn({ derived: [law(rule)] }, { claims: {}, values }, '2026-03-02')

describe('what follows', () => {
  it('is stated where it is known to hold or not to hold, and left out otherwise', () => {
    expect(said('applicant.birthDate <= today - duration("P18Y")', { 'applicant.birthDate': '1990-05-21' })).toEqual({ it: true })
    expect(said('applicant.birthDate <= today - duration("P18Y")', { 'applicant.birthDate': '2020-05-21' })).toEqual({ it: false })
    expect(said('applicant.birthDate <= today - duration("P18Y")', {})).toEqual({})
    expect(said('applicant.age + 1', { 'applicant.age': 3 })).toEqual({})
  })
})

describe('claims', () => {
  it('are taken from the first concept that is known; what is empty or missing is not claimed', () => {
    const type = { ...telescopeLicence, claims: telescopeLicence.claims.map((claim) => (claim.id === 'name' ? { ...claim, from: ['guardian.name', 'applicant.name'] } : claim)) }
    expect(claimsFrom(type, { 'guardian.name': '', 'applicant.name': '观星人', 'telescope.model': null })).toEqual({ claims: { name: '观星人' }, values: { 'applicant.name': '观星人' } })
  })
})

describe('a result of one of several', () => {
  const content = [{ concept: 'child.name', value: '安安', source: 'applicant' as const }, { concept: 'child.2.name', value: '宁宁', source: 'applicant' as const }]

  it('states what is said of that one', () => {
    expect(valuesOfResult(content, 'birth-certificate')).toMatchObject({ 'child.name': '安安' })
    expect(valuesOfResult(content, 'birth-certificate.2')).toMatchObject({ 'child.name': '宁宁' })
    expect(plainService('birth-certificate.2')).toBe('birth-certificate')
  })
})
