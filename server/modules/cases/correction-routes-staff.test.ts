// The joint list of corrections over HTTP: two authorities record what they miss, the applicant is told once and answers once.
// When one is late the list goes out at the last moment that Art. 32 leaves the other; a matter without it goes as before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Service } from '../catalogue/index.ts'
import { tellDue } from './correcting.ts'
import { lapse } from './lapsing.ts'

type Seen = { revision: number; state: string }
type Told = { together: boolean; recorded: { waits: boolean; lastOn: string } | null; awaits: { 'zh-CN': string }[] }
type Failed = { error: { code: string; details: { items: { case: string }[] } } }

const bySide = (service: Service): Service => ({ ...service, decision: 'manual', dependsOn: [], concepts: service.concepts.filter(({ concept }) => concept !== 'telescope.permitNumber'), evidence: service.evidence.filter(({ id }) => id !== 'permit') })
const posting = (line: string, region = '990101'): { staff: Posting[]; name: string; subject: string } => ({ staff: [{ role: 'approver', line, region }, { role: 'clerk', line, region }], name: `${line}经办`, subject: `${line}-${region}` })

describe('corrections of several authorities', () => {
  let town: TelescopeTown
  let sky: TestClient
  let energy: TestClient
  let west: TestClient
  const { clock, turnTo } = turnable(on)
  const logIn = async (instant: string) => {
    turnTo(instant)
    ;[sky, energy, west] = [await town.test.as(posting('sky')), await town.test.as(posting('energy')), await town.test.as(posting('sky', '990102'))]
  }
  beforeAll(async () => {
    town = await openTelescopeTown(clock, changedPacks((catalogue) => {
      const { 'telescope-permit': permit, 'lamp-dimming': lamp } = catalogue.services
      // Both offices ask for the same document.
      const owning = permit?.evidence.filter(({ id }) => id === 'ownership') ?? []
      const matter = catalogue.matters['keep-telescope']
      return permit && lamp && matter ? { ...catalogue, matters: { ...catalogue.matters, 'keep-telescope': { ...matter, toldTogether: true } }, services: { ...catalogue.services, 'telescope-permit': bySide(permit), 'lamp-dimming': bySide({ ...lamp, evidence: [...lamp.evidence, ...owning] }) } } : catalogue
    }))
  })
  afterAll(() => town.close())

  let people = 0
  const handedIn = async () => {
    await logIn(on)
    people += 1
    const person = { name: '观星人', subject: `gatherer-${people}`, idNumber: inventIdNumber(8_000 + people) }
    const applicant = () => town.test.as({ person })
    const application = await handIn(await applicant())
    const [permit = '', lamp = ''] = ['telescope-permit', 'lamp-dimming'].map((service) => application.cases.find((each) => each.service === service)?.id)
    return { applicant, application: application.id, permit, lamp }
  }
  const ask = async (who: TestClient, id: string, items: unknown[]) => who.post<Seen>(`/cases/${id}/supplement-request`, { revision: (await who.get<Seen>(`/cases/${id}`)).body.revision, items })
  const accept = async (who: TestClient, id: string) => who.post<Seen>(`/cases/${id}/accept`, { revision: (await who.get<Seen>(`/cases/${id}`)).body.revision })
  const titles = async (who: TestClient) => (await who.get<{ messages: { title: string; body: string }[] }>('/messages')).body.messages

  it('are told once, when all have looked; the same document is asked once, and one answer reaches every case', async () => {
    const { applicant, application, permit, lamp } = await handedIn()
    const receipt = { what: '凭证看不清，请重传', evidence: 'receipt' }
    expect((await ask(sky, permit, [receipt, { what: '型号对不上', concept: 'telescope.model' }])).body.state).toBe('submitted')
    expect((await sky.get<Told>(`/cases/${permit}/correction`)).body).toMatchObject({ recorded: { waits: true, lastOn: '2026-03-09' }, awaits: [expect.anything()] })
    expect((await titles(await applicant())).filter(({ title }) => title.startsWith('请'))).toEqual([])
    expect((await ask(energy, lamp, [receipt, { what: '路灯编号写错了', concept: 'telescope.lampNumber' }])).body.state).toBe('supplement')
    const own = await applicant()
    const told = (await titles(own)).filter(({ title }) => title.startsWith('请'))
    expect(told).toMatchObject([{ title: '请一次补齐：拥有一台望远镜' }])
    expect(told[0]?.body.match(/凭证看不清/g)).toHaveLength(1)
    const tracked = (await own.get<TrackingReply>(`/applications/${application}`)).body
    expect(tracked.cases.filter(({ supplement }) => supplement.length > 0).map(({ service }) => service).toSorted()).toEqual(['lamp-dimming', 'telescope-permit'])
    const answers = { 'telescope.model': '牧夫座90', 'telescope.lampNumber': 'L0043' }
    const lacking = await own.post<Failed>(`/applications/${application}/corrections`, { answers, note: '' })
    expect([lacking.status, lacking.body.error.details.items.length]).toEqual([422, 2])
    await own.request(uploadRequest(`/applications/${application}/uploads/receipt`, '%PDF-1.4\n%重传\n%%EOF\n'))
    expect((await own.post<TrackingReply>(`/applications/${application}/corrections`, { answers, note: '都补上了' })).body.cases.filter(({ state }) => state === 'submitted')).toHaveLength(2)
    expect((await own.post(`/applications/${application}/corrections`, { answers: {}, note: '' })).status).toBe(409)
  })

  it('what is complete goes on when the applicant says so, the rest stays open', async () => {
    const { applicant, application, permit, lamp } = await handedIn()
    await ask(sky, permit, [{ what: '型号对不上', concept: 'telescope.model' }])
    await ask(energy, lamp, [{ what: '路灯编号写错了', concept: 'telescope.lampNumber' }])
    const own = await applicant()
    const answers = { 'telescope.model': '牧夫座90' }
    expect((await own.post(`/applications/${application}/corrections`, { answers, note: '' })).status).toBe(422)
    const partly = await own.post<TrackingReply>(`/applications/${application}/corrections`, { answers, note: '', partly: true })
    expect(partly.body.cases.filter(({ id }) => [permit, lamp].includes(id)).map(({ id, state }) => [id === lamp, state]).toSorted()).toEqual([[false, 'submitted'], [true, 'supplement']])
    expect((await own.post(`/applications/${application}/corrections`, { answers: { 'applicant.name': '别人' }, note: '' })).status).toBe(422)
  })

  it('go out as soon as the other authority has accepted, and then as one authority always told', async () => {
    const { applicant, permit, lamp } = await handedIn()
    await ask(sky, permit, [{ what: '型号对不上', concept: 'telescope.model' }])
    await accept(energy, lamp)
    await town.test.runJobs()
    await town.test.runJobs()
    expect((await sky.get<Seen>(`/cases/${permit}`)).body.state).toBe('supplement')
    expect((await titles(await applicant())).map(({ title }) => title)).toContain('请补充材料：望远镜许可')
  })

  it('do not wait for an authority that is late: at three in the afternoon of the last of the five working days the list goes out', async () => {
    const { permit, lamp } = await handedIn()
    await ask(sky, permit, [{ what: '型号对不上', concept: 'telescope.model' }])
    await logIn('2026-03-09T06:30:00Z')
    await tellDue(town.test.app)
    expect((await sky.get<Seen>(`/cases/${permit}`)).body.state).toBe('submitted')
    await logIn('2026-03-09T07:03:00Z')
    await tellDue(town.test.app)
    await tellDue(town.test.app)
    expect((await sky.get<Seen>(`/cases/${permit}`)).body.state).toBe('supplement')
    // The late one may still tell its own on the same day.
    expect((await ask(energy, lamp, [{ what: '路灯编号写错了', concept: 'telescope.lampNumber' }])).body.state).toBe('supplement')
  })

  it('are dropped when the case has been accepted by law meanwhile, and can be replaced until they go out', async () => {
    const { permit } = await handedIn()
    await ask(sky, permit, [{ what: '型号对不上', concept: 'telescope.model' }])
    expect((await ask(sky, permit, [{ what: '口径对不上', concept: 'telescope.aperture' }])).status).toBe(200)
    expect((await west.get(`/cases/${permit}/correction`)).status).toBe(404)
    await logIn('2026-03-10T01:00:00Z')
    await lapse(town.test.app)
    await tellDue(town.test.app)
    expect((await sky.get<Seen>(`/cases/${permit}`)).body.state).toBe('accepted')
    expect((await sky.get<Told>(`/cases/${permit}/correction`)).body.recorded).toMatchObject({ waits: false })
  })
})
