// Codes that are shown, read out and typed; and who may show whose cards.
import { describe, expect, it } from 'vitest'
import { codeBytes, codeFrom, codeIn, codeLength, codeVerdict, mayShow, spoken } from './presentation.ts'

describe('a shown code', () => {
  const code = codeFrom(Uint8Array.from({ length: codeBytes }, (_, index) => index * 25 + 3))

  it('is sixteen letters that are not mistaken for one another, each of five random bits', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(codeFrom(new Uint8Array(codeBytes))).toBe('0'.repeat(codeLength))
    expect(codeFrom(new Uint8Array(codeBytes).fill(255))).toBe('Z'.repeat(codeLength))
    // Every bit counts.
    const seen = new Set(Array.from({ length: 80 }, (_, bit) => codeFrom(Uint8Array.from({ length: codeBytes }, (_each, byte) => (byte === bit >> 3 ? 1 << (bit & 7) : 0)))))
    expect(seen.size).toBe(80)
  })

  it('is found in the address of the page and in what people type', () => {
    expect(codeIn(`https://www.example.gov.cn/verify#${code}`)).toBe(code)
    expect(codeIn(` ${spoken(code).toLowerCase()} `)).toBe(code)
    expect(codeIn('olil-0000-0000-0000')).toBe('0111000000000000')
  })

  it('is not seen in other things', () => {
    for (const text of ['', '12345678', 'https://www.example.gov.cn/verify', `https://www.example.gov.cn/verify#${code}1`, 'U'.repeat(16), '440304199402119982']) expect(codeIn(text)).toBeUndefined()
  })

  it('is used once and late after its minute, whichever comes first', () => {
    const times = { usedAt: null, expiresAt: '2026-11-22T08:01:00Z' }
    expect(codeVerdict(times, new Date('2026-11-22T08:00:59Z'))).toBeUndefined()
    expect(codeVerdict(times, new Date('2026-11-22T08:01:00Z'))).toBe('late')
    expect(codeVerdict({ ...times, usedAt: '2026-11-22T08:00:10Z' }, new Date('2026-11-22T09:00:00Z'))).toBe('used')
  })
})

describe('a card', () => {
  const person = { kind: 'person', id: 'p', name: '沈望舒' } as const
  const by = { actorKind: 'person', id: 'q', name: '沈听雪', capacity: 'guardian', mandate: 'power:1', matters: null } as const

  it('is shown by its holder, by a guardian and by a relative who may act in everything', () => {
    expect([mayShow(person), mayShow({ ...person, by }), mayShow({ ...person, by: { ...by, capacity: 'family' } })]).toEqual([true, true, true])
  })

  it('is not shown by officials, agencies, staff, or a relative asked for one matter', () => {
    expect(mayShow({ ...person, by: { ...by, actorKind: 'staff', capacity: 'window' } })).toBe(false)
    expect(mayShow({ ...person, by: { ...by, capacity: 'agent' } })).toBe(false)
    expect(mayShow({ ...person, by: { ...by, capacity: 'company' } })).toBe(false)
    expect(mayShow({ ...person, by: { ...by, capacity: 'family', matters: ['newborn'] } })).toBe(false)
  })
})
