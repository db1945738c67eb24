// Pick-up codes and the courier's signature: what passes, and what does not.
import { describe, expect, it } from 'vitest'
import { isSigned, signatureOf } from './courier-signature.ts'
import { isExpired, isPickupCode, pickupCode, pickupDigest } from './pickup.ts'

describe('a pick-up code', () => {
  it('is eight digits that find every slip of one finger', () => {
    const code = pickupCode('secret', 'one', 1)
    expect(isPickupCode(code)).toBe(true)
    for (let at = 0; at < code.length; at += 1) expect(isPickupCode(`${code.slice(0, at)}${(Number(code[at]) + 1) % 10}${code.slice(at + 1)}`)).toBe(false)
    expect([isPickupCode(code.slice(1)), isPickupCode(`${code}0`), isPickupCode('abcdefgh')]).toEqual([false, false, false])
  })

  it('is another one for every edition, every pick-up and every installation', () => {
    const codes = [pickupCode('secret', 'one', 1), pickupCode('secret', 'one', 2), pickupCode('secret', 'two', 1), pickupCode('other', 'one', 1)]
    expect(new Set(codes).size).toBe(4)
    expect(pickupDigest('secret', codes[0] ?? '')).not.toBe(pickupDigest('other', codes[0] ?? ''))
  })

  it('is good through its last day', () => {
    expect([isExpired({ expiresOn: '2026-04-01' }, '2026-04-01'), isExpired({ expiresOn: '2026-04-01' }, '2026-04-02')]).toEqual([false, true])
  })
})

describe('a report of the courier', () => {
  const at = new Date('2026-03-02T02:00:00Z')
  const signature = signatureOf('key', at, '{"a":1}')

  it('is believed when the signature is over these bytes, with this key, now', () => {
    expect(isSigned('key', signature, '{"a":1}', at)).toBe(true)
    expect(isSigned('key', signature, '{"a":2}', at)).toBe(false)
    expect(isSigned('other', signature, '{"a":1}', at)).toBe(false)
  })

  it('is not believed without a signature, with a bent one, or when somebody kept it', () => {
    for (const bent of [undefined, '', 'v1=00', `${signature}0`]) expect(isSigned('key', bent, '{"a":1}', at)).toBe(false)
    expect(isSigned('key', signature, '{"a":1}', new Date(at.getTime() + 6 * 60_000))).toBe(false)
  })
})
