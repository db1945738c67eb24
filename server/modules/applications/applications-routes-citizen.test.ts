// The applicant's way: start, fill, hand in once, follow; nothing is lost, nothing of others is seen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, handIn, openTelescopeTown, telescopeAnswers, uploadRequest, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

describe('an application', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())
  const resident = () => town.test.as({ person: {} })

  it('is one draft however often it is started, and is there on the next device', async () => {
    const client = await resident()
    const [one, two] = await Promise.all([client.post<DraftReply>('/applications', { matter: 'keep-telescope' }), client.post<DraftReply>('/applications', { matter: 'keep-telescope' })])
    expect([one.status, two.status]).toEqual([201, 201])
    expect(one.body.id).toBe(two.body.id)
    await client.put(`/applications/${one.body.id}/answers`, { answers: { 'telescope.place': 'field' } })
    const elsewhere = await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })
    expect(elsewhere.body.answers).toEqual({ 'telescope.place': 'field' })
    const list = await client.get<{ applications: { id: string; state: string }[] }>('/applications')
    expect(list.body.applications).toMatchObject([{ id: one.body.id, state: 'draft', filled: 1 }])
  })

  it('keeps every right answer and names each wrong one', async () => {
    const client = await resident()
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })
    const reply = await client.put<DraftReply>(`/applications/${id}/answers`, {
      answers: { 'telescope.model': '🔭 <b>x</b> \'; drop table applications; --', 'telescope.aperture': 1, 'telescope.boughtOn': '2026-02-30', 'telescope.place': 'moon', 'no.such': 'x', 'telescope.lampNumber': 'X'.repeat(10_000) },
    })
    expect(reply.status).toBe(200)
    expect(reply.body.problems.map((problem) => `${problem.concept} ${problem.code}`).sort()).toEqual(['no.such unknown', 'telescope.aperture range', 'telescope.boughtOn date', 'telescope.lampNumber tooLong', 'telescope.place choice'])
    expect(reply.body.answers).toEqual({ 'telescope.model': '🔭 <b>x</b> \'; drop table applications; --' })
    expect((await client.put<DraftReply>(`/applications/${id}/answers`, { answers: { 'telescope.model': null } })).body.answers).toEqual({})
  })

  it('asks a registry only after consent, and then does not ask the person', async () => {
    const client = await resident()
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', answers: telescopeAnswers })
    const before = town.registry.asked.length
    const agreed = await client.put<DraftReply>(`/applications/${id}/consents`, { consents: { residents: true } })
    expect(town.registry.asked.length).toBe(before + 1)
    expect(town.registry.asked.at(-1)).toMatchObject({ purpose: '拥有一台望远镜', fields: expect.arrayContaining(['residenceAddress']) })
    const address = agreed.body.plan.concepts.find((each) => each.concept === 'applicant.address')
    expect(address).toMatchObject({ source: { kind: 'registry' }, locked: true, value: '样例市东山区山前街道1号' })
    const again = await client.put<DraftReply>(`/applications/${id}/answers`, { answers: { 'telescope.chartLanguage': 'en' } })
    expect(again.status).toBe(200)
    expect(town.registry.asked.length).toBe(before + 1)
    const use = await client.get<{ uses: { whatName: string; outcome: string; conceptNames: string[] }[] }>('/data-use')
    expect(use.body.uses).toMatchObject([{ whatName: '居民库', outcome: 'answers' }])
  })

  it('asks the person and says why when the applicant does not agree, and forgets what a withdrawn consent brought', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    const declined = await client.put<DraftReply>(`/applications/${id}/consents`, { consents: { residents: false } })
    expect(declined.body.plan.concepts.find((each) => each.concept === 'applicant.address')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'declined' })
    expect(declined.body.missing.answers.map((each) => each.concept)).toContain('applicant.address')
  })

  it('asks the person when the registry is down, and asks the registry again when it is back', async () => {
    const client = await resident()
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', answers: telescopeAnswers })
    town.registry.breakWith(500)
    const down = await client.put<DraftReply>(`/applications/${id}/consents`, { consents: { residents: true } })
    expect(down.body.registries).toEqual({ residents: 'unavailable' })
    expect(down.body.plan.concepts.find((each) => each.concept === 'applicant.address')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'registryUnavailable' })
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    const back = await client.put<DraftReply>(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    expect(back.body.registries).toEqual({ residents: 'answers' })
  })

  it('does not believe a registry that says what cannot be right', async () => {
    const client = await resident()
    town.registry.answer({ residenceAddress: '样例市', residenceRegion: '东山', birthDate: '1990-02-30' })
    const id = await fillDraft(client)
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    const draft = await client.get<DraftReply>(`/applications/${id}/draft`)
    expect(draft.body.plan.concepts.find((each) => each.concept === 'applicant.birthDate')).toMatchObject({ source: { kind: 'ask' } })
  })

  it('asks again what the applicant says is wrong on record', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    const reply = await client.post<DraftReply>(`/applications/${id}/disputes`, { concept: 'applicant.address' })
    expect(reply.body.plan.concepts.find((each) => each.concept === 'applicant.address')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'disputed' })
  })

  it('lets a dispute be taken back: the record counts again, and what was typed instead is gone', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    await client.post(`/applications/${id}/disputes`, { concept: 'applicant.address' })
    const typed = await client.put<DraftReply & { disputes: unknown[] }>(`/applications/${id}/answers`, { answers: { 'applicant.address': '别处' } })
    expect(typed.body.disputes).toEqual([{ concept: 'applicant.address', value: '样例市东山区山前街道1号' }])
    const back = await client.delete<DraftReply & { disputes: unknown[] }>(`/applications/${id}/disputes/applicant.address`)
    expect(back.body.plan.concepts.find((each) => each.concept === 'applicant.address')).toMatchObject({ source: { kind: 'registry' }, value: '样例市东山区山前街道1号' })
    expect([back.body.disputes, back.body.answers['applicant.address']]).toEqual([[], undefined])
    expect((await client.delete(`/applications/${id}/disputes/applicant.address`)).status).toBe(400)
    expect((await (await resident()).delete(`/applications/${id}/disputes/applicant.address`)).status).toBe(404)
  })

  it('says when a registry that keeps failing is asked again, and asks it at once when the person wishes', async () => {
    const client = await resident()
    town.registry.breakWith(503)
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', answers: telescopeAnswers })
    await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
    for (let time = 0; time < 3; time += 1) await client.put(`/applications/${id}/answers`, { answers: { 'telescope.model': `牧夫座${time}` } })
    type Retry = DraftReply & { retry: Record<string, { at: string; because: string }> }
    const down = await client.get<Retry>(`/applications/${id}/draft`)
    expect(down.body.retry).toEqual({ residents: { at: '2026-03-02T02:00:15.000Z', because: 'silent' } })
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    const saved = await client.put<Retry>(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    expect(saved.body.registries).toEqual({ residents: 'unavailable' })
    const again = await client.post<Retry>(`/applications/${id}/look-ups`)
    expect([again.body.registries, again.body.retry]).toEqual([{ residents: 'answers' }, {}])
    expect((await (await resident()).post(`/applications/${id}/look-ups`)).status).toBe(404)
  })

  it('cannot be handed in while something is missing, and says what', async () => {
    const client = await resident()
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', answers: { 'telescope.place': 'home', 'telescope.lamp': true } })
    const reply = await client.post<{ error: { code: string; details: { answers: { concept: string }[]; evidence: string[]; commitments: string[]; registries: string[] } } }>(`/applications/${id}/submit`, { truthful: true })
    expect(reply.status).toBe(422)
    expect(reply.body.error.code).toBe('incomplete')
    expect(reply.body.error.details.registries).toEqual(['residents'])
    expect(reply.body.error.details.answers.map((each) => each.concept)).toContain('telescope.model')
    expect([reply.body.error.details.commitments, reply.body.error.details.evidence]).toEqual([['gift-statement'], []])
  })

  it('becomes one application with one case per authority service, whatever is clicked twice', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    const replies = await Promise.all(Array.from({ length: 4 }, () => client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })))
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200])
    expect(new Set(replies.map((reply) => reply.body.number)).size).toBe(1)
    expect(replies[0]?.body.cases.map((each) => `${each.service} ${each.state}`).sort()).toEqual(['lamp-dimming waiting', 'star-chart granted', 'telescope-permit submitted'])
    const inbox = await client.get<{ messages: { title: string }[] }>('/messages')
    expect(inbox.body.messages.map((message) => message.title).sort()).toEqual(['已办结：星图领取', '已提交：拥有一台望远镜'])
  })

  it('cannot be changed after it was handed in', async () => {
    const client = await resident()
    const { id } = await handIn(client)
    expect((await client.put(`/applications/${id}/answers`, { answers: {} })).status).toBe(409)
    expect((await client.delete(`/applications/${id}/draft`)).status).toBe(409)
    expect((await client.get(`/applications/${id}/kept`)).status).toBe(409)
    expect((await client.post(`/applications/${id}/look-ups`)).status).toBe(409)
    expect((await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))).statusCode).toBe(409)
  })

  it('is no application yet: it has no map, nothing to withdraw or to correct, and what nobody has on record cannot be disputed', async () => {
    const [client, nothing] = [await resident(), '00000000-0000-7000-8000-000000000000']
    const id = await fillDraft(client)
    expect((await client.get(`/applications/${id}`)).status).toBe(409)
    expect((await client.post(`/applications/${id}/withdraw`, {})).status).toBe(409)
    expect((await client.post(`/applications/${id}/cases/${nothing}/supplement`, { answers: {} })).status).toBe(404)
    expect((await client.post(`/applications/${id}/disputes`, { concept: 'telescope.model' })).status).toBe(400)
    expect((await client.request(uploadRequest(`/applications/${id}/uploads/no-such-document`))).statusCode).toBe(404)
    expect((await client.get(`/applications/${id}/uploads/${nothing}`)).status).toBe(404)
  })

  it('handed in: a case that is not of it is not withdrawn or corrected, and one that has ended is not withdrawn again', async () => {
    const [client, other] = [await resident(), await resident()]
    const [own, theirs] = [await handIn(client), await handIn(other)]
    const [foreign] = theirs.cases
    expect((await client.post(`/applications/${own.id}/withdraw`, { case: foreign?.id })).status).toBe(404)
    expect((await client.post(`/applications/${own.id}/cases/${foreign?.id}/supplement`, { answers: {} })).status).toBe(404)
    const permit = own.cases.find(({ service }) => service === 'telescope-permit')
    expect((await client.post(`/applications/${own.id}/cases/${permit?.id}/supplement`, { answers: {} })).status).toBe(409)
    expect((await client.post(`/applications/${own.id}/withdraw`, { case: permit?.id, reason: '不买了' })).status).toBe(200)
    expect((await client.post(`/applications/${own.id}/withdraw`, { case: permit?.id })).status).toBe(409)
  })

  it('does not exist for anybody else', async () => {
    const [owner, other] = [await resident(), await resident()]
    const id = await fillDraft(owner)
    for (const reply of [await other.get(`/applications/${id}/draft`), await other.put(`/applications/${id}/answers`, { answers: {} }), await other.post(`/applications/${id}/submit`, { truthful: true }), await other.delete(`/applications/${id}/draft`)]) {
      expect(reply.status).toBe(404)
    }
    expect((await town.test.asNobody.get(`/applications/${id}/draft`)).status).toBe(401)
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990100', line: 'sky' }] })
    expect((await clerk.get(`/applications/${id}/draft`)).status).toBe(403)
  })

  it('refuses what is not its own: unknown matters, regions outside, firm services left out, unknown registries', async () => {
    const client = await resident()
    expect((await client.post('/applications', { matter: 'none' })).status).toBe(404)
    expect((await client.post('/applications', { matter: 'keep-telescope', region: '440305' })).status).toBe(404)
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })
    expect((await client.put(`/applications/${id}/services`, { declined: ['telescope-permit'] })).status).toBe(400)
    expect((await client.put(`/applications/${id}/consents`, { consents: { none: true } })).status).toBe(400)
    expect((await client.put<DraftReply>(`/applications/${id}/services`, { declined: ['star-chart'] })).body.plan.services.find((each) => each.service === 'star-chart')?.state).toBe('declined')
  })

  it('can be thrown away, and then begun afresh', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    expect((await client.delete(`/applications/${id}/draft`)).status).toBe(200)
    expect((await client.get(`/applications/${id}/draft`)).status).toBe(404)
    const fresh = await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })
    expect(fresh.body.id).not.toBe(id)
    expect(fresh.body.answers).toEqual({})
  })

  it('takes documents by what they are, and lets them be looked at and removed', async () => {
    const client = await resident()
    const { body: { id } } = await client.post<DraftReply>('/applications', { matter: 'keep-telescope' })
    const empty = await client.request(uploadRequest(`/applications/${id}/uploads/receipt`, ''))
    const program = await client.request(uploadRequest(`/applications/${id}/uploads/receipt`, 'MZ program', '凭证.pdf'))
    const huge = await client.request(uploadRequest(`/applications/${id}/uploads/receipt`, Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21 * 1024 * 1024, 32)])))
    expect([empty.statusCode, program.statusCode, huge.statusCode]).toEqual([422, 415, 413])
    const kept = await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))
    expect(kept.statusCode).toBe(201)
    const upload = kept.json<{ id: string }>()
    expect((await client.request({ method: 'GET', url: `/api/v1/applications/${id}/uploads/${upload.id}` })).body).toContain('%PDF')
    expect((await (await resident()).request({ method: 'GET', url: `/api/v1/applications/${id}/uploads/${upload.id}` })).statusCode).toBe(404)
    expect((await client.delete(`/applications/${id}/uploads/${upload.id}`)).status).toBe(200)
    expect((await client.get<DraftReply>(`/applications/${id}/draft`)).body.uploads).toEqual([])
  })

  it('refuses a change without the page’s own token', async () => {
    const client = await resident()
    const reply = await client.request({ method: 'POST', url: '/api/v1/applications', payload: { matter: 'keep-telescope' }, headers: { 'x-csrf-token': 'wrong' } })
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ error: { code: 'csrf' } })
  })
})
