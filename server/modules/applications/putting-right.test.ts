// A value put right for one authority is right everywhere: in the cases under way, in the results that build on it, and, where a result
// already says otherwise, in what its authority is asked to correct. Nobody is given what they did not have.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Catalogue, Service } from '../catalogue/index.ts'

const model = { concept: 'telescope.model', required: true, constraint: {} }

/** The chart is decided at once and, like the notice of dimming, states the model; the office of the lamps decides by itself in the west of the town. */
const statingTheModel = (catalogue: Catalogue): Catalogue => {
  const { 'telescope-permit': permit, 'lamp-dimming': lamp, 'star-chart': chart } = catalogue.services
  if (!permit || !lamp || !chart) throw new Error('the testing pack has changed')
  const stating = (service: Service): Service => ({ ...service, concepts: [...service.concepts, model], result: { ...service.result, concepts: [...service.result.concepts, model.concept] } })
  return { ...catalogue, services: { ...catalogue.services, 'lamp-dimming': stating(lamp), 'star-chart': stating(chart) } }
}

/** The same, but no authority waits for the other. */
const sideBySide = (catalogue: Catalogue): Catalogue => {
  const { services } = statingTheModel(catalogue)
  const lamp = services['lamp-dimming']
  if (!lamp) throw new Error('the testing pack has changed')
  const { concepts, evidence } = lamp
  const alone: Service = {
    ...lamp, decision: 'manual', dependsOn: [], concepts: concepts.filter(({ concept }) => concept !== 'telescope.permitNumber'),
    evidence: [...evidence.filter(({ id }) => id !== 'permit'), ...(services['telescope-permit']?.evidence ?? []).filter(({ id }) => id === 'ownership')],
  }
  return { ...catalogue, services: { ...services, 'lamp-dimming': alone } }
}

type Shown = {
  revision: number; state: string; content: { concept: string; value: unknown; source: string }[]; evidence: { evidence: string; files: { name: string }[] }[]; history: { action: string; actorKind: string; detail: { concepts?: string[] } }[]
  course: { result: { edition: number; content: { concept: string; value: unknown }[]; toCorrect: { concept: string; value: unknown }[] } | null }
}
type Tracked = Omit<TrackingReply, 'cases'> & { cases: { id: string; service: string; state: string; result: { number: string; content: { concept: string; value: unknown }[] } | null }[] }
type Failed = { error: { code: string } }

const before = '牧夫座80'
const after = '牧夫座90'

const openTown = async (change: (catalogue: Catalogue) => Catalogue) => {
  const { clock, turnTo } = turnable(on)
  const town: TelescopeTown = await openTelescopeTown(clock, changedPacks(change))
  const officials = { sky: '天文局甲', energy: '能源局乙' }
  const logIn = (line: keyof typeof officials) => town.test.as({ staff: [{ role: 'approver', line, region: '990101' }, { role: 'clerk', line, region: '990101' }], name: officials[line], subject: line })
  const as = { sky: await logIn('sky'), energy: await logIn('energy') }
  const turn = async (instant: string): Promise<void> => {
    turnTo(instant)
    Object.assign(as, { sky: await logIn('sky'), energy: await logIn('energy') })
  }
  let people = 0
  const handedIn = async () => {
    people += 1
    const person = { name: '观星人', subject: `putter-${people}`, idNumber: inventIdNumber(5_000 + people) }
    const applicant = await town.test.as({ person })
    const application = await handIn(applicant)
    await town.test.runJobs()
    const id = (service: string) => application.cases.find((each) => each.service === service)?.id ?? ''
    return { applicant, logInAgain: () => town.test.as({ person }), application: application.id, permit: id('telescope-permit'), lamp: id('lamp-dimming'), chart: id('star-chart') }
  }
  const look = async (who: keyof typeof as, id: string) => (await as[who].get<Shown>(`/cases/${id}`)).body
  const act = async (who: keyof typeof as, id: string, action: string, body: Record<string, unknown> = {}) => as[who].post<Shown & Failed>(`/cases/${id}/${action}`, { revision: (await look(who, id)).revision, ...body })
  const grant = async (who: keyof typeof as, id: string) => {
    await act(who, id, 'accept')
    const granted = await act(who, id, 'grant')
    await town.test.runJobs()
    return granted
  }
  return { town, as, turn, handedIn, look, act, grant }
}

const valueIn = (content: readonly { concept: string; value: unknown }[] | undefined, concept = model.concept) => content?.find((each) => each.concept === concept)?.value

describe('a value put right for one authority', () => {
  let way: Awaited<ReturnType<typeof openTown>>
  beforeAll(async () => { way = await openTown(statingTheModel) })
  afterAll(() => way.town.close())

  it('is what every later result states; of one that states it otherwise already, its authority is asked to correct it, the applicant told, and the official takes it over', async () => {
    const { applicant, application, permit, lamp, chart } = await way.handedIn()
    await way.act('sky', permit, 'supplement-request', { items: [{ what: '型号跟凭证对不上', concept: model.concept }] })
    expect((await applicant.post(`/applications/${application}/cases/${permit}/supplement`, { answers: { [model.concept]: ` ${after} ` } })).status).toBe(200)
    await way.town.test.runJobs()
    expect(await way.look('energy', lamp)).toMatchObject({ state: 'waiting', content: expect.arrayContaining([expect.objectContaining({ concept: model.concept, value: after, source: 'applicant' })]) })
    const early = await way.look('sky', chart)
    expect([early.state, valueIn(early.course.result?.content), early.course.result?.toCorrect]).toMatchObject(['granted', before, [{ concept: model.concept, value: after }]])
    expect(early.content.find(({ concept }) => concept === model.concept)?.value).toBe(before)
    const told = (await applicant.get<{ messages: { title: string; body: string }[] }>('/messages')).body.messages
    expect(told.filter(({ title }) => title === '已请部门更正：星图领取')).toHaveLength(1)
    const asked = (await way.as.sky.get<{ messages: { title: string }[] }>('/staff-messages')).body.messages
    expect(asked.map(({ title }) => title)).toContainEqual(expect.stringContaining('请更正结果'))

    expect((await way.grant('sky', permit)).status).toBe(200)
    const tracked = (await applicant.get<Tracked>(`/applications/${application}`)).body
    for (const service of ['telescope-permit', 'lamp-dimming']) expect([service, valueIn(tracked.cases.find((each) => each.service === service)?.result?.content)]).toEqual([service, after])
    expect((await way.look('energy', lamp)).content.find(({ concept }) => concept === model.concept)).toMatchObject({ value: after, source: 'result' })

    const reasons = '申请人已更正型号'
    expect((await way.act('sky', chart, 'result/correct', { reasons })).status).toBe(400)
    expect((await way.act('sky', chart, 'result/correct', { reasons, asPutRight: ['applicant.name'] })).status).toBe(400)
    const corrected = await way.act('sky', chart, 'result/correct', { reasons, asPutRight: [model.concept] })
    expect(corrected.body.course.result).toMatchObject({ edition: 2, toCorrect: [] })
    expect(valueIn(corrected.body.course.result?.content)).toBe(after)
    expect((await way.act('sky', chart, 'result/correct', { reasons, asPutRight: [model.concept] })).status).toBe(400)
  })

  it('is told in the history of each case it reached, without a value, and of no case that does not hold it', async () => {
    const { applicant, application, permit, lamp } = await way.handedIn()
    await way.act('sky', permit, 'supplement-request', { items: [{ what: '口径对不上', concept: 'telescope.aperture' }] })
    await applicant.post(`/applications/${application}/cases/${permit}/supplement`, { answers: { 'telescope.aperture': 90 } })
    const seen = await way.look('energy', lamp)
    expect(seen.history.filter(({ action }) => action === 'takeCorrection')).toMatchObject([{ actorKind: 'person', detail: { concepts: ['telescope.aperture'] } }])
    expect(JSON.stringify(seen.history)).not.toContain('90')
    const { history } = (await applicant.get<Tracked>(`/applications/${application}`)).body
    expect(history.filter(({ action }) => action === 'takeCorrection').map(({ services }) => services)).toEqual([['lamp-dimming']])
  })

  it('stands in the history in the order things happened: everything is handed in before the rules decide any of it', async () => {
    const { applicant, application } = await way.handedIn()
    const { history } = (await applicant.get<Tracked>(`/applications/${application}`)).body
    expect(history[0]).toMatchObject({ action: 'submit', services: expect.toSatisfy((services: string[]) => services.length === 3) })
    const actions = history.map(({ action }) => action)
    expect(actions.indexOf('grant')).toBeGreaterThan(actions.lastIndexOf('submit'))
  })

  it('reaches what builds on a result when an official corrects that result', async () => {
    const { applicant, application, permit, lamp } = await way.handedIn()
    await way.grant('sky', permit)
    expect((await way.act('sky', permit, 'result/correct', { values: { [model.concept]: after }, reasons: '型号写错' })).status).toBe(200)
    const seen = await way.look('energy', lamp)
    expect([seen.state, seen.course.result?.toCorrect]).toMatchObject(['granted', [{ concept: model.concept, value: after }]])
    expect(seen.history.at(-1)).toMatchObject({ action: 'takeCorrection', actorKind: 'system' })
    expect((await applicant.get<Tracked>(`/applications/${application}`)).body.history.at(-1)?.action).toBe('takeCorrection')
  })
})

describe('a value put right while another authority decides', () => {
  let way: Awaited<ReturnType<typeof openTown>>
  beforeAll(async () => { way = await openTown(sideBySide) })
  afterAll(() => way.town.close())

  const asked = async () => {
    const one = await way.handedIn()
    await way.act('sky', one.permit, 'supplement-request', { items: [{ what: '型号对不上', concept: model.concept }] })
    const answer = () => one.applicant.post(`/applications/${one.application}/cases/${one.permit}/supplement`, { answers: { [model.concept]: after } })
    return { ...one, answer }
  }

  it('is seen before anything is decided: whoever looked at it as it was is shown the change', async () => {
    const { lamp, answer } = await asked()
    await way.act('energy', lamp, 'accept')
    const { revision } = await way.look('energy', lamp)
    expect((await answer()).status).toBe(200)
    expect((await way.as.energy.post<Failed>(`/cases/${lamp}/grant`, { revision })).body.error.code).toBe('conflict')
    expect(valueIn((await way.act('energy', lamp, 'grant')).body.course.result?.content)).toBe(after)
  })

  it('is decided on as it is, or is to be corrected, whichever comes first when both come at once', async () => {
    const { lamp, answer } = await asked()
    await way.act('energy', lamp, 'accept')
    const { revision } = await way.look('energy', lamp)
    const [decided, answered] = await Promise.all([way.as.energy.post<Shown>(`/cases/${lamp}/grant`, { revision }), answer()])
    expect(answered.status).toBe(200)
    const seen = await way.look('energy', lamp)
    if (decided.status === 200) expect([seen.state, valueIn(seen.course.result?.content), valueIn(seen.course.result?.toCorrect)]).toEqual(['granted', before, after])
    else expect([decided.status, seen.state, valueIn(seen.content)]).toEqual([409, 'accepted', after])
  })

  it('changes nothing in a case that has ended without a result', async () => {
    const { applicant, application, lamp, answer } = await asked()
    await applicant.post(`/applications/${application}/withdraw`, { case: lamp })
    const ended = await way.look('energy', lamp)
    await answer()
    expect(await way.look('energy', lamp)).toMatchObject({ state: 'withdrawn', revision: ended.revision, content: ended.content })
  })

  it('comes with no document another authority was given, and none given before it was asked for counts as an answer', async () => {
    await way.turn(on)
    const { application, permit, lamp, logInAgain } = await way.handedIn()
    const receipt = { what: '凭证看不清', evidence: 'receipt' }
    await way.act('sky', permit, 'supplement-request', { items: [receipt] })
    await way.turn('2026-03-02T03:00:00Z')
    let applicant = await logInAgain()
    await applicant.request(uploadRequest(`/applications/${application}/uploads/receipt`, '%PDF-1.4\n% for the sky office\n%%EOF\n', '给天文局的.pdf'))
    expect((await applicant.post(`/applications/${application}/cases/${permit}/supplement`, { answers: {} })).status).toBe(200)
    await way.turn('2026-03-02T04:00:00Z')
    await way.act('energy', lamp, 'supplement-request', { items: [receipt] })
    applicant = await logInAgain()
    expect((await applicant.post<Failed>(`/applications/${application}/cases/${lamp}/supplement`, { answers: {} })).body.error.code).toBe('incomplete')
    await applicant.request(uploadRequest(`/applications/${application}/uploads/receipt`, '%PDF-1.4\n% for the lamps\n%%EOF\n', '给能源局的.pdf'))
    expect((await applicant.post(`/applications/${application}/cases/${lamp}/supplement`, { answers: {} })).status).toBe(200)
    const files = (await way.look('energy', lamp)).evidence.find(({ evidence }) => evidence === 'receipt')?.files.map(({ name }) => name)
    expect(files).toEqual(['购买凭证.pdf', '给能源局的.pdf'])
  })

  it('is never a document the service does not name', async () => {
    const { lamp, permit } = await way.handedIn()
    expect((await way.act('energy', lamp, 'supplement-request', { items: [{ what: '请补许可证', evidence: 'telescope-permit' }] })).status).toBe(400)
    expect((await way.act('sky', permit, 'supplement-request', { items: [{ what: '请补受赠说明', evidence: 'gift-statement' }] })).status).toBe(200)
  })
})
