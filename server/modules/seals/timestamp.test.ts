// Timestamps: what we ask and what the sandbox answers, read by OpenSSL as well; an answer to another question, or by nobody we trust, is refused.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTsa, type Tsa } from '../../../sandbox/tsa/tsa-server.ts'
import { certificatesIn } from './certificate.ts'
import { sha256 } from './cms.ts'
import { checkTimestamp, readTimestampReply, timestampQuery } from './timestamp.ts'
import { timestampAuthority } from './timestamp-authority.ts'

const now = new Date('2026-03-02T02:00:00.000Z')
const digest = sha256(Buffer.from('准予观星。'))
const nonce = Buffer.from('0102030405060708', 'hex')
const work = mkdtempSync(join(tmpdir(), 'tongban-tsa-'))
let fault: 'ok' | 'error' | 'replay' | 'down' = 'ok'
let tsa: Tsa
beforeAll(async () => {
  tsa = await startTsa({ folder: work, now: () => now, fault: () => fault })
})
afterAll(async () => {
  await tsa.stop()
  rmSync(work, { recursive: true, force: true })
})

const trusted = () => certificatesIn(Buffer.from(tsa.certificate))
const client = () => timestampAuthority(tsa.url, trusted())
const replyTo = async (query: Buffer) => Buffer.from(await (await fetch(tsa.url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(query) })).arrayBuffer())

describe('an authority of time', () => {
  it('is asked and believed when its answer fits', async () => {
    fault = 'ok'
    const { at, authority, token } = await client().stamp(digest)
    expect([at, authority]).toEqual([now.toISOString(), '演示时间戳服务（沙箱）'])
    expect(checkTimestamp(token, digest, { certificates: trusted() })).toMatchObject({ at })
    expect(checkTimestamp(token, sha256(Buffer.from('别的')), { certificates: trusted() })).toBe('wrong')
    expect(checkTimestamp(token, digest, { certificates: [] })).toBe('untrusted')
    const changed = Buffer.from(token)
    changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1
    expect(checkTimestamp(changed, digest, { certificates: trusted() })).toBe('wrong')
    expect(checkTimestamp(Buffer.from('nonsense'), digest, { certificates: trusted() })).toBe('wrong')
  })

  it.each([['error', '500'], ['replay', 'another question'], ['down', 'fetch failed']] as const)('that answers with “%s” stamps nothing', async (word, complaint) => {
    fault = 'ok'
    await client().stamp(digest)
    fault = word
    await expect(client().stamp(digest)).rejects.toThrow(complaint)
  })

  it('whose certificate nobody named is not believed', async () => {
    fault = 'ok'
    await expect(timestampAuthority(tsa.url, []).stamp(digest)).rejects.toThrow('untrusted')
  })

  it('keeps its key, so that what it stamped before can still be checked', async () => {
    const again = await startTsa({ folder: work, now: () => now })
    expect(again.certificate).toBe(tsa.certificate)
    await again.stop()
  })

  it('refuses a query that is none', async () => {
    fault = 'ok'
    const reply = await replyTo(Buffer.from('nonsense'))
    expect(() => readTimestampReply(reply, { digest, nonce }, { certificates: trusted() })).toThrow('refused with status 2')
  })
})

const openssl = (...parts: string[]) => spawnSync('openssl', parts, { encoding: 'utf8' })

describe.runIf(openssl('version').status === 0)('OpenSSL', () => {
  it('reads our query, and finds that the answer fits it', async () => {
    fault = 'ok'
    const query = timestampQuery(digest, nonce)
    const files = [['q.tsq', query], ['r.tsr', await replyTo(query)], ['tsa.pem', tsa.certificate]] as const
    for (const [name, content] of files) writeFileSync(join(work, name), content)
    expect(openssl('ts', '-query', '-text', '-in', join(work, 'q.tsq')).stdout).toContain('Hash Algorithm: sha256')
    // It compares with its own clock.
    expect(openssl('ts', '-verify', '-attime', String(now.getTime() / 1000), '-in', join(work, 'r.tsr'), '-queryfile', join(work, 'q.tsq'), '-CAfile', join(work, 'tsa.pem')).stdout).toContain('Verification: OK')
  })
})
