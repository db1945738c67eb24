// What officials of the demo write into results: valid, invented, and as the applicant stated where the applicant did.
import { describe, expect, it } from 'vitest'
import { checkCreditCode, checkResidentId } from '../kernel/identifiers.ts'
import { sampleDocument } from './demo-document.ts'
import { resultValues, type Deciding } from './demo-results.ts'

const today = '2026-11-21'
const values = (fields: Deciding['resultFields'], content: Deciding['content'] = []) => resultValues({ content, resultFields: fields }, '440305', today, 7)

describe('a result in the demo', () => {
  it('gives a newborn a valid number of its district, day and sex', () => {
    const content = [{ concept: 'child.householdRegion', value: '440305' }, { concept: 'child.birthDate', value: '2026-11-16' }, { concept: 'child.sex', value: 'female' }]
    const { 'child.idNumber': number = '' } = values([{ concept: 'child.idNumber', type: 'idNumber' }], content)
    expect(number).toMatch(/^4403052026111699/)
    expect(checkResidentId(number).ok).toBe(true)
  })

  it('gives a business a valid credit code of its city', () => {
    const { 'company.creditCode': code = '' } = values([{ concept: 'company.creditCode', type: 'uscc' }])
    expect([code.slice(0, 12), checkCreditCode(code).ok]).toEqual(['92440300MA99', true])
  })

  it('says of days and places what the applicant stated, and otherwise today and its own district', () => {
    const fields = [{ concept: 'deceased.deathDate', type: 'date' }, { concept: 'deceased.deathRegion', type: 'region' }]
    expect(values(fields, [{ concept: 'deceased.deathDateStated', value: '2026-11-20' }, { concept: 'deceased.deathRegionStated', value: '440304' }])).toEqual({ 'deceased.deathDate': '2026-11-20', 'deceased.deathRegion': '440304' })
    expect(values(fields)).toEqual({ 'deceased.deathDate': today, 'deceased.deathRegion': '440305' })
  })

  it('gives each of twins a number of their own, from what is theirs and what they share', () => {
    const content = [{ concept: 'child.householdRegion', value: '440305' }, { concept: 'child.birthDate', value: '2026-11-15' }, { concept: 'child.2.birthDate', value: '2026-11-15' }, { concept: 'child.sex', value: 'male' }, { concept: 'child.2.sex', value: 'male' }]
    const numbers = values([{ concept: 'child.idNumber', type: 'idNumber' }, { concept: 'child.2.idNumber', type: 'idNumber' }], content)
    expect([numbers['child.idNumber']?.slice(0, 17), numbers['child.2.idNumber']?.slice(0, 17)]).toEqual(['44030520261115993', '44030520261115995'])
  })

  it('leaves to the result number what it can stand for', () => {
    expect(values([{ concept: 'company.licence', type: 'text' }])).toEqual({})
  })
})

describe('a sample document', () => {
  it('is a PDF whose table says where each object is', () => {
    const file = sampleDocument('last-medical-record')
    const offsets = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(['1 0 obj', '2 0 obj', '3 0 obj', '4 0 obj', '5 0 obj'])
    expect(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])).startsWith('xref')).toBe(true)
  })
})
