// Designers of a place take down what is popular there, at once and in all places within; nobody else does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { learn } from './chosen.ts'
import { noteClick, writeNoted } from './noting.ts'

type List = { shown: { region: string; words: string; visitors: number }[]; hidden: { region: string; words: string; reason: string; hiddenBy: string }[] }
const posting = (role: Posting['role'], region: string): Posting => ({ role, line: null, region })

describe('what is popular', () => {
  const { clock } = turnable('2026-03-02')
  let test: TestApp
  let designer: TestClient
  let district: TestClient
  let supervisor: TestClient
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    designer = await test.as({ staff: [posting('designer', '990100')], name: '方知远' })
    district = await test.as({ staff: [posting('designer', '990102')] })
    supervisor = await test.as({ staff: [posting('supervisor', '990100')] })
    for (const [text, region] of [['夜观', '990100'], ['坏话', '990100'], ['坏话', '990102'], ['灯塔', '990102']] as const) {
      for (let nth = 0; nth < 5; nth += 1) noteClick(test.app, { text, document: 'service/x', visitor: { ip: `192.0.${region.slice(-1)}.${nth}` }, region, telling: true })
    }
    await writeNoted(test.app)
    await learn(test.app)
  })
  afterAll(() => test.close())

  const popular = async (region: string) => (await test.asNobody.get<{ questions: string[] }>(`/search/popular?region=${region}`)).body.questions.toSorted()
  const list = async (client: TestClient) => (await client.get<List>('/search/popular/shown')).body
  const hide = (client: TestClient, body: object) => client.post('/search/popular/hide', { region: '990100', words: '坏话', reason: '骂人的话', ...body })
  const audit = async (subject: string) => (await listAuditOf(test.app.db.read, 'popularSearch', subject)).map(({ action, region }) => [action, region])

  it('is listed for designers and supervisors of the place, and for nobody else', async () => {
    expect((await list(designer)).shown.map(({ region, words, visitors }) => [region, words, visitors]).toSorted()).toEqual([['990100', '坏话', 5], ['990100', '夜观', 5], ['990102', '坏话', 5], ['990102', '灯塔', 5]].toSorted())
    expect((await list(district)).shown.map(({ region }) => region)).toEqual(['990102', '990102'])
    expect((await list(supervisor)).shown).toHaveLength(4)
    for (const [client, status] of [[test.asNobody, 401], [await test.as({ person: {} }), 403], [await test.as({ staff: [posting('clerk', '990100')] }), 403]] as const) expect((await client.get('/search/popular/shown')).status).toBe(status)
  })

  it('is taken down by designers of the place only, with a reason', async () => {
    expect((await hide(supervisor, {})).status).toBe(403)
    expect((await hide(await test.as({ person: {} }), {})).status).toBe(403)
    expect((await hide(district, {})).status).toBe(404)
    expect((await hide(await test.as({ staff: [posting('designer', '440300')] }), {})).status).toBe(404)
    for (const body of [{ reason: ' ' }, { words: '？！' }, { region: '99' }, { extra: 1 }]) expect((await hide(designer, body)).status).toBe(400)
    expect(await popular('990100')).toEqual(['坏话', '夜观', '灯塔'].toSorted())
  })

  it('taken down in a district is gone there and stays elsewhere; in the city it is gone everywhere, at once', async () => {
    expect((await hide(district, { region: '990102', words: '灯塔！' })).body).toEqual({ hidden: true })
    expect(await popular('990102')).toEqual(['坏话', '夜观'].toSorted())
    expect((await hide(designer, {})).body).toEqual({ hidden: true })
    expect([await popular('990100'), await popular('990102')]).toEqual([['夜观'], ['夜观']])
    expect((await list(designer)).shown.map(({ words }) => words)).toEqual(['夜观'])
    await learn(test.app)
    expect(await popular('990100')).toEqual(['夜观'])
  })

  it('taken down twice, even at once, is taken down once, with one entry in the audit trail and the first reason', async () => {
    const both = await Promise.all([hide(designer, { reason: '再来一次' }), hide(designer, { reason: '又来一次' })])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await audit('990100 坏话')).toEqual([['popular.hide', '990100']])
    expect((await list(designer)).hidden.find(({ words }) => words === '坏话')).toMatchObject({ region: '990100', reason: '骂人的话', hiddenBy: '方知远' })
  })

  it('is shown again by designers of the place only, and what was not taken down is left as it is', async () => {
    const show = (client: TestClient, body: object) => client.post('/search/popular/show', { region: '990100', words: '坏话', ...body })
    expect((await show(supervisor, {})).status).toBe(403)
    expect((await show(district, {})).status).toBe(404)
    for (let nth = 0; nth < 2; nth += 1) expect((await show(designer, {})).body).toEqual({ hidden: false })
    expect(await audit('990100 坏话')).toEqual([['popular.show', '990100'], ['popular.hide', '990100']])
    expect(await popular('990100')).toEqual(['坏话', '夜观'].toSorted())
  })
})
