// Pulling many records: only under a grant for batches, resumed without gaps or doubles, pinned by a digest, and kept as one call of the log.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks } from '../../testing/telescope.ts'
import { listCallsAbout, verifyLog } from '../exchange/index.ts'
import { openSharingTown, start, wanted, type RequestReply, type SharingTown } from '../resources/testing.ts'
import { openConnectors } from './connectors.ts'
import { collect } from './connectors-jobs.ts'
import { loadFile } from './loading.ts'
import { continuePull, forgetPulls, pullBatch, pulledLines, pulledRecords } from './pulling.ts'
import { digestAfter, fitsFilter, noDigest } from './resource-pull.ts'
import { findPull, insertPulledPage } from './resource-pulls-store.ts'
import { folderWith } from './testing.ts'

const people = 2300
const birthDate = (index: number) => `${1930 + (index % 90)}-0${1 + (index % 9)}-11`
const rows = Array.from({ length: people }, (_, index) => `${100_000 + index},样例市东山区${index}号,${birthDate(index)}\n`).join('')
const file = "registry: residents\nkind: csv\nfolder: .\nfiles: 'r-*.csv'\nready: marker\nkeys: {idNumber: 号码}\nfields:\n  residenceAddress: 住址\n  birthDate: {from: 出生, as: date}\n"

let town: SharingTown
let owner: TestClient
let folder = ''
beforeAll(async () => {
  town = await openSharingTown()
  owner = await town.official('steward', '990100', 'sky')
})
afterAll(() => town.close())

const connect = async (more = ''): Promise<void> => {
  folder = await folderWith({ 'residents.yaml': file, 'r-1.csv': `号码,住址,出生\n${rows}${more}`, 'r-1.csv.done': `rows=${people + more.split('\n').length - 1}` })
  const { app } = town.test
  app.connectors = await openConnectors({ folder, environment: {}, networks: [], db: app.db, clock: app.clock, log: app.log })
  await collect(app)
  await town.test.runJobs()
}
const grantFor = async (more: Record<string, unknown> = {}): Promise<RequestReply> => {
  const asker = await town.official('steward', '990101', 'energy')
  const { body: asked } = await asker.post<RequestReply>('/access-requests', wanted({ batch: true, ...more }))
  return (await owner.post<RequestReply>(`/access-requests/${asked.id}/grant`, { revision: asked.revision, fields: more['fields'] ?? ['residenceAddress', 'birthDate'], perDay: 2, until: '2026-12-31' })).body
}
const revoke = (granted: RequestReply) => owner.post(`/access-requests/${granted.id}/revoke`, { revision: granted.revision, reason: '用途已结束' })
const pull = (more: object = {}) => pullBatch(town.test.app, { resource: 'residents', fields: ['residenceAddress'], filter: { birthDate: { atMost: '1966-03-02' } }, consumer: 'authority:energy:990101', purpose: wanted().purpose, ...more })
const collected = async (id: string) => Array.fromAsync(pulledRecords(town.test.app, id))

describe('a pull', () => {
  it('needs a grant for batches: one for single questions is none', async () => {
    await connect()
    await expect(pull()).rejects.toMatchObject({ code: 'not_granted' })
    const single = await grantFor({ batch: false })
    await expect(pull()).rejects.toMatchObject({ code: 'not_granted' })
    await revoke(single)
  })

  it('brings what fits, in the granted fields only, pinned by a digest, as one call of the log', async () => {
    await connect()
    const granted = await grantFor()
    await expect(pull({ fields: ['residenceAddress', 'salary'] })).rejects.toMatchObject({ code: 'not_granted', details: { fields: ['salary'] } })
    await expect(pull({ filter: { salary: { atLeast: 1 } } })).rejects.toMatchObject({ code: 'not_granted' })
    await expect(pull({ purpose: '另有用途' })).rejects.toMatchObject({ code: 'not_granted' })
    const { id } = await pull()
    await expect(collected(id)).rejects.toMatchObject({ code: 'not_allowed_now' })
    await town.test.runJobs()
    const records = await collected(id)
    expect(records).toHaveLength(Array.from({ length: people }, (_, index) => birthDate(index)).filter((day) => day <= '1966-03-02').length)
    expect(Object.keys(records[0] ?? {}).toSorted()).toEqual(['idNumber', 'residenceAddress'])
    const finished = await findPull(town.test.app.db.read, id)
    const calls = await town.test.app.db.read`select outcome, reason, provider_hash, fields, about from exchange_calls c left join lateral (select count(*)::int as about from exchange_call_subjects s where s.call_id = c.id) a on true where id = ${id}`
    expect(calls).toEqual([{ outcome: 'answers', reason: `${records.length} records`, provider_hash: finished?.digest, fields: ['residenceAddress'], about: 0 }])
    expect(await verifyLog(town.test.app)).toMatchObject({ intact: true })
    expect((await Array.fromAsync(pulledLines(town.test.app, id))).join('')).toHaveLength((await collected(id)).map((record) => JSON.stringify(record)).join('\n').length + 1)
    await revoke(granted)
  })

  it('is seen by everybody whose record it took, with what was taken and by what law, once, and by nobody else', async () => {
    const [taken, untaken] = [inventIdNumber(14_901), inventIdNumber(14_902)]
    await connect(`${taken},样例市东山区一号,1931-02-11\n${untaken},样例市东山区二号,1999-02-11\n`)
    const granted = await grantFor()
    const { id } = await pull()
    const about = (idNumber: string) => listCallsAbout(town.test.app.db.read, id, personDigest(idNumber), 10)
    expect(await about(taken)).toEqual([])
    await town.test.runJobs()
    await continuePull(town.test.app, id)
    expect(await about(taken)).toMatchObject([{ id, registry: 'residents', consumer: 'authority:energy:990101', subject: 'batch', concepts: ['applicant.address'], purpose: wanted().purpose, own: false }])
    expect(await about(untaken)).toEqual([])
    await revoke(granted)
  })

  it('goes on under its own grant when another is given for another purpose, and each purpose finds its own', async () => {
    await connect()
    const first = await grantFor()
    const begun = await pull()
    const second = await grantFor({ purpose: '核对另一件事' })
    await town.test.runJobs()
    expect(await findPull(town.test.app.db.read, begun.id)).toMatchObject({ state: 'finished', grant: first.id })
    expect(await findPull(town.test.app.db.read, (await pull()).id)).toMatchObject({ grant: first.id })
    expect(await findPull(town.test.app.db.read, (await pull({ purpose: '核对另一件事' })).id)).toMatchObject({ grant: second.id })
    await town.test.runJobs()
    for (const each of [first, second]) await revoke(each)
  })

  it('goes on where it stopped, and a page stored twice is stored once', async () => {
    await connect()
    const granted = await grantFor()
    const begun = await pull({ filter: {} })
    const { app } = town.test
    await Promise.all([continuePull(app, begun.id), continuePull(app, begun.id)])
    const before = await findPull(app.db.read, begun.id)
    if (!before) throw new Error('the pull is gone')
    expect(before).toMatchObject({ state: 'running' })
    expect(await app.db.transaction((tx) => insertPulledPage(tx, begun, { next: null, records: 1, digest: 'x' }, [{ idNumber: '1' }]))).toBe(false)
    await town.test.runJobs()
    const records = await collected(begun.id)
    expect([records.length, new Set(records.map((record) => record['idNumber'])).size]).toEqual([people, people])
    await revoke(granted)
  })

  it('of a registry that needs the consent of each person is not asked for, begun or gone on with, unless its pack names a law', async () => {
    await connect()
    const granted = await grantFor()
    const { app } = town.test
    const { packs } = app
    const { id } = await pull()
    app.packs = changedPacks(({ registries: { residents, ...others }, ...rest }) => {
      const { batchBasis: _, ...withoutLaw } = residents ?? expect.unreachable('no register of residents')
      return { ...rest, registries: { ...others, residents: withoutLaw } }
    }, packs)
    await continuePull(app, id)
    const asked = await (await town.official('steward', '990101', 'energy')).post<{ error: { code: string; details: object } }>('/access-requests', wanted({ batch: true }))
    const begun = await pull().then(() => undefined, (error: unknown) => error)
    app.packs = packs
    expect([asked.status, asked.body.error]).toMatchObject([400, { code: 'invalid', details: { batch: 'its records need the consent of each person' } }])
    expect(begun).toMatchObject({ code: 'not_granted', details: { resource: 'needs the consent of each person' } })
    expect(await findPull(app.db.read, id)).toMatchObject({ state: 'failed', problem: 'its records need the consent of each person', records: 0 })
    await revoke(granted)
  })

  it('ends when its grant is revoked, and says so', async () => {
    await connect()
    const granted = await grantFor()
    const { id } = await pull()
    await revoke(granted)
    await town.test.runJobs()
    expect(await findPull(town.test.app.db.read, id)).toMatchObject({ state: 'failed', problem: 'the grant ended' })
  })

  it('may not be begun more often than the grant says', async () => {
    await connect()
    const granted = await grantFor()
    await pull()
    await pull()
    await expect(pull()).rejects.toMatchObject({ code: 'quota_used_up' })
    await town.test.runJobs()
    await revoke(granted)
  })

  it('of a source that puts another file in force meanwhile ends, and never mixes the two', async () => {
    await connect()
    const granted = await grantFor()
    const { app } = town.test
    const { id } = await pull({ filter: {} })
    await continuePull(app, id)
    await writeFile(join(folder, 'r-2.csv'), `号码,住址,出生\n${rows}`)
    await writeFile(join(folder, 'r-2.csv.done'), '')
    const definition = app.connectors.list()[0]?.source?.definition
    if (definition?.kind === 'csv') await loadFile(app, definition, folder)
    await town.test.runJobs()
    expect(await findPull(app.db.read, id)).toMatchObject({ state: 'failed', problem: 'another file came into force meanwhile; begin again' })
    await revoke(granted)
  })

  it('is forgotten after the days of retention; that it was made is not', async () => {
    await connect()
    const granted = await grantFor()
    const { id } = await pull()
    await town.test.runJobs()
    town.turnTo('2026-07-02T02:00:00Z')
    await forgetPulls(town.test.app)
    expect(await collected(id)).toEqual([])
    expect(await findPull(town.test.app.db.read, id)).toMatchObject({ state: 'finished', records: expect.any(Number) })
    town.turnTo(start)
    await revoke(granted)
  })
})

describe('a filter', () => {
  it('compares like with like, and a field without a value fits nothing', () => {
    const record = { age: 61, since: '2020-01-02', region: '440305', empty: null }
    const fits = (filter: Parameters<typeof fitsFilter>[1]) => fitsFilter(record, filter)
    expect([fits({ age: { atLeast: 60, atMost: 61 } }), fits({ since: { atMost: '2020-01-02' } }), fits({ region: { startsWith: '4403' } }), fits({ age: { is: 61 } }), fits({})]).toEqual([true, true, true, true, true])
    expect([fits({ age: { atLeast: 62 } }), fits({ age: { atLeast: '60' } }), fits({ empty: { is: '' } }), fits({ nothing: { atMost: 3 } }), fits({ age: { startsWith: '6' } })]).toEqual([false, false, false, false, false])
  })

  it('leaves the digest as it is for an empty page, and changes it for any other', () => {
    expect(digestAfter(noDigest, [])).toBe(noDigest)
    expect(digestAfter(noDigest, [{ a: 1, b: 2 }])).toBe(digestAfter(noDigest, [{ b: 2, a: 1 }]))
    expect(digestAfter(noDigest, [{ a: 1 }])).not.toBe(digestAfter(noDigest, [{ a: 2 }]))
  })
})
