// What a record proves, when a power ends, and who may do what with it.
import { describe, expect, it } from 'vitest'
import type { ProvenPower } from '../catalogue/index.ts'
import { isInForce, lastDayBefore, powerActionsOf, readProof } from './power.ts'

const proven: ProvenPower = { power: 'guardian', key: 'idNumber', name: 'name', holders: ['mother', 'father'], when: { kind: ['mental', 'intellectual'] }, legalBasis: { title: '中华人民共和国民法典', article: '第二十八条' } }

describe('a record', () => {
  it('names everybody who has the power, once', () => {
    expect(readProof(proven, { name: '小禾', mother: 'M', father: 'F', kind: 'mental' })).toEqual({ name: '小禾', holders: ['M', 'F'] })
    expect(readProof(proven, { name: '小禾', mother: 'M', father: null, kind: 'mental' })).toEqual({ name: '小禾', holders: ['M'] })
    expect(readProof(proven, { name: '小禾', mother: 'M', father: 'M', kind: 'mental' })?.holders).toEqual(['M'])
  })

  it('gives nobody any where it is about something else, or names nobody', () => {
    expect(readProof(proven, { name: '小禾', mother: 'M', father: 'F', kind: 'physical' })).toBeUndefined()
    expect(readProof(proven, { name: '小禾', kind: 'mental' })).toBeUndefined()
    expect(readProof(proven, { mother: 'M', kind: 'mental' })).toBeUndefined()
  })
})

describe('a power', () => {
  it('ends on the day before the birthday, also of those born on the 29th of February', () => {
    expect(lastDayBefore('2008-03-03', 18)).toBe('2026-03-02')
    expect(lastDayBefore('2008-01-01', 18)).toBe('2025-12-31')
    expect(lastDayBefore('2008-02-29', 18)).toBe('2026-02-28')
    expect(lastDayBefore('2008-02-29', 20)).toBe('2028-02-28')
  })

  it('is good while it is undisputed, until its last day, as long as the register has confirmed it within a month', () => {
    const power = { state: 'proven' as const, endsOn: '2026-03-10', provenAt: '2026-03-01T00:00:00.000Z' }
    expect([isInForce(power, '2026-03-10'), isInForce(power, '2026-03-11')]).toEqual([true, false])
    expect(isInForce({ ...power, state: 'contested' }, '2026-03-02')).toBe(false)
    expect([isInForce({ ...power, endsOn: null }, '2026-03-31'), isInForce({ ...power, endsOn: null }, '2026-04-01')]).toEqual([true, false])
  })

  it('is ended by whoever has it, contested by another guardian, decided by an official', () => {
    expect(powerActionsOf({ state: 'proven', kind: 'guardian' }, 'holder')).toEqual(['end'])
    expect(powerActionsOf({ state: 'proven', kind: 'guardian' }, 'guardian')).toEqual(['object'])
    expect(powerActionsOf({ state: 'contested', kind: 'guardian' }, 'official')).toEqual(['uphold', 'dismiss'])
    expect(powerActionsOf({ state: 'proven', kind: 'company' }, 'guardian')).toEqual([])
    expect(powerActionsOf({ state: 'over', kind: 'guardian' }, 'holder')).toEqual([])
  })
})
