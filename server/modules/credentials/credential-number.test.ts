// Numbers and places: unique, checked, and telling nothing.
import { describe, expect, it } from 'vitest'
import { checkCharacter, credentialNumber, isCredentialNumber } from './credential-number.ts'
import { placeOf } from './status-place.ts'

describe('the number of an e-licence', () => {
  it('has the check character of ISO/IEC 7064 MOD 37,36', () => {
    // The example of the standard's users: A12425GABC1234002 → M (ISBT/GRid).
    expect(checkCharacter('A12425GABC1234002')).toBe('M')
    expect(credentialNumber('440305001', 2026, 'BIR', 17)).toMatch(/^4403052026BIR00000017[0-9A-Z]$/)
  })

  it('shows every single wrong character and nearly every swap', () => {
    const number = credentialNumber('440305', 2026, 'BIR', 123)
    expect(isCredentialNumber(number)).toBe(true)
    for (let at = 0; at < number.length; at += 1) {
      const wrong = number.charAt(at) === '7' ? '8' : '7'
      expect(isCredentialNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false)
    }
    expect(isCredentialNumber(number.replace('0123', '1023'))).toBe(false)
  })
})

describe('the place in a published list', () => {
  it('is given out once each, in an order that looks like none', () => {
    const places = Array.from({ length: 1000 }, (_, n) => placeOf('secret', n, 1000))
    expect(new Set(places).size).toBe(1000)
    expect(Math.max(...places)).toBeLessThan(1000)
    expect(places.filter((place, n) => n > 0 && place === (places[n - 1] ?? 0) + 1).length).toBeLessThan(10)
    expect(places).not.toEqual(Array.from({ length: 1000 }, (_, n) => placeOf('other', n, 1000)))
  })
})
