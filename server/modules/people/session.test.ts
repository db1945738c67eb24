// How long sessions live and what protects them.
import { describe, expect, test } from 'vitest'
import { cookieSeconds, csrfOf, extendedExpiry, firstExpiry, isToken, sameSecret, tokenDigest, type Session } from './session.ts'

const hour = 3_600_000
const login = new Date('2026-11-20T01:00:00Z')
const after = (hours: number) => new Date(login.getTime() + hours * hour)
const resident = (expiresAt: Date): Session => ({ digest: 'd', principal: { kind: 'person', id: 'p', name: '测试居民' }, createdAt: login, expiresAt })
const official = (expiresAt: Date): Session => ({ digest: 'd', principal: { kind: 'staff', id: 's', name: '测试职员', postings: [] }, createdAt: login, expiresAt })

describe('lifetime', () => {
  test("a resident's session first ends 12 hours after login, an official's after 8", () => {
    expect(firstExpiry('person', login)).toEqual(after(12))
    expect(firstExpiry('staff', login)).toEqual(after(8))
  })
  test("using a resident's session moves its end to 12 hours from now", () => {
    expect(extendedExpiry(resident(after(12)), after(5))).toEqual(after(17))
  })
  test('a use that would gain less than ten minutes writes nothing', () => {
    expect(extendedExpiry(resident(after(12)), after(0.1))).toBeUndefined()
  })
  test("a resident's session ends 30 days after login however much it is used", () => {
    expect(extendedExpiry(resident(after(30 * 24 - 5)), after(30 * 24 - 6))).toEqual(after(30 * 24))
    expect(extendedExpiry(resident(after(30 * 24)), after(30 * 24 - 1))).toBeUndefined()
  })
  test("an official's session is never extended", () => {
    expect(extendedExpiry(official(after(8)), after(7))).toBeUndefined()
  })
  test('the browser forgets the cookie no later than the server forgets the session', () => {
    expect(cookieSeconds('person')).toBe(30 * 24 * 3600)
    expect(cookieSeconds('staff')).toBe(8 * 3600)
  })
})

describe('secrets', () => {
  const token = 'A'.repeat(43)
  test('what is stored does not reveal the token and differs from the CSRF token', () => {
    expect(tokenDigest(token)).toMatch(/^[\da-f]{64}$/)
    expect(csrfOf(token)).not.toContain(tokenDigest(token).slice(0, 10))
    expect(csrfOf(token)).not.toBe(csrfOf('B'.repeat(43)))
  })
  test('only 43 characters of base64url are taken for a token', () => {
    expect(isToken(token)).toBe(true)
    for (const wrong of [undefined, '', 'A'.repeat(42), `${'A'.repeat(42)}'`, 'A'.repeat(44)]) expect(isToken(wrong)).toBe(false)
  })
  test('secrets of different length are different and do not throw', () => {
    expect(sameSecret('abc', 'abcd')).toBe(false)
    expect(sameSecret('', '')).toBe(true)
    expect(sameSecret('abcd', 'abcd')).toBe(true)
  })
})
