// What arbiters ruled becomes part of the list: taken over into a design by a designer of the place, released by somebody else, or dropped.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { unitFor } from './duty-lists.ts'
import { learnRuling } from './learning.ts'

type Ruling = { id: string; stage: string; can: string[]; designId: string | null; edition: number | null; requestNumber: string; unit: { region: string } | null }
type Designed = { design: { id: string; revision: number; state: string }; files: { file: string; content: string }[] }

/** Released files are laid over those of this folder. */
const packs = fileURLToPath(new URL('../catalogue/testing-pack/', import.meta.url))

describe('rulings and lines of the duty list', () => {
  let test: TestApp
  let designer: TestClient
  let supervisor: TestClient
  beforeAll(async () => {
    test = await startTestApp({ clock: turnable(on).clock, environment: { REGION: '990100', PACKS_DIR: packs } })
    designer = await test.as({ staff: [{ role: 'designer', line: null, region: '990000' }], name: '顾屿' })
    supervisor = await test.as({ staff: [{ role: 'supervisor', line: null, region: '990000' }], name: '向诚' })
  })
  afterAll(() => test.close())

  const rule = (number: number, region = '990101') => test.app.db.transaction((tx) => learnRuling(tx, test.app, {
    region, category: 'sky/lamps/bright', areas: [], line: 'energy', unitRegion: '990101', requestId: `00000000-0000-7000-8000-00000000000${number}`, requestNumber: `S${number}`, reason: '灯由能源局维护。', ruledBy: '向诚',
  }))
  const listed = async (client = designer) => (await client.get<{ rulings: Ruling[] }>('/duties/rulings')).body.rulings

  it('are proposed once for each request, and decided by designers of the place only', async () => {
    await rule(1)
    await rule(1)
    const [one, ...more] = await listed()
    expect([one, more]).toMatchObject([{ stage: 'proposed', can: ['take', 'drop'], requestNumber: 'S1', unit: { region: '990101' } }, []])
    const elsewhere = await test.as({ staff: [{ role: 'designer', line: null, region: '990102' }] })
    expect(await listed(elsewhere)).toEqual([])
    expect((await elsewhere.post(`/duties/rulings/${one?.id}/take`)).status).toBe(404)
    expect((await supervisor.post(`/duties/rulings/${one?.id}/take`)).status).toBe(403)
    expect((await listed(supervisor))[0]).toMatchObject({ can: [] })
  })

  it('are taken over into a design, and hold once somebody else has released it', async () => {
    const [one] = await listed()
    const { body: taken } = await designer.post<Ruling>(`/duties/rulings/${one?.id}/take`)
    expect(taken).toMatchObject({ stage: 'taken', can: [], designId: expect.any(String), edition: null })
    expect((await designer.post(`/duties/rulings/${one?.id}/drop`, { note: '不用了' })).status).toBe(409)
    const where = { category: 'sky/lamps/bright', region: '990101', at: new Date(on) }
    expect(unitFor(test.app, where).unit?.line).toBe('sky')
    const { body } = await designer.get<{ detail: Designed }>(`/designs/${taken.designId}`)
    expect(body.detail.files[0]?.content).toContain('unit: {line: energy')
    const submitted = await designer.post<Designed>(`/designs/${taken.designId}/submit`, { revision: body.detail.design.revision })
    expect(submitted.status).toBe(200)
    expect((await designer.post(`/designs/${taken.designId}/release`, { revision: submitted.body.design.revision, comment: '好' })).status).toBe(409)
    expect((await supervisor.post(`/designs/${taken.designId}/release`, { revision: submitted.body.design.revision, comment: '同意' })).status).toBe(200)
    expect(unitFor(test.app, where)).toMatchObject({ unit: { line: 'energy' }, duty: { source: { title: '诉求 S1 职责争议裁定' } } })
    expect((await listed())[0]).toMatchObject({ edition: 1 })
  })

  it('are shown in the releases with what changed', async () => {
    const { body } = await supervisor.get<{ releases: { number: number; madeBy: string; releasedBy: string }[] }>('/duties/releases')
    expect(body.releases).toMatchObject([{ number: 1, madeBy: '顾屿', releasedBy: '向诚' }])
    const { body: compared } = await supervisor.get<{ since: number; changes: { id: string; change: string }[] }>('/duties/releases/1')
    expect(compared).toMatchObject({ since: 0, changes: [{ id: 'ruling-990101-1', change: 'added' }] })
  })

  it('may be dropped with a reason', async () => {
    await rule(2)
    const one = (await listed()).find(({ requestNumber }) => requestNumber === 'S2')
    expect((await designer.post<Ruling>(`/duties/rulings/${one?.id}/drop`, { note: '只此一例' })).body).toMatchObject({ stage: 'dropped', can: [] })
  })

  it('are written in a form by designers, one design for all of them, and refused where the pack is not theirs', async () => {
    const duty = (id: string) => ({ id, categories: ['sky/lamps/dark'], regions: ['990102'], unit: { line: 'energy' }, from: '2026-04-01', source: { title: '样例法' } })
    const first = await designer.post<{ design: string }>('/duties/lines', { region: '990102', title: '西河的电', duty: duty('west-power') })
    const second = await designer.post<{ design: string }>('/duties/lines', { region: '990102', title: '又一条', duty: { ...duty('west-night'), hours: { from: '22:00', to: '06:00' } } })
    expect([first.status, second.body.design]).toEqual([201, first.body.design])
    const { body } = await designer.get<{ detail: Designed }>(`/designs/${first.body.design}`)
    expect(body.detail.files.map(({ content }) => [content.includes('west-power'), content.includes('west-night')])).toEqual([[true, true]])
    expect((await designer.post('/duties/lines', { region: '990102', title: '错的', duty: { ...duty('x'), unit: {} } })).status).toBe(400)
    const district = await test.as({ staff: [{ role: 'designer', line: null, region: '990102' }] })
    expect((await district.post('/duties/lines', { region: '990102', title: '不行', duty: duty('y') })).status).toBe(404)
    expect((await supervisor.post('/duties/lines', { region: '990102', title: '不行', duty: duty('z') })).status).toBe(403)
  })
})
