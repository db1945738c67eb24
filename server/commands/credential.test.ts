// Checking a file on the command line, with nothing but files: no network, no database.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signStatusToken } from '../modules/credentials/publishing.ts'
import { KeyObject, sign } from 'node:crypto'
import { credentialVerify } from './credential.ts'

const now = new Date('2026-03-02T02:00:00Z')
const seconds = now.getTime() / 1000
const issuer = 'https://www.example.gov.cn/api/v1/credential-issuers/sky:990101'
const uri = 'https://www.example.gov.cn/api/v1/credential-status/sky:990101:1'

describe('an e-licence in a file', () => {
  let folder: string
  const at = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-credential-'))
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const copy = await new CompactSign(new TextEncoder().encode(JSON.stringify({ iss: issuer, vct: 'https://www.example.gov.cn/api/v1/credential-types/t', iat: seconds, name: '观星人', status: { status_list: { idx: 3, uri } } })))
      .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', kid: 'k1' }).sign(privateKey)
    const key = KeyObject.from(privateKey)
    const list = (statuses: [number, number][]) => signStatusToken({ kid: 'k1', suite: 'ES256', sign: (data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }) }, { uri, size: 64, statuses, now })
    await writeFile(at('copy'), `${copy}~\n`)
    await writeFile(at('keys.json'), JSON.stringify({ issuer, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] } }))
    await writeFile(at('valid.jwt'), list([]))
    await writeFile(at('revoked.jwt'), list([[3, 1]]))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const verify = async (status?: string): Promise<{ code: number; told: { verdict: string; statusAt: string | null } }> => {
    const written: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const code = await credentialVerify(at('copy'), { keys: at('keys.json'), json: true, now, ...(status === undefined ? {} : { status: at(status) }) }).finally(() => spy.mockRestore())
    return { code, told: JSON.parse(written.join('')) as { verdict: string; statusAt: string | null } }
  }

  it('is checked with keys and list of statuses from files', async () => {
    expect(await verify('valid.jwt')).toMatchObject({ code: 0, told: { verdict: 'valid', claims: { name: '观星人' }, statusAt: '2026-03-02T02:00:00.000Z' } })
    expect(await verify('revoked.jwt')).toMatchObject({ code: 1, told: { verdict: 'revoked' } })
    expect(await verify()).toMatchObject({ code: 1, told: { verdict: 'statusUnknown', statusAt: null } })
  })

  it('is not checked with keys it names itself', async () => {
    await expect(credentialVerify(at('copy'), { json: true, now })).rejects.toThrow('--keys')
  })
})
