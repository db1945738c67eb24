// The progress link leads to its request and nowhere else, and nobody makes one without the key.
import { beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { setTestingKeys } from '../../testing/field-keys.ts'
import { progressToken, requestOfToken } from './token.ts'

describe('a progress link', () => {
  beforeAll(setTestingKeys)

  it('leads back to its request', () => {
    const id = randomUUID()
    expect(progressToken(id)).toMatch(/^[\w-]{44}$/)
    expect(requestOfToken(progressToken(id))).toBe(id)
  })

  it('cannot be guessed, altered or put together from two', () => {
    const [one, other] = [progressToken(randomUUID()), progressToken(randomUUID())]
    for (let at = 0; at < one.length; at += 1) {
      const altered = `${one.slice(0, at)}${one[at] === 'A' ? 'B' : 'A'}${one.slice(at + 1)}`
      const found = requestOfToken(altered)
      // The last character of the id carries unused bits; then it is the same request.
      expect(found === undefined || found === requestOfToken(one)).toBe(true)
    }
    expect(requestOfToken(`${one.slice(0, 22)}${other.slice(22)}`)).toBeUndefined()
    for (const text of ['', 'x', one.slice(1), `${one}A`, `${one.slice(0, 43)}/`]) expect(requestOfToken(text)).toBeUndefined()
  })
})
