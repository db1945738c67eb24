// Identifiers: order in time, numbers people type, check digits.
import { describe, expect, it } from 'vitest'
import fc from '../testing/fast-check.ts'
import { checkDigit, humanNumber, isHumanNumber, uuidv7 } from './ids.ts'

const at = (iso: string) => ({ now: () => new Date(iso) })

describe('identifiers', () => {
  it('a UUIDv7 made later sorts after one made earlier', () => {
    expect(uuidv7(at('2026-11-20T08:00:00.001Z')) > uuidv7(at('2026-11-20T08:00:00.000Z'))).toBe(true)
    expect(uuidv7(at('2026-11-20T08:00:00Z'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('a case number names region, Chinese date and sequence, and checks itself', () => {
    const number = humanNumber('440305', new Date('2026-11-18T17:30:00Z'), 102)
    expect(number).toMatch(/^440305-20261119-00102-\d$/)
    expect(isHumanNumber(number)).toBe(true)
  })

  it('any single wrong digit in a number is found', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.nat(), fc.integer({ min: 1, max: 9 }), (sequence, position, shift) => {
      const number = humanNumber('440305', new Date('2026-11-19T00:00:00Z'), sequence)
      const places = [...number].flatMap((character, index) => (character === '-' ? [] : [index]))
      const place = places[position % places.length] ?? 0
      const wrong = [...number].map((character, index) => (index === place ? String((Number(character) + shift) % 10) : character)).join('')
      expect(isHumanNumber(wrong)).toBe(false)
    }))
  })

  it('follows the worked example of ISO 7064 MOD 11,10', () => {
    expect(checkDigit('0794')).toBe('5')
  })
})
