// Seals end to end: a notice is sealed by its authority and checked by anybody, a suspended seal signs nothing until it is taken up again,
// and in production documents stay unsealed until a certificate has been imported.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTsa } from '../../../sandbox/tsa/tsa-server.ts'
import { issueNotice } from '../notices/serving.ts'
import { withNotices } from '../notices/testing.ts'
import type { TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { importSeal, requestSeal } from './issuing.ts'
import { certificatesIn, issueCertificate, pem } from './certificate.ts'
import { checkPdf } from './pdf-check.ts'
import { findSealByFingerprint } from './seals-store.ts'
import { drawUnsigned, inventSigner } from './testing.ts'
import { credentialPdf } from './card-pdf.ts'
import { signPdf } from './sealing.ts'

type Reply = { id: string; authority: string; suspended: boolean; fingerprint: string }
type Checked = { verdict: string; authority: string | null; sealedAt: string | null; isDemonstration: boolean }

const time = turnable(on)
const moment = new Date(on).toISOString()
let town: TelescopeTown
let clerk: TestClient
let head: TestClient
beforeAll(async () => {
  town = await openTelescopeTown(time.clock, withNotices(testingPacks(on.slice(0, 10))))
  clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
  head = await town.test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })
})
afterAll(() => town.close())

const accepted = async (): Promise<{ owner: TestClient; notice: string }> => {
  const owner = await town.test.as({ person: {} })
  const { id, cases } = await handIn(owner)
  const mine = cases.find(({ service }) => service === 'telescope-permit')
  const { body } = await clerk.get<{ id: string; revision: number }>(`/cases/${mine?.id}`)
  await clerk.post(`/cases/${body.id}/accept`, { revision: body.revision })
  const { notices } = (await owner.get<{ notices: { id: string }[] }>(`/applications/${id}/notices`)).body
  return { owner, notice: notices[0]?.id ?? '' }
}
const open = async (owner: TestClient, notice: string): Promise<Buffer> => (await owner.request({ method: 'GET', url: `/api/v1/notices/${notice}/document` })).rawPayload
const check = (pdf: Buffer) => {
  const boundary = 'seal-check'
  const payload = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x.pdf"\r\ncontent-type: application/pdf\r\n\r\n`), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return town.test.server.inject({ method: 'POST', url: '/api/v1/seal-checks', payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
}
const sealOf = async (): Promise<Reply> => {
  const { body } = await head.get<{ seals: Reply[] }>('/seals')
  const [seal] = body.seals
  if (!seal) throw new Error('there is no seal')
  return seal
}

describe('a sealed notice', () => {
  it('is checked by anybody without logging in, and nothing of it is kept', async () => {
    const { owner, notice } = await accepted()
    const pdf = await open(owner, notice)
    const files = () => town.test.app.db.read`select digest from files`
    const before = await files()
    const reply = await check(pdf)
    expect(reply.statusCode).toBe(200)
    expect(reply.json<Checked>()).toMatchObject({ verdict: 'valid', sealedAt: moment, isDemonstration: true, authority: (await sealOf()).authority })
    pdf[pdf.length - 30] = (pdf[pdf.length - 30] ?? 0) ^ 1
    expect((await check(pdf)).json<Checked>().verdict).toBe('altered')
    expect(await files()).toEqual(before)
  })

  it('is refused for a check when it is no PDF, empty or too large', async () => {
    const codeOf = async (bytes: Buffer) => (await check(bytes)).json<{ error: { code: string } }>().error.code
    expect([await codeOf(Buffer.from('hello')), await codeOf(Buffer.alloc(0)), await codeOf(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(6 * 1024 * 1024)]))]).toEqual(['file_type', 'file_empty', 'too_large'])
  })

  it('leaves its use on record: what for, about what, and the digest of what was covered', async () => {
    const { owner, notice } = await accepted()
    await open(owner, notice)
    const seal = await sealOf()
    const { body } = await head.get<{ uses: { purpose: string; subject: string; digest: string; at: string }[] }>(`/seals/${seal.id}/uses`)
    expect(body.uses.filter(({ subject }) => subject === notice)).toEqual([{ purpose: 'notice', subject: notice, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string, at: moment }])
    for (const change of ['update seal_uses set digest = \'\'', 'delete from seal_uses', 'delete from seal_actions']) await expect(town.test.app.db.transaction((tx) => tx.unsafe(change))).rejects.toThrow()
  })
})

describe('an e-licence on paper', () => {
  it('is sealed by the authority that answers for it, however much it says', async () => {
    const fields = Array.from({ length: 24 }, (_, index) => ({ label: `第${index + 1}项`, value: '观星许可的内容', ...(index < 3 ? { shown: 'main' as const } : {}) }))
    const pdf = await credentialPdf(town.test.app, {
      id: '01980000-0000-7000-8000-000000000001', title: '观星许可证', number: 'SKY-990101-1', issuer: { line: 'sky', region: '990101', name: '东山区观星局' }, issuedOn: '2026-03-02', validUntil: null,
      fields, colours: { ink: '#123a2b', from: '#f3fbf4', to: '#cdebd6' },
    })
    expect((await getDocument({ data: new Uint8Array(pdf) }).promise).numPages).toBe(2)
    expect((await check(pdf)).json<Checked>()).toMatchObject({ verdict: 'valid' })
  })
})

describe('an authority of time that does not answer', () => {
  it('holds a document up, and after its time the document is sealed without', async () => {
    let fault: 'ok' | 'down' = 'down'
    const tsa = await startTsa({ now: () => new Date('2026-03-02T03:00:00.000Z'), fault: () => fault })
    const certificates = join(town.test.app.config.dataDir, 'tsa.pem')
    await writeFile(certificates, tsa.certificate)
    const app = { ...town.test.app, config: { ...town.test.app.config, tsa: { url: tsa.url, certificates } } }
    const owner = { line: 'sky', region: '990101', name: '东山区观星局' }
    const drawn = await drawUnsigned('准予观星。', new Date(moment))
    const sealing = { purpose: 'notice', subject: 'x' } as const
    await expect(signPdf(app, owner, drawn, sealing)).rejects.toThrow('unavailable')
    const times = certificatesIn(Buffer.from(tsa.certificate))
    const verdict = async (pdf: Buffer) => {
      const findSeal = async (fingerprint: string) => {
        const seal = await findSealByFingerprint(app.db.read, fingerprint)
        return seal && { seal, actions: [], usedAt: moment }
      }
      const checked = await checkPdf(pdf, { times, findSeal })
      return [checked.verdict, checked.timestamp?.at]
    }
    expect(await verdict(await signPdf(app, owner, drawn, { ...sealing, unstampedAfter: '2026-03-01T00:00:00.000Z' }))).toEqual(['valid', undefined])
    fault = 'ok'
    expect(await verdict(await signPdf(app, owner, drawn, sealing))).toEqual(['valid', '2026-03-02T03:00:00.000Z'])
    await tsa.stop()
  })
})

describe('who keeps a seal', () => {
  it('is the head of its authority and whoever supervises there; to others it does not exist', async () => {
    const seal = await sealOf()
    const [foreign, supervisor, resident] = [await town.test.as({ staff: [{ role: 'head', region: '990102', line: 'sky' }] }), await town.test.as({ staff: [{ role: 'supervisor', region: '990100', line: null }] }), await town.test.as({ person: {} })]
    expect((await foreign.get<{ seals: Reply[] }>('/seals')).body.seals.map(({ id }) => id)).not.toContain(seal.id)
    const suspending = { action: 'suspend', reason: '密钥可能外泄' }
    expect(await Promise.all([foreign, clerk, resident].map(async (who) => (await who.post(`/seals/${seal.id}/actions`, suspending)).status))).toEqual([404, 403, 403])
    expect((await town.test.asNobody.get('/seals')).status).toBe(401)
    expect((await foreign.get(`/seals/${seal.id}/uses`)).status).toBe(404)
    expect((await supervisor.get<{ seals: Reply[] }>('/seals')).body.seals.map(({ id }) => id)).toContain(seal.id)
  })

  it('suspends it at once: nothing is sealed until it is taken up again, and then the document comes', async () => {
    const { owner, notice } = await accepted()
    const seal = await sealOf()
    time.turnTo('2026-03-02T05:00:00Z')
    expect((await head.post<Reply>(`/seals/${seal.id}/actions`, { action: 'suspend', reason: '密钥可能外泄' })).body.suspended).toBe(true)
    expect((await head.post(`/seals/${seal.id}/actions`, { action: 'suspend', reason: '再停一次' })).status).toBe(409)
    const refused = await owner.get<{ error: { code: string; details: unknown } }>(`/notices/${notice}/document`)
    expect([refused.status, refused.body.error.code, refused.body.error.details]).toEqual([503, 'seal_unusable', { reason: 'suspended', authority: seal.authority }])
    await expect(issueNotice(town.test.app, notice)).rejects.toThrow('seal_unusable')
    time.turnTo('2026-03-02T05:30:00Z')
    await head.post(`/seals/${seal.id}/actions`, { action: 'resume', reason: '查明没有外泄' })
    time.turnTo('2026-03-02T06:00:00Z')
    expect((await check(await open(owner, notice))).json<Checked>()).toMatchObject({ verdict: 'valid', sealedAt: '2026-03-02T06:00:00.000Z' })
    time.turnTo(on)
  })

  it('has another one after its key was replaced; what the former sealed still holds', async () => {
    const { owner, notice } = await accepted()
    const former = await open(owner, notice)
    const before = (await sealOf()).fingerprint
    time.turnTo('2026-03-02T07:00:00Z')
    await town.test.app.keys.rotate('seal:sky:990101')
    const later = await accepted()
    const pdf = await open(later.owner, later.notice)
    expect((await head.get<{ seals: Reply[] }>('/seals')).body.seals.map(({ fingerprint }) => fingerprint)).toContain(before)
    expect((await sealOf()).fingerprint).not.toBe(before)
    expect([(await check(former)).json<Checked>().verdict, (await check(pdf)).json<Checked>().verdict]).toEqual(['valid', 'valid'])
    time.turnTo(on)
  })
})

describe('in production', () => {
  it('a seal is what a certification authority certified for our key, and nothing else is taken', async () => {
    const app = { ...town.test.app, config: { ...town.test.app.config, mode: 'production' as const } }
    const owner = { line: 'sky', region: '990102', name: '西山区观星局' }
    await expect(signPdf(app, owner, Buffer.alloc(0), { purpose: 'notice', subject: 'x' })).rejects.toThrow('seal_unusable')
    expect(await requestSeal(app, owner, false)).toContain('BEGIN CERTIFICATE REQUEST')
    const issuer = { subject: { name: '示例电子认证机构', unit: '测试' }, signer: inventSigner('ca') }
    const { publicJwk } = await app.keys.signer('seal:sky:990102')
    const span = { from: new Date('2026-01-01'), until: new Date('2028-01-01') }
    const root = pem('CERTIFICATE', issueCertificate({ subject: issuer.subject, key: issuer.signer.publicJwk, issuer, ...span, kind: 'authority' }))
    const issue = (stated: Partial<Parameters<typeof issueCertificate>[0]> = {}) => pem('CERTIFICATE', issueCertificate({ subject: { name: owner.name, unit: '示例' }, key: publicJwk, issuer, ...span, kind: 'seal', ...stated }))
    const taking = (file: string) => importSeal(app, owner, Buffer.from(file))
    expect(await taking('nonsense')).toBe('unreadable')
    expect(await taking(issue({ key: inventSigner('other').publicJwk }) + root)).toBe('anotherKey')
    expect(await taking(issue({ subject: { name: '北山区观星局', unit: '示例' } }) + root)).toBe('anotherName')
    expect(await taking(issue({ until: new Date('2026-02-01') }) + root)).toBe('notInForce')
    expect(await taking(issue({ kind: 'authority' }) + root)).toBe('notForSigning')
    expect(await taking(issue())).toBe('chainBroken')
    expect(await taking(issue({ issuer: { subject: issuer.subject, signer: inventSigner('impostor') } }) + root)).toBe('chainBroken')
    const seal = await taking(issue() + root)
    expect(seal).toMatchObject({ authority: owner.name, selfIssued: false, validUntil: '2028-01-01T00:00:00.000Z' })
    expect(typeof seal === 'object' && certificatesIn(Buffer.from(seal.certificates))).toHaveLength(2)
  })
})
