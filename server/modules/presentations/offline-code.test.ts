// The code of a phone without network: comes back as it was, fits one QR code, and nothing made up unfolds.
import { randomBytes } from 'node:crypto'
import fc from '../../testing/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { fromOfflineCode, isOfflineCode, toOfflineCode } from './offline-code.ts'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signature = (): string => randomBytes(64).toString('base64url')
const disclosure = (name: string, value: unknown): string => part([randomBytes(16).toString('base64url'), name, value])

const presentation = (claims: number, shown: number): string => {
  const payload = {
    iss: 'https://www.example.gov.cn/api/v1/credential-issuers/civil-affairs:440304', iat: 1_795_000_000, exp: 1_900_000_000, vct: 'https://www.example.gov.cn/api/v1/credential-types/marriage-certificate',
    _sd: Array.from({ length: claims }, () => randomBytes(32).toString('base64url')), _sd_alg: 'sha-256', status: { status_list: { idx: 81_234, uri: 'https://www.example.gov.cn/api/v1/credential-status/civil-affairs:440304' } },
    cnf: { jwk: { kty: 'EC', crv: 'P-256', x: randomBytes(32).toString('base64url'), y: randomBytes(32).toString('base64url') } },
  }
  const key = { iat: 1_795_000_100, aud: 'offline', nonce: randomBytes(12).toString('base64url'), sd_hash: randomBytes(32).toString('base64url') }
  return [
    `${part({ alg: 'ES256', typ: 'dc+sd-jwt', kid: randomBytes(32).toString('base64url') })}.${part(payload)}.${signature()}`,
    ...Array.from({ length: shown }, (_, index) => disclosure(`claim${index}`, '福田区民政局婚姻登记处')),
    `${part({ alg: 'ES256', typ: 'kb+jwt' })}.${part(key)}.${signature()}`,
  ].join('~')
}

describe('the code of a phone without network', () => {
  it('comes back letter by letter', async () => {
    for (const [claims, shown] of [[1, 0], [8, 2], [14, 14]] as const) {
      const text = presentation(claims, shown)
      expect(await fromOfflineCode(await toOfflineCode(text))).toBe(text)
    }
  })

  it('of a card with twelve claims, four of them shown, fits a QR code that phones read well', async () => {
    const code = await toOfflineCode(presentation(12, 4))
    // Version 27 of the lowest error correction holds 2,132 such characters.
    expect(code.length).toBeLessThan(2132)
    expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
  })

  it('that was cut, altered or made up is none', async () => {
    const code = await toOfflineCode(presentation(4, 1))
    expect(await fromOfflineCode(code.slice(0, -9))).toBeUndefined()
    expect(await fromOfflineCode('https://www.example.gov.cn/verify')).toBeUndefined()
    expect(isOfflineCode('ABCD EFGH')).toBe(false)
    await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 300 }), async (rest) => {
      const found = await fromOfflineCode(`TB1:${rest}`)
      expect(found === undefined || found.split('~').length >= 2).toBe(true)
    }), { numRuns: 50 })
  })

  it('that would unfold to more than a code can hold is refused before it does', async () => {
    const bomb = new Blob([new Uint8Array(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = new Uint8Array(await new Response(bomb).arrayBuffer())
    // Base45 of the deflated zeros, by hand.
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
    let text = ''
    for (let at = 0; at + 1 < bytes.length && text.length < 4200; at += 2) {
      const value = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
      text += (letters[value % 45] ?? '') + (letters[Math.floor(value / 45) % 45] ?? '') + (letters[Math.floor(value / 2025)] ?? '')
    }
    expect(await fromOfflineCode(`TB1:${text}`)).toBeUndefined()
  })
})
