// The platform's signature holds for the text it was made for, and for nothing else.
import { createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { isSealed, sealKey, sealOf } from './seal.ts'

it('holds for the very text and the secret it was made with', () => {
  const seal = sealOf('移交单', 'one secret')
  expect(isSealed('移交单', seal, 'one secret')).toBe(true)
  expect(sealOf('移交单', 'one secret')).toBe(seal)
  expect(isSealed('移交单。', seal, 'one secret')).toBe(false)
  expect(isSealed('移交单', seal, 'another secret')).toBe(false)
  expect(isSealed('移交单', 'not a seal', 'one secret')).toBe(false)
})

it('can be checked elsewhere with the public key alone', () => {
  const key = createPublicKey({ key: { ...sealKey('one secret') }, format: 'jwk' })
  expect(verify(null, Buffer.from('移交单'), key, Buffer.from(sealOf('移交单', 'one secret'), 'base64url'))).toBe(true)
})
