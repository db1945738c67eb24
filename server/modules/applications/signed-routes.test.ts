// The signed application: what was shown is what was signed, the copy says it word for word, and whatever was exchanged since is found.
import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../kernel/audit.ts'
import { isSignedBy } from '../../kernel/keys.ts'
import type { TestClient } from '../../testing/app.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import { findApplication, updateApplication } from './applications-store.ts'
import { digestOfContent, signedContent } from './signed-content.ts'

type Signature = { digest: string; signature: string; timestamp: string | null; signedAt: string }
let town: TelescopeTown
beforeAll(async () => {
  town = await openTelescopeTown()
})
afterAll(() => town.close())

const open = (client: TestClient, id: string) => client.request({ method: 'GET', url: `/api/v1/applications/${id}/signed-copy` })
const recorded = async (id: string) =>
  (await town.test.app.db.read<{ signed: string }[]>`select detail->>'signed' as signed from audit_entries where subject_type = 'application' and subject_id = ${id} and action = 'applications.submit'`)[0]?.signed

describe('a signed application', () => {
  it('is recorded when it is handed in, and its copy says the same in the words that were shown', async () => {
    const owner = await town.test.as({ person: { name: '欧阳观星' } })
    const { id } = await handIn(owner)
    const reply = await open(owner, id)
    expect(reply.statusCode).toBe(200)
    const document = await getDocument({ data: new Uint8Array(reply.rawPayload) }).promise
    const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items))
    const text = pages.flat().map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')
    const digest = (await recorded(id)) ?? ''
    for (const words of ['申请表', '欧阳观星', digest, '我填写的内容和上传的材料都是真实的']) expect(text).toContain(words)
    expect((await open(owner, id)).rawPayload.equals(reply.rawPayload)).toBe(true)
  })

  it('is signed by the installation, as anybody can check with its public key', async () => {
    const owner = await town.test.as({ person: {} })
    const { id } = await handIn(owner)
    const { body } = await owner.get<Signature>(`/applications/${id}/signature`)
    expect([body.digest, body.timestamp]).toEqual([await recorded(id), null])
    const [header = '', payload = '', signature = ''] = body.signature.split('.')
    const [key] = await town.test.app.keys.listKeys('applications')
    if (!key) throw new Error('there is no key')
    expect(isSignedBy(key.publicJwk, Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ application: id, digest: body.digest })
  })

  it('is not handed out as signed once anything of it was exchanged', async () => {
    const owner = await town.test.as({ person: {} })
    const { id } = await handIn(owner)
    expect((await open(owner, id)).statusCode).toBe(200)
    const code = async () => (await open(owner, id)).json<{ error: { code: string } }>().error.code
    const { app } = town.test
    const kept = await findApplication(app.db.read, id)
    if (!kept?.plan) throw new Error('there is no plan')
    const { plan } = kept
    for (const changed of [{ plan: { ...plan, services: [] } }, { plan: { ...plan, concepts: plan.concepts.map((each) => (each.value === undefined ? each : { ...each, value: '别的' })) } }, { consents: { sky: { granted: true, at: '2026-03-02T00:00:00.000Z' } } }]) {
      await app.db.transaction((tx) => updateApplication(tx, { ...kept, ...changed }))
      expect(await code()).toBe('not_as_signed')
    }
    await app.db.transaction(async (tx) => updateApplication(tx, kept))
    expect((await open(owner, id)).statusCode).toBe(200)
    await app.db.transaction((tx) => tx`delete from application_files where application_id = ${id}`)
    expect(await code()).toBe('not_as_signed')
  })

  it('is its applicant’s alone; a draft has none', async () => {
    const owner = await town.test.as({ person: {} })
    const { id } = await handIn(owner)
    const other = await town.test.as({ person: {} })
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect([(await open(other, id)).statusCode, (await open(clerk, id)).statusCode, (await open(town.test.asNobody, id)).statusCode]).toEqual([404, 403, 401])
  })
})

describe('the canonical form', () => {
  it('is the same whatever order it was put together in, and another one for any other content', () => {
    const plan = { services: [], concepts: [], evidence: [] }
    const catalogue = { matters: {}, services: {}, concepts: {}, evidence: {}, registries: {}, regions: {} }
    const consents = { b: { granted: true, at: '2026-03-02T00:00:00.000Z' }, a: { granted: false, at: '2026-03-02T00:00:00.000Z' } }
    const make = (given: typeof consents) => signedContent({ application: { id: 'x', personId: 'y', matter: 'm', matterName: null, region: '990101', consents: given }, plan: plan as never, catalogue: catalogue as never, uploads: [], commitments: [] })
    const content = make(consents)
    expect(digestOfContent(content)).toBe(digestOfContent(make({ a: consents.a, b: consents.b })))
    expect(digestOfContent(content)).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'))
    expect(digestOfContent(content)).not.toBe(digestOfContent(make({ ...consents, b: { ...consents.b, granted: false } })))
  })
})
