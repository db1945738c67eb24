// What counts as the public key of a system.
import { expect, it } from 'vitest'
import { readKey } from './public-key.ts'

const key = { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'b'.repeat(43) }

it('a public key is taken without what stands beside it', () => {
  expect(readKey(JSON.stringify({ ...key, use: 'sig', kid: '1' }))).toEqual(key)
})

it('a private key is told apart, so that it is not sent', () => {
  expect(readKey(JSON.stringify({ ...key, d: 'c'.repeat(43) }))).toBe('private')
})

it('anything else is no key', () => {
  for (const text of ['', 'x', 'null', '[]', JSON.stringify({ ...key, crv: 'P-384' }), JSON.stringify({ ...key, x: 'short' }), JSON.stringify({ kty: 'RSA' })]) expect(readKey(text), text).toBe('wrong')
})
