// A signed hand-over is what was signed or it is not: with a key of the keystore, also a former one, or as an earlier version signed it.
import { createPublicKey, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../kernel/audit.ts'
import type { KeyCustody } from '../../kernel/keys.ts'
import { openKeystore } from '../../kernel/keystore.ts'
import { clockAt } from '../../testing/clock.ts'
import { faultsIn, isIntact, keyUnder, signed, transfersHolder, type CheckingKeys } from './hand-over.ts'
import type { HandOver, SignedHandOver } from './transfer.ts'

const content: HandOver = {
  number: 'YJ-1', edition: 1, from: { region: '990102', outlet: 'west-hall', counter: '1' }, to: { region: '990101', line: 'sky' }, application: 'SB-1', applicant: '郑望舒', cases: ['BJ-1'],
  documents: [{ case: 'BJ-1', evidence: 'receipt', name: '凭证.pdf', digest: '0'.repeat(64) }], originals: [], parcel: null, remark: '', by: { id: 'clerk', name: '西区窗口' }, at: '2026-03-02T02:00:00.000Z',
}
const transfer = { number: 'YJ-1', toRegion: '990101', toLine: 'sky' }
const secret = 'a secret of the year before last'
/** As an earlier version signed it with that session secret. */
const earlier: SignedHandOver = {
  content, digest: '8fc4cacae7ebb4c670b8f377114bfee60f886f7d185eb67f25e098557b4ec161', signature: 'LtyOx0Ep26hCUnMSf3LjO0VmKBvEN4C5RM2OdnTdQH5GsRSktGfI_TILZwksDALz2i5y6CW2A5GPG0h3WyvXAA',
}

let folder: string
let custody: KeyCustody
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-hand-over-'))
  custody = openKeystore({ folder, secret: 'a secret for the keystore of this test', clock: clockAt('2026-03-02T02:00:00Z') })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const keysNow = async (session = secret): Promise<CheckingKeys> => ({ held: await custody.listKeys(transfersHolder), secret: session })
const sign = async (holder = transfersHolder): Promise<SignedHandOver> => signed(content, await custody.signer(holder))
const checkElsewhere = (one: SignedHandOver, jwk: object | null): boolean =>
  verify('sha256', Buffer.from(canonicalJson(one.content)), { key: createPublicKey({ key: { ...jwk }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(one.signature, 'base64url'))

describe('a hand-over signed with a key of the keystore', () => {
  it('names its key and holds, whatever the session secret is, also once there is a newer key', async () => {
    const one = await sign()
    expect(one.kid).toBe((await custody.listKeys(transfersHolder))[0]?.kid)
    expect(isIntact(one, await keysNow())).toBe(true)
    const newer = await custody.rotate(transfersHolder)
    expect(newer.kid).not.toBe(one.kid)
    const after = await keysNow('another session secret')
    expect([isIntact(one, after), isIntact(await sign(), after)]).toEqual([true, true])
    expect(faultsIn(transfer, one, content.documents, after)).toEqual([])
  })

  it('can be checked elsewhere with the key that goes with it', async () => {
    const one = await sign()
    await custody.rotate(transfersHolder)
    const keys = await keysNow()
    expect(keyUnder(one, keys)).toMatchObject({ kid: one.kid })
    expect(checkElsewhere(one, keyUnder(one, keys))).toBe(true)
    expect(checkElsewhere(await sign(), keyUnder(one, keys))).toBe(false)
  })

  it('is not intact when anything of it was changed, its key is another or it claims to have none', async () => {
    const [one, keys] = [await sign(), await keysNow()]
    const other = await custody.rotate(transfersHolder)
    const changed: SignedHandOver[] = [
      { ...one, content: { ...content, remark: '改过' } }, { ...one, digest: '0'.repeat(64) }, { ...one, signature: 'no signature' }, { ...one, kid: other.kid }, { ...one, kid: 'unknown' },
      { content, digest: one.digest, signature: one.signature }, await sign('exchange'),
    ]
    const held = { ...keys, held: (await keysNow()).held }
    expect(changed.map((each) => isIntact(each, held))).toEqual(changed.map(() => false))
    expect(keyUnder({ ...one, kid: 'unknown' }, held)).toBeNull()
  })

  it('is of no use for another number, another authority or other documents', async () => {
    const [one, keys] = [await sign(), await keysNow()]
    expect(faultsIn({ ...transfer, number: 'YJ-2' }, one, content.documents, keys)).toEqual(['signature'])
    expect(faultsIn({ ...transfer, toLine: 'energy' }, one, content.documents, keys)).toEqual(['signature'])
    expect(faultsIn(transfer, one, [], keys)).toEqual(['documents'])
  })
})

describe('a hand-over an earlier version signed', () => {
  it('holds with the session secret of then, here and elsewhere, and for nothing else', async () => {
    const keys = await keysNow()
    expect(faultsIn(transfer, earlier, content.documents, keys)).toEqual([])
    expect(verify(null, Buffer.from(canonicalJson(content)), createPublicKey({ key: { ...keyUnder(earlier, keys) }, format: 'jwk' }), Buffer.from(earlier.signature, 'base64url'))).toBe(true)
    expect(isIntact({ ...earlier, content: { ...content, remark: '改过' } }, keys)).toBe(false)
    expect(isIntact(earlier, await keysNow('another session secret'))).toBe(false)
    expect(isIntact({ ...earlier, kid: (await custody.signer(transfersHolder)).kid }, keys)).toBe(false)
  })
})
