// E-licences for their holders: made from a registry on request, about nobody else, and read by nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { confirmCredentials } from './confirming.ts'
import { getCredential, listCredentialsOf, listValidOf } from './credentials-store.ts'
import { withTypes } from './testing.ts'

type Told = { id: string; type: string; number: string; edition: number }

describe('an e-licence of a resident', () => {
  let town: TelescopeTown
  beforeAll(async () => { town = await openTelescopeTown(turnable(on).clock, withTypes()) })
  afterAll(() => town.close())

  const resident = { name: '住户', region: '990101', idNumber: '990101199005219990' }
  const record = { residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' }
  const wish = { type: 'residence-proof', consent: true }

  it('from a registry is made when its holder asks, from what the registry says of them, and again when that changes', async () => {
    const { registry, test } = town
    const applicant = await test.as({ person: { name: '住户', region: '990101', idNumber: '990101199005219990' } })
    registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    expect((await applicant.post('/credentials/claims', { type: 'residence-proof', consent: false })).status).toBe(400)
    expect((await applicant.post('/credentials/claims', { type: 'telescope-licence', consent: true })).status).toBe(404)
    const first = await applicant.post<Told>('/credentials/claims', { type: 'residence-proof', consent: true })
    expect(first).toMatchObject({ status: 201, body: { type: 'residence-proof', edition: 1 } })
    expect(registry.asked.at(-1)).toMatchObject({ purpose: '领取电子证照：居住证明', caseNumber: `licence:${first.body.id}` })
    expect((await applicant.post<Told>('/credentials/claims', { type: 'residence-proof', consent: true })).body.id).toBe(first.body.id)
    registry.answer({ residenceAddress: '样例市西河区2号', residenceRegion: '990102', birthDate: '1990-05-21' })
    expect((await applicant.post<Told>('/credentials/claims', { type: 'residence-proof', consent: true })).body).toMatchObject({ edition: 2, number: first.body.number })
    registry.answer(undefined)
    expect((await applicant.post('/credentials/claims', { type: 'residence-proof', consent: true })).status).toBe(404)
    registry.breakWith(500)
    expect((await applicant.post('/credentials/claims', { type: 'residence-proof', consent: true })).status).toBe(503)
    expect((await listCredentialsOf(test.app.db.read, applicant.id)).map(({ status }) => status)).toEqual(['valid', 'replaced'])
  })

  it('is confirmed every night: what the registry says otherwise is a new edition, a month of silence lets it rest, an answer wakes it, no record ends it', async () => {
    const { clock, turnTo } = turnable(on)
    const own = await openTelescopeTown(clock, withTypes())
    const { test: { app, as }, registry } = own
    const applicant = await as({ person: resident })
    registry.answer(record)
    await applicant.post<Told>('/credentials/claims', wish)
    const night = async (days: number) => {
      turnTo(new Date(new Date(on).getTime() + days * 86_400_000).toISOString())
      await confirmCredentials(app)
      return (await listCredentialsOf(app.db.read, applicant.id)).map(({ status, edition }) => [edition, status])
    }
    const asked = registry.asked.length
    expect(await confirmCredentials(app)).toBe(0)
    expect(await night(1)).toEqual([[1, 'valid']])
    expect(await confirmCredentials(app)).toBe(0)
    expect(registry.asked.slice(asked)).toMatchObject([{ purpose: '领取电子证照：居住证明' }])
    registry.answer({ ...record, residenceAddress: '样例市西河区2号' })
    expect(await night(2)).toEqual([[2, 'valid'], [1, 'replaced']])
    registry.breakWith(500)
    expect(await night(10)).toEqual([[2, 'valid'], [1, 'replaced']])
    expect(await night(40)).toEqual([[2, 'suspended'], [1, 'replaced']])
    expect((await listValidOf(app.db.read, applicant.id))).toEqual([])
    registry.answer({ ...record, residenceAddress: '样例市西河区2号' })
    expect(await night(41)).toEqual([[2, 'valid'], [1, 'replaced']])
    registry.answer(undefined)
    expect(await night(42)).toEqual([[2, 'revoked'], [1, 'replaced']])
    expect(await night(43)).toEqual([[2, 'revoked'], [1, 'replaced']])
    await own.close()
  })

  it('that an official has suspended is not woken by a registry', async () => {
    const { clock, turnTo } = turnable(on)
    const own = await openTelescopeTown(clock, withTypes())
    const { test: { app, as }, registry } = own
    registry.answer(record)
    const { body: one } = await (await as({ person: resident })).post<Told>('/credentials/claims', wish)
    expect((await (await as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })).post(`/issued-credentials/${one.id}/suspend`, { reasons: '正在核查。' })).status).toBe(200)
    turnTo(new Date(new Date(on).getTime() + 3 * 86_400_000).toISOString())
    expect(await confirmCredentials(app)).toBe(0)
    expect(await getCredential(app.db.read, one.id)).toMatchObject({ status: 'suspended', because: '正在核查。' })
    await own.close()
  })

  it('is not made from an answer about somebody else', async () => {
    const applicant = await town.test.as({ person: { ...resident, idNumber: '440305199005219994' } })
    town.registry.answer({ ...record, birthDate: '1961-01-01' })
    expect(await applicant.post('/credentials/claims', wish)).toMatchObject({ status: 404, body: { error: { details: { because: 'anotherPerson' } } } })
    expect((await applicant.get('/credentials')).body).toEqual([])
  })

  it('is read by its holder alone', async () => {
    const applicant = await town.test.as({ person: { ...resident, idNumber: '440305199102199980' } })
    town.registry.answer({ ...record, birthDate: '1991-02-19' })
    const { body: one } = await applicant.post<Told>('/credentials/claims', wish)
    const other = await town.test.as({ person: {} })
    const head = await town.test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })
    expect((await applicant.get<Told>(`/credentials/${one.id}`)).body).toMatchObject({ id: one.id })
    expect((await applicant.get<{ id: string; claimable: boolean }[]>('/credential-offers')).body.map(({ id, claimable }) => [id, claimable])).toEqual([['telescope-licence', false], ['residence-proof', true]])
    expect((await applicant.get(`/credentials/${one.id}/uses`)).body).toEqual([])
    for (const path of [`/credentials/${one.id}`, `/credentials/${one.id}/uses`]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await head.get(path)).status).toBe(403)
      expect((await town.test.asNobody.get(path)).status).toBe(401)
    }
    expect((await town.test.asNobody.post('/credentials/claims', wish)).status).toBe(401)
  })

  describe('made for its holder', () => {
    const made = async (idNumber: string, birthDate: string) => {
      const applicant = await town.test.as({ person: { ...resident, idNumber } })
      town.registry.answer({ ...record, birthDate })
      const { body: one } = await applicant.post<Told>('/credentials/claims', wish)
      const head = await town.test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })
      return { applicant, one, head }
    }

    it('is taken along as a PDF while it holds, by nobody else, and not while it is suspended', async () => {
      const { applicant, one, head } = await made('440305196209089999', '1962-09-08')
      const pdf = await applicant.request({ method: 'GET', url: `/api/v1/credentials/${one.id}/pdf` })
      expect([pdf.statusCode, pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
      expect((await (await town.test.as({ person: {} })).get(`/credentials/${one.id}/pdf`)).status).toBe(404)
      await head.post(`/issued-credentials/${one.id}/suspend`, { reasons: '核查登记' })
      expect((await applicant.get(`/credentials/${one.id}/pdf`)).status).toBe(409)
      town.registry.answer({ ...record, birthDate: '1962-09-08', residenceAddress: '样例市西河区9号' })
      expect((await applicant.post('/credentials/claims', wish)).status).toBe(409)
    })

    it('is still read when the packs no longer have its type, and no more given out', async () => {
      const { applicant, one } = await made('440305196407029989', '1964-07-02')
      const { packs } = town.test.app
      Object.assign(town.test.app, { packs: { ...packs, credentialTypesFor: () => ({}) } })
      const { body } = await applicant.get<{ name: object; claims: { id: string; name: object; always: boolean }[] }>(`/credentials/${one.id}`)
      const offered = await applicant.post('/credentials/claims', wish)
      const printed = await applicant.get(`/credentials/${one.id}/pdf`)
      Object.assign(town.test.app, { packs })
      expect(body.name).toEqual({ 'zh-CN': 'residence-proof' })
      expect(body.claims.find(({ id }) => id === 'address')).toMatchObject({ name: { 'zh-CN': 'address' }, always: false })
      expect([offered.status, printed.status]).toEqual([404, 409])
    })

    it('is not made of a record whose last day is over, nor where no authority answers for it', async () => {
      const { packs } = town.test.app
      const withType = (change: object) => Object.assign(town.test.app, { packs: { ...packs, credentialTypesFor: (region: string) => Object.fromEntries(Object.entries(packs.credentialTypesFor(region)).map(([id, type]) => [id, { ...type, ...change }])) } })
      const applicant = await town.test.as({ person: { ...resident, idNumber: '440304199503149996' } })
      town.registry.answer({ ...record, birthDate: '1995-03-14' })
      withType({ until: 'applicant.birthDate' })
      const over = await applicant.post<{ error: { details: { because?: string } } }>('/credentials/claims', wish)
      withType({ line: 'nobody' })
      const nobody = await applicant.post('/credentials/claims', wish)
      Object.assign(town.test.app, { packs })
      expect([over.status, over.body.error.details.because, nobody.status]).toEqual([404, 'expired', 409])
    })
  })
})
