// What was handed over and receipted stays what it was when the installation changes its session secret or the key it signs with.
import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '../../kernel/audit.ts'
import { isIntact, transfersHolder } from './hand-over.ts'
import { openTransferTown, start, takeIn, transferFor, type TransferReply, type TransferTown } from './testing.ts'
import type { Signed } from './transfer.ts'
import { listTransferEvents } from './transfers-store.ts'

let town: TransferTown
beforeAll(async () => {
  town = await openTransferTown()
})
afterAll(() => town.close())

const underway = async (): Promise<TransferReply> => {
  town.turnTo(start)
  const taken = await takeIn(town)
  const before = await transferFor(taken.clerk, taken.tracking)
  return (await taken.clerk.post<TransferReply>(`/transfers/${before.id}/hand-over`, { revision: before.revision, checked: true })).body
}

/** What of this kind the history keeps, signed. */
const inHistory = async (id: string, kind: 'handOver' | 'receipt'): Promise<Signed<unknown>[]> =>
  ((await listTransferEvents(town.test.app.db.read, [id])).get(id) ?? []).flatMap(({ detail }) => (detail[kind] as Signed<unknown> | undefined) ?? [])

const withAnotherSecret = async (work: () => Promise<void>): Promise<void> => {
  const { config } = town.test.app
  town.test.app.config = { ...config, sessionSecret: 'a session secret that was changed afterwards' }
  try {
    await work()
  } finally {
    town.test.app.config = config
  }
}

it('a hand-over under way is receipted, and a receipt holds, after the session secret was changed and the key rotated', async () => {
  const [one, other] = [await underway(), await underway()]
  const { app } = town.test
  const first = await app.keys.signer(transfersHolder)
  await app.keys.rotate(transfersHolder)
  await withAnotherSecret(async () => {
    const official = await town.official('clerk')
    for (const { id } of [one, other]) expect((await official.get<TransferReply>(`/transfers/${id}`)).body.signed).toMatchObject({ intact: true, faults: [] })
    expect((await official.post(`/transfers/${one.id}/receipt`, { revision: one.revision })).status).toBe(200)
    expect((await official.post(`/transfers/${other.id}/return`, { revision: other.revision, reasons: '缺购买凭证原件' })).status).toBe(200)
  })
  const second = await app.keys.signer(transfersHolder)
  await app.keys.rotate(transfersHolder)
  const kept = await Promise.all([inHistory(one.id, 'handOver'), inHistory(one.id, 'receipt'), inHistory(other.id, 'receipt')])
  expect(kept.map((each) => each.map(({ kid }) => kid))).toEqual([[first.kid], [second.kid], [second.kid]])
  const keys = { held: await app.keys.listKeys(transfersHolder), secret: app.config.sessionSecret }
  expect(kept.flat().map((each) => isIntact(each, keys))).toEqual([true, true, true])
})

it('a hand-over comes with the key to check it elsewhere; before it is signed there is none', async () => {
  town.turnTo(start)
  const taken = await takeIn(town)
  type WithKey = TransferReply & { key: object | null; signed: { signature: string } | null }
  const before = (await taken.clerk.get<WithKey>(`/transfers/${(await transferFor(taken.clerk, taken.tracking)).id}`)).body
  expect(before.key).toBeNull()
  const { id, key, signed } = (await taken.clerk.post<WithKey>(`/transfers/${before.id}/hand-over`, { revision: before.revision, checked: true })).body
  const [kept] = await inHistory(id, 'handOver')
  expect(verify('sha256', Buffer.from(canonicalJson(kept?.content)), { key: createPublicKey({ key: { ...key }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signed?.signature ?? '', 'base64url'))).toBe(true)
})
