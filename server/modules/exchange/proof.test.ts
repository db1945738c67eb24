// The log proves itself: whatever is altered, deleted, moved or slipped in is found, and one call is proven with nothing but the key.
// An owner of the database does the harm here, who can switch the triggers off.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { openCallLog, type CallLog } from './call-log.ts'
import { findCall } from './calls-store.ts'
import { insertConsumer } from './consumers-store.ts'
import { listRoots } from './roots-store.ts'
import { checkProof } from './root.ts'
import { proveCall, signRoots, verifyLog } from './rooting.ts'
import { inventCall } from './testing.ts'

const about = [{ subject: 'somebody', concepts: ['applicant.name'] }]

describe('the log of calls', () => {
  let test: TestApp
  let log: CallLog
  beforeEach(async () => {
    test ??= await startTestApp()
    await asOwner('truncate exchange_calls, exchange_call_subjects, exchange_roots')
    log = openCallLog(test.app.db, 'one')
  })
  afterAll(() => test.close())

  /** What somebody does who owns the tables. */
  const asOwner = (change: string) =>
    test.app.db.transaction(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx.unsafe(change)
    })
  const append = async (count: number, to = log) => {
    const calls = Array.from({ length: count }, () => inventCall({ about }))
    await Promise.all(calls.map((call) => to.append(call)))
    return calls
  }

  it('is intact as it grows, under roots signed each night and beyond them', async () => {
    await append(5)
    expect(await signRoots(test.app)).toBe(5)
    await append(3)
    expect(await signRoots(test.app)).toBe(3)
    expect(await signRoots(test.app)).toBe(0)
    await append(2)
    expect(await verifyLog(test.app)).toEqual({ calls: 10, nodes: 1, roots: 2, unrooted: 2, intact: true, broken: [] })
  })

  it.each([
    ['an altered row', "update exchange_calls set purpose = '别的' where position = 3", { position: 3, what: 'altered' }],
    ['whose record was read, altered', "update exchange_call_subjects set concepts = '{}' where call_id = (select id from exchange_calls where position = 4)", { position: 4, what: 'altered' }],
    ['whose record was read, taken away', 'delete from exchange_call_subjects where call_id = (select id from exchange_calls where position = 4)', { position: 4, what: 'altered' }],
    ['a deleted row', 'delete from exchange_calls where position = 2', { position: 2, what: 'missing' }],
    ['two rows that changed places', 'update exchange_calls set position = 107 - position where position in (3, 4); update exchange_calls set position = position - 100 where position > 100', { position: 3, what: 'altered' }],
    ['a row slipped in', "update exchange_calls set position = position + 100 where position > 2; insert into exchange_calls select node, 3, hash, gen_random_uuid(), at, consumer, resource, grant_ref, person_id, application_id, case_number, subject, key_digest, fields, concepts, purpose, legal_basis, consent, outcome, reason, cached, dropped, milliseconds, signed_by, request_hash, response_hash, provider_hash from exchange_calls where position = 2; update exchange_calls set position = position - 99 where position > 100", { position: 3, what: 'altered' }],
    ['the last row deleted after a root', 'delete from exchange_calls where position = 6', { position: 6, what: 'missing' }],
    ['all rows deleted after a root', 'delete from exchange_calls', { position: 1, what: 'missing' }],
    ['a root put in the place of another', "update exchange_roots set signed = 'eyJhbGciOiJub25lIn0.e30.'", { position: 6, what: 'signature' }],
  ])('shows %s', async (_, change, broken) => {
    await append(6)
    await signRoots(test.app)
    await asOwner(change)
    expect(await verifyLog(test.app)).toMatchObject({ intact: false, broken: [{ node: 'one', ...broken }] })
  })

  it('shows a chain computed anew by somebody who knows how, because the signed roots do not fit it', async () => {
    await append(3)
    await signRoots(test.app)
    await asOwner('truncate exchange_calls, exchange_call_subjects')
    await append(3, openCallLog(test.app.db, 'one'))
    expect((await verifyLog(test.app)).broken).toEqual([{ node: 'one', position: 3, what: 'root' }])
  })

  it('cannot be changed by the product itself', async () => {
    await append(1)
    await expect(test.app.db.transaction((tx) => tx`update exchange_calls set purpose = 'x'`)).rejects.toThrow()
    await expect(test.app.db.transaction((tx) => tx`delete from exchange_calls`)).rejects.toThrow()
  })

  it('knows a request that another server was sent at the same time: that call is kept as refused, without whom it read about', async () => {
    const other = openCallLog(test.app.db, 'two')
    const jwk = { kty: 'EC', crv: 'P-256', x: '', y: '', kid: 'k', alg: 'ES256' as const }
    await test.app.db.transaction((tx) => insertConsumer(tx, { id: 'sky-patrol', name: '巡查', line: 'urban-management', region: '440300', jwk, callback: null, since: new Date().toISOString(), until: null }))
    const seen = { consumer: 'sky-patrol', jti: randomUUID(), at: new Date().toISOString() }
    const [call, again] = [inventCall({ about }), inventCall({ about, responseHash: 'x' })]
    expect([await log.append(call, seen), await other.append(again, seen)]).toEqual([{ position: 1, replayed: false }, { position: 1, replayed: true }])
    expect(await findCall(test.app.db.read, again.id)).toMatchObject({ outcome: 'refused', reason: 'sent a second time', responseHash: null, about: [] })
    expect((await verifyLog(test.app)).intact).toBe(true)
  })

  it('is one chain when two servers have one name, and two when each has its own; nothing is lost', async () => {
    const [first, second, third] = [log, openCallLog(test.app.db, 'one'), openCallLog(test.app.db, 'two')]
    await Promise.all(Array.from({ length: 10 }, () => [append(4, first), append(4, second), append(2, third)]).flat())
    expect(await verifyLog(test.app)).toMatchObject({ calls: 100, nodes: 2, intact: true })
  })

  it('holds every request once, whichever of two servers it reached first and in which order: neither waits for the other', async () => {
    await test.app.db.transaction((tx) => insertConsumer(tx, { id: 'twice', name: '某系统', line: 'somewhere', region: '990101', jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'twice', alg: 'ES256' }, callback: null, since: '2026-01-01T00:00:00.000Z', until: null }))
    for (const [first, second] of [[log, openCallLog(test.app.db, 'one')], [openCallLog(test.app.db, 'two'), openCallLog(test.app.db, 'three')]] as const) {
      for (let round = 0; round < 10; round += 1) {
        const numbers = Array.from({ length: 8 }, () => randomUUID())
        const send = (to: CallLog, jtis: readonly string[]) => jtis.map((jti) => to.append(inventCall(), { consumer: 'twice', jti, at: '2026-03-02T02:00:00.000Z' }))
        const logged = await Promise.all([...send(first, numbers), ...send(second, numbers.toReversed())])
        expect(logged.filter(({ replayed }) => !replayed)).toHaveLength(8)
      }
    }
    expect(await verifyLog(test.app)).toMatchObject({ calls: 320, intact: true })
  })

  it('keeps a call that cannot be written from none of the others', async () => {
    const good = log.append(inventCall())
    const results = await Promise.allSettled([good, log.append(inventCall({ purpose: 'a\0b' })), log.append(inventCall())])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await verifyLog(test.app)).toMatchObject({ calls: 2, intact: true })
  })

  it('proves one call to a third party who has only the public key, and to nobody when anything was changed', async () => {
    const calls = await append(11)
    const id = calls[6]?.id ?? ''
    expect([await proveCall(test.app, id), await proveCall(test.app, '01980000-0000-7000-8000-000000000000')]).toEqual(['unrooted', 'missing'])
    await signRoots(test.app)
    const proofs = await Promise.all(calls.map((call) => proveCall(test.app, call.id)))
    const { publicJwk } = await test.app.keys.signer('exchange')
    for (const each of proofs) expect(checkProof(each, publicJwk)).toMatchObject({ verdict: 'proven', call: { purpose: '种一棵树' } })
    const proof = proofs[6]
    if (typeof proof !== 'object') throw new Error('no proof')
    expect(checkProof({ ...proof, call: proof.call.replace('种一棵树', '种两棵树') }, publicJwk).verdict).toBe('altered')
    expect(checkProof({ ...proof, path: proof.path.slice(1) }, publicJwk).verdict).toBe('altered')
    expect(checkProof({ ...proof, path: [...proof.path, proof.path[0]] }, publicJwk).verdict).toBe('altered')
    expect(checkProof(proof, (await test.app.keys.signer('another')).publicJwk).verdict).toBe('key')
    expect(checkProof({ call: '{}' }, publicJwk).verdict).toBe('malformed')
  })

  it('proves it on the command line without a database', async () => {
    const [call] = await append(3)
    await signRoots(test.app)
    const folder = mkdtempSync(join(tmpdir(), 'tongban-proof-'))
    writeFileSync(join(folder, 'proof.json'), JSON.stringify(await proveCall(test.app, call?.id ?? '')))
    writeFileSync(join(folder, 'keys.json'), JSON.stringify((await test.asNobody.get('/exchange/keys')).body))
    const said = execFileSync(process.execPath, ['server/cli.ts', 'exchange', 'verify', '--proof', join(folder, 'proof.json'), '--key', join(folder, 'keys.json'), '--json'], { env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } })
    expect(JSON.parse(said.toString())).toMatchObject({ verdict: 'proven', call: { id: call?.id } })
    rmSync(folder, { recursive: true })
  })

  it('publishes its roots and keys to everybody', async () => {
    await append(2)
    await signRoots(test.app)
    expect((await test.asNobody.get('/exchange/roots')).body).toEqual({ roots: await listRoots(test.app.db.read, 10) })
    expect((await test.asNobody.get('/exchange/keys')).body).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256', alg: 'ES256' }] })
    expect(JSON.stringify((await test.asNobody.get('/exchange/keys')).body)).not.toContain('"d"')
  })
})
