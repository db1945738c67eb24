// A seal made before the keystore signed everything still holds for the text it was made for, and for nothing else.
import { createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { isSealed, sealKey } from './seal.ts'

const [secret, text] = ['a secret of the year before last', '移交单']
/** As an earlier version made it of that text with that secret. */
const seal = 'O7j-LIqRKiAN-Zrhl0ESkBZgVj9VaOu4ouuuTBJP5G63X8_Dpz35eEamjCLxBcqDc9t8d9fNNIn0hogySlmwDA'

it('holds for the very text and the secret it was made with', () => {
  expect(isSealed(text, seal, secret)).toBe(true)
  expect(isSealed('移交单。', seal, secret)).toBe(false)
  expect(isSealed(text, seal, 'another secret')).toBe(false)
  expect(isSealed(text, 'not a seal', secret)).toBe(false)
})

it('can be checked elsewhere with the public key alone', () => {
  expect(verify(null, Buffer.from(text), createPublicKey({ key: { ...sealKey(secret) }, format: 'jwk' }), Buffer.from(seal, 'base64url'))).toBe(true)
})
