// What the three national identifiers accept and refuse, with numbers built here: none belongs to anyone.
// Examples printed in the standards are used where there are any.
import { describe, expect, test } from 'vitest'
import fc from '../testing/fast-check.ts'
import {
  checkCreditCode, checkOrganisationCode, checkResidentId, creditCodeCheckCharacter, identifierProblemText, organisationCodeCheckCharacter, residentIdCheckDigit,
  type IdentifierProblem,
} from './identifiers.ts'

const withCheckDigit = (digits: string): string => digits + residentIdCheckDigit(digits)
const creditCodeCharacters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

const residentIds = fc
  .tuple(fc.constantFrom('440305', '110105', '310104', '810000'), fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 999 }))
  .map(([region, birth, sequence]) => withCheckDigit(`${region}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`))

const creditCodes = fc
  .tuple(fc.constantFrom('11', '91', '52'), fc.constantFrom('440000', '440300'), fc.array(fc.constantFrom(...creditCodeCharacters), { minLength: 9, maxLength: 9 }))
  .map(([kind, region, rest]) => {
    const body = `${kind}${region}${rest.join('')}`
    return body + creditCodeCheckCharacter(body)
  })

const problemOf = (check: { ok: true } | { ok: false; problem: IdentifierProblem }) => (check.ok ? 'none' : check.problem)

describe('a resident ID number', () => {
  test('is accepted as the example of the standard and tells region, birth date and sex', () => {
    expect(checkResidentId('11010519491231002X')).toEqual({ ok: true, value: '11010519491231002X', region: '110105', birthDate: '1949-12-31', sex: 'female' })
  })
  test('may be typed with spaces, full-width digits and a small x', () => {
    expect(checkResidentId(' 110105 19491231 ００２ｘ ')).toMatchObject({ ok: true, value: '11010519491231002X' })
  })
  test('built with its check digit is accepted', () => fc.assert(fc.property(residentIds, (id) => checkResidentId(id).ok)))
  test('with any one digit changed is refused', () => {
    fc.assert(fc.property(residentIds, fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, at, step) => {
      const wrong = id[at] === 'X' ? '0' : String((Number(id[at]) + step) % 10)
      return !checkResidentId(id.slice(0, at) + wrong + id.slice(at + 1)).ok
    }))
  })
  test('with two neighbouring digits swapped is refused', () => {
    fc.assert(fc.property(residentIds, fc.nat(15), (id, at) => {
      fc.pre(id[at] !== id[at + 1])
      return !checkResidentId(id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)).ok
    }))
  })
  test('of the old fifteen-digit kind is refused by name', () => expect(checkResidentId('440305880101123')).toEqual({ ok: false, problem: 'fifteen_digits' }))
  test.each([
    ['', 'empty'], ['   ', 'empty'], ['44030519880101', 'length'], ['4403051988010112345', 'length'], ['44030519880101AB34', 'characters'], ['X40305198801011234', 'characters'],
    [withCheckDigit('99030519880101123'), 'region'], [withCheckDigit('44030519880230123'), 'date'], [withCheckDigit('44030519001301123'), 'date'],
    [withCheckDigit('44030500010101123'), 'date'], ['440305198801011230', 'check_digit'],
  ])('%j is refused as %s', (typed, problem) => expect(problemOf(checkResidentId(typed))).toBe(problem))
  test('on the 29th of February is accepted in a leap year and refused in another', () => {
    expect(checkResidentId(withCheckDigit('44030520240229123')).ok).toBe(true)
    expect(problemOf(checkResidentId(withCheckDigit('44030520230229123')))).toBe('date')
  })
  test('born tomorrow is refused when today is known', () => {
    const id = withCheckDigit('44030520261117123')
    expect(problemOf(checkResidentId(id, '2026-11-16'))).toBe('future_date')
    expect(checkResidentId(id, '2026-11-17').ok).toBe(true)
  })
})

describe('a unified social credit code', () => {
  test('built with its check character is accepted', () => fc.assert(fc.property(creditCodes, (code) => checkCreditCode(code).ok)))
  test('with any one character changed is refused', () => {
    fc.assert(fc.property(creditCodes, fc.nat(17), fc.constantFrom(...creditCodeCharacters), (code, at, other) => {
      fc.pre(code[at] !== other)
      return !checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok
    }))
  })
  test('gives the organisation code inside it', () => expect(checkCreditCode('11440000006939756b')).toEqual({ ok: true, value: '11440000006939756B', organisationCode: '006939756' }))
  test.each([['', 'empty'], ['1144000000693975', 'length'], ['11440000006939756汉', 'characters'], ['1144000000693975OB', 'forbidden_letter'], ['11A40000006939756B', 'region'], ['11440000006939756C', 'check_digit']])(
    '%j is refused as %s', (typed, problem) => expect(problemOf(checkCreditCode(typed))).toBe(problem),
  )
})

describe('an organisation code', () => {
  test('is accepted with and without its hyphen', () => {
    expect(checkOrganisationCode('00693975-6')).toEqual({ ok: true, value: '006939756' })
    expect(checkOrganisationCode('006939756').ok).toBe(true)
  })
  test('as the example of the standard has check character X', () => expect(organisationCodeCheckCharacter('D2143569')).toBe('X'))
  test.each([['', 'empty'], ['0069397', 'length'], ['00693975A', 'characters'], ['006939757', 'check_digit']])('%j is refused as %s', (typed, problem) => expect(problemOf(checkOrganisationCode(typed))).toBe(problem))
})

test('anything at all can be checked without an exception, and every refusal has words', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
    for (const [kind, check] of [['residentId', checkResidentId(typed)], ['creditCode', checkCreditCode(typed)], ['organisationCode', checkOrganisationCode(typed)]] as const) {
      if (!check.ok) expect(identifierProblemText(kind, check.problem)['zh-CN']).toMatch(/。$/)
    }
  }))
})
