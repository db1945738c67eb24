// What was thrown away is gone after its time, from the database and from the disk; what somebody still holds stays. Room is limited.
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, handIn, on, openTelescopeTown, telescopeAnswers, turnable, uploadRequest, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { findApplication } from './applications-store.ts'
import { purgeDraft } from './retention.ts'

/** Receipts do again for 30 days. */
const lasting = (catalogue: Catalogue): Catalogue => {
  const { receipt } = catalogue.evidence
  if (!receipt) throw new Error('the testing pack has changed')
  return { ...catalogue, evidence: { ...catalogue.evidence, receipt: { ...receipt, validDays: 30 } } }
}

describe('documents', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock, changedPacks(lasting), { MAX_FILES: '3', MAX_FILES_MB: '1' })
  })
  afterAll(() => town.close())
  const begin = async () => {
    const client = await town.test.as({ person: {} })
    return { client, id: (await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })).body.id }
  }
  const upload = (client: TestClient, id: string, content: string) => client.request(uploadRequest(`/applications/${id}/uploads/receipt`, `%PDF-1.4\n${content}\n%%EOF\n`))
  const folder = () => join(town.test.app.config.dataDir, 'files')
  const stored = async () => (await readdir(folder(), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  /** As though everything had been stored some days ago. */
  const age = async () => {
    const old = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000)
    for (const name of await stored()) await utimes(join(folder(), name), old, old)
  }
  const registered = async () => (await town.test.app.db.read`select 1 from files`).length

  it('of a discarded draft are gone with all that was left of it, except what another application holds', async () => {
    const [one, other] = [await begin(), await begin()]
    for (const content of ['both', 'mine']) await upload(one.client, one.id, content)
    await upload(other.client, other.id, 'both')
    await one.client.put(`/applications/${one.id}/consents`, { consents: { residents: true } })
    await one.client.delete(`/applications/${one.id}/draft`)
    await age()
    expect(await stored()).toHaveLength(2)
    await town.test.runJobs()
    expect([await stored(), await registered()]).toMatchObject([{ length: 1 }, 1])
    expect(await findApplication(town.test.app.db.read, one.id)).toMatchObject({ answers: {}, known: [], consents: {}, lookedUp: [], records: {} })
    expect((await other.client.get<DraftReply>(`/applications/${other.id}/draft`)).body.uploads).toHaveLength(1)
    // Those who were looked up for it still see that.
    expect((await one.client.get<{ uses: unknown[] }>('/data-use')).body.uses).toHaveLength(1)
  })

  it('of a discarded draft are gone also when the machine stops right after they are struck off, and so is what was signed', async () => {
    const { client, id } = await begin()
    const before = (await stored()).length
    for (const content of ['first of two', 'second of two']) await upload(client, id, content)
    await client.put(`/applications/${id}/commitments`, { commitments: { 'gift-statement': true } })
    await client.delete(`/applications/${id}/draft`)
    await age()
    await purgeDraft(town.test.app, id)
    expect(await stored()).toHaveLength(before + 2)
    const due = await town.test.app.db.read<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where task_identifier = 'applications.purgeFile'`
    expect(due.map(({ run_at }) => run_at.toISOString())).toEqual(['2026-03-02T02:00:00.000Z', '2026-03-02T02:00:00.000Z'])
    await town.test.runJobs()
    expect(await stored()).toHaveLength(before)
    expect(await town.test.app.db.read`select 1 from application_commitments where application_id = ${id}`).toEqual([])
  })

  it('that a case uses again from an earlier application stay when a discarded draft held the same', async () => {
    const client = await town.test.as({ person: {} })
    await handIn(client)
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', answers: telescopeAnswers })
    await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
    expect((await client.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
    const rows = await town.test.app.db.read<{ evidence: { files: { digest: string }[] }[] }[]>`select evidence from cases where application_id = ${id} and service = 'telescope-permit'`
    const reused = rows.flatMap(({ evidence }) => evidence.flatMap(({ files }) => files.map(({ digest }) => digest)))
    expect(reused).toHaveLength(1)
    const other = await begin()
    await other.client.request(uploadRequest(`/applications/${other.id}/uploads/receipt`))
    await other.client.delete(`/applications/${other.id}/draft`)
    await age()
    await town.test.runJobs()
    expect(await stored()).toEqual(expect.arrayContaining(reused.map((digest) => expect.stringContaining(digest))))
  })

  it('removed from a draft are gone after their time, and not before', async () => {
    const { client, id } = await begin()
    const before = (await stored()).length
    const kept = (await upload(client, id, 'kept')).json<{ id: string }>()
    const removed = (await upload(client, id, 'removed')).json<{ id: string }>()
    await client.delete(`/applications/${id}/uploads/${removed.id}`)
    const [job] = await town.test.app.db.read<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where task_identifier = 'applications.purgeFile' order by id desc limit 1`
    expect(job?.run_at.toISOString()).toBe('2026-04-01T02:00:00.000Z')
    await age()
    await town.test.runJobs()
    expect(await stored()).toHaveLength(before + 1)
    expect((await client.request({ method: 'GET', url: `/api/v1/applications/${id}/uploads/${kept.id}` })).statusCode).toBe(200)
  })

  it('are kept when the same content was stored again meanwhile', async () => {
    const { client, id } = await begin()
    const removed = (await upload(client, id, 'again')).json<{ id: string; }>()
    await client.delete(`/applications/${id}/uploads/${removed.id}`)
    const before = (await stored()).length
    // When bytes were stored, the disk says: the day they are tried again is a real one.
    const today = new Date()
    turnTo(today.toISOString())
    await town.test.runJobs()
    turnTo(on)
    expect(await stored()).toHaveLength(before)
    const [job] = await town.test.app.db.read<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where task_identifier = 'applications.purgeFile' order by id desc limit 1`
    expect(job?.run_at.getTime()).toBe(today.getTime() + 24 * 60 * 60 * 1000)
    expect((await upload(client, id, 'again')).statusCode).toBe(201)
  })

  it('are limited in number and in size for one application, with what there is and what may be', async () => {
    const { client, id } = await begin()
    for (const content of ['1', '2', '3']) expect((await upload(client, id, content)).statusCode).toBe(201)
    const fourth = await upload(client, id, '4')
    expect([fourth.statusCode, fourth.json()]).toMatchObject([413, { error: { code: 'too_many_files', details: { files: 3, maxFiles: 3 } } }])
    const large = await begin()
    expect((await upload(large.client, large.id, 'x'.repeat(700_000))).statusCode).toBe(201)
    expect((await upload(large.client, large.id, 'y'.repeat(700_000))).json()).toMatchObject({ error: { code: 'too_many_files', details: { maxBytes: 1024 * 1024 } } })
  })

  it('handed over from two devices at once stay within the limit', async () => {
    const { client, id } = await begin()
    const replies = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((content) => upload(client, id, content)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 413, 413])
  })
})
