// Disclosures that do not belong: each is refused with what is wrong with it, and never taken for a claim (RFC 9901, section 7.1).
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSdJwt, unfold } from './sd-jwt.ts'

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
const whatIsWrong = (payload: Record<string, unknown>, disclosures: readonly string[] = []): Promise<string> =>
  unfold({ issued: { header: {}, payload, signed: new Uint8Array(), signature: new Uint8Array() }, disclosures: [...disclosures] }, digest).then(() => 'nothing', (error: Error) => error.message)
const hidden = (disclosure: unknown): [Record<string, unknown>, string[]] => [{ _sd: [digest(base64(disclosure))] }, [base64(disclosure)]]

describe('a disclosure', () => {
  it('that is not one, or has a name it may not have, is refused', async () => {
    for (const each of [{}, [1, 'name', 'x'], ['salt', 5, 'x'], ['salt', '_sd', 'x'], ['salt', '...', 'x'], ['salt']]) expect(await whatIsWrong(...hidden(each))).toBe('not a disclosure')
  })

  it('says what nobody says beside it, and something with a name', async () => {
    const [payload, disclosures] = hidden(['salt', 'name', '示例'])
    expect(await whatIsWrong({ ...payload, name: '另一个' }, disclosures)).toBe('a claim is said twice, or has no name')
    expect(await whatIsWrong(...hidden(['salt', '示例']))).toBe('a claim is said twice, or has no name')
    expect(await whatIsWrong({ list: [{ '...': digest(base64(['salt', 'name', 'x'])) }] }, [base64(['salt', 'name', 'x'])])).toBe('an element of a list has a name')
  })
})

describe('what is signed', () => {
  it('holds digests as a list of texts, each once, and the words of the format only where they belong', async () => {
    expect(await whatIsWrong({ _sd: 'x' })).toBe('_sd is no list')
    expect(await whatIsWrong({ _sd: [5] })).toBe('a digest is no text')
    expect(await whatIsWrong({ _sd: ['x', 'x'] })).toBe('the same digest twice')
    expect(await whatIsWrong({ inner: { _sd_alg: 'sha-256' } })).toBe('_sd_alg stands where it may not')
    expect(await whatIsWrong({ '...': 'x' })).toBe('... stands where it may not')
    expect(await whatIsWrong({ _sd_alg: 'md5' })).toBe('another hash than SHA-256')
  })

  it('is not opened endlessly', async () => {
    const nested = (depth: number, inside: unknown): unknown => (depth === 0 ? inside : { deeper: nested(depth - 1, inside) })
    expect(await whatIsWrong({ claim: nested(200, 'x') })).toBe('too deep')
    expect(await whatIsWrong({ claim: Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 'x') })).toBe('too deep')
  })

  it('is a JWT of three parts', () => {
    const part = base64({})
    expect(() => readSdJwt(`${part}.${part}.c2ln.extra~`)).toThrow('not a JWT')
    expect(() => readSdJwt(`${base64([])}.${part}.c2ln~`)).toThrow('not a JWT')
    expect(() => readSdJwt(part)).toThrow('not an SD-JWT')
  })
})
