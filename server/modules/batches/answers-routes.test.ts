// Rows that name their own applicant: nothing is handed in without their word, each row goes its own way, and both names stand on what is.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { spreadsheet, withTable, type Typed } from './testing.ts'
import { expireRows } from './working.ts'

type Batch = { id: string; state: string; applicants: string; rows: Record<string, number> }
type Asked = { asked: { batch: string; row: number; by: string; until: string; cells: { label: string; value: string }[]; consents: { registry: string }[] }[] }
type Rows = { rows: { row: number; state: string; applicant: string | null; applicationId: string | null; problems: { column: string | null; code: string }[] }[] }
type Refused = { error: { code: string } }
type Someone = { name: string; idNumber: string; client: TestClient }

const headers = ['申请人姓名', '申请人身份证号', '放在哪里', '需要夜间关灯', '型号', '口径（毫米）', '购买日期', '路灯编号', '星图语言']
const row = (model: string, whom: { name: Typed; idNumber: Typed }): Typed[] => [whom.name, whom.idNumber, '家里', '否', model, 80, '2026-01-05', null, '中文']

/** Every row names its own applicant. */
const withOwnApplicants = (catalogue: Catalogue): Catalogue => {
  const table = withTable(40)(catalogue)
  const matter = table.matters['keep-telescope']
  return matter ? { ...table, matters: { ...table.matters, 'keep-telescope': { ...matter, batchApplicants: 'own' } } } : table
}

const time = turnable(on)
let town: TelescopeTown
let nth = 6000

beforeAll(async () => {
  town = await openTelescopeTown(time.clock, changedPacks(withOwnApplicants))
})
afterAll(() => town.close())
beforeEach(() => time.turnTo(on))

const resident = async (name: string): Promise<Someone> => {
  nth += 1
  const idNumber = inventIdNumber(nth)
  return { name, idNumber, client: await town.test.as({ person: { name, idNumber } }) }
}
const upload = async ({ client }: Someone, rows: Typed[][]) => {
  const reply = await client.request(uploadRequest('/batch-matters/keep-telescope/batches', spreadsheet([headers, ...rows]), '员工.xlsx'))
  await town.test.runJobs()
  return (await client.get<Batch>(`/batches/${reply.json<Batch>().id}`)).body
}
const start = ({ client }: Someone, id: string) => client.post<Batch>(`/batches/${id}/act`, { action: 'start', truthful: true, consents: { residents: true } })
const askedOf = async ({ client }: Someone) => (await client.get<Asked>('/batch-answers')).body.asked
const answer = ({ client }: Someone, batch: string, at: number, agrees: boolean) => client.post<Refused>(`/batch-answers/${batch}/${at}`, { agrees, consents: { residents: true } })
const batchOf = async ({ client }: Someone, id: string) => (await client.get<Batch>(`/batches/${id}`)).body
const rowsOf = async ({ client }: Someone, id: string, of: string) => (await client.get<Rows>(`/batches/${id}/rows?of=${of}`)).body.rows

describe('a row that names its own applicant', () => {
  it('waits for their word, is theirs once handed in, and says who handed it in', async () => {
    const [clerk, anna, bao] = [await resident('人事小周'), await resident('安然'), await resident('鲍晴')]
    const batch = await upload(clerk, [row('甲', anna), row('乙', bao), row('丙', clerk)])
    expect(batch).toMatchObject({ state: 'checked', applicants: 'own', rows: { ready: 3 } })
    await start(clerk, batch.id)
    await town.test.runJobs()
    expect(await batchOf(clerk, batch.id)).toMatchObject({ state: 'running', rows: { asked: 2, handedIn: 1 } })
    const [asked] = await askedOf(anna)
    expect(asked).toMatchObject({ batch: batch.id, row: 2, by: '人事小周', consents: [{ registry: 'residents' }] })
    expect(asked?.cells).toContainEqual({ label: '型号', value: '甲' })
    expect((await anna.client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('人事小周想替您办：拥有一台望远镜')
    expect((await answer(anna, batch.id, 2, true)).status).toBe(200)
    expect((await answer(bao, batch.id, 3, false)).status).toBe(200)
    await town.test.runJobs()
    expect(await batchOf(clerk, batch.id)).toMatchObject({ state: 'done', rows: { handedIn: 2, declined: 1, asked: 0 } })
    const [hers] = (await rowsOf(clerk, batch.id, 'handedIn')).filter(({ applicant }) => applicant === '安然')
    const tracking = (await anna.client.get<TrackingReply & { history: object[] }>(`/applications/${hers?.applicationId}`)).body
    expect(tracking.history).toContainEqual(expect.objectContaining({ action: 'submit', actorName: '人事小周 代 安然' }))
    expect((await clerk.client.get(`/applications/${hers?.applicationId}`)).status).toBe(404)
    expect((await anna.client.get<{ uses: object[] }>('/done-for-me')).body.uses).toMatchObject([{ actorName: '人事小周', capacity: 'agent', mandate: `batch:${batch.id}` }])
    expect((await clerk.client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('鲍晴没有同意代办：拥有一台望远镜')
  })

  it('is asked of nobody else, once, and not when number and name do not belong together', async () => {
    const [clerk, anna, stranger] = [await resident('人事小周'), await resident('安然'), await resident('路人')]
    const batch = await upload(clerk, [row('甲', anna), row('乙', { name: '写错的名字', idNumber: stranger.idNumber })])
    expect(await askedOf(anna)).toEqual([])
    await start(clerk, batch.id)
    expect(await askedOf(stranger)).toEqual([])
    expect((await answer(stranger, batch.id, 2, true)).status).toBe(404)
    expect((await answer(stranger, batch.id, 3, true)).status).toBe(404)
    await answer(anna, batch.id, 2, true)
    expect((await answer(anna, batch.id, 2, false)).body.error.code).toBe('not_allowed_now')
    expect((await town.test.asNobody.get('/batch-answers')).status).toBe(401)
  })

  it('may be answered after a first login and while the table rests, but not after the last day or the end of the table', async () => {
    const clerk = await resident('人事小周')
    nth += 1
    const later = { name: '新来的', idNumber: inventIdNumber(nth) }
    const other = await resident('安然')
    const batch = await upload(clerk, [row('甲', later), row('乙', other)])
    await start(clerk, batch.id)
    await clerk.client.post(`/batches/${batch.id}/act`, { action: 'pause' })
    const someone = { ...later, client: await town.test.as({ person: later }) }
    await answer(someone, batch.id, 2, true)
    await town.test.runJobs()
    expect((await batchOf(clerk, batch.id)).rows).toMatchObject({ ready: 1, asked: 1, handedIn: 0 })
    await clerk.client.post(`/batches/${batch.id}/act`, { action: 'resume' })
    await town.test.runJobs()
    expect(await batchOf(clerk, batch.id)).toMatchObject({ state: 'running', rows: { asked: 1, handedIn: 1 } })
    time.turnTo('2026-03-17T02:00:00Z')
    const [clerkNow, otherNow] = [{ ...clerk, client: await town.test.as({ person: clerk }) }, { ...other, client: await town.test.as({ person: other }) }]
    expect((await answer(otherNow, batch.id, 3, true)).status).toBe(404)
    await expireRows(town.test.app)
    expect(await batchOf(clerkNow, batch.id)).toMatchObject({ state: 'done', rows: { expired: 1, handedIn: 1 } })
    const second = await upload(clerkNow, [row('丁', otherNow)])
    await start(clerkNow, second.id)
    await clerkNow.client.post(`/batches/${second.id}/act`, { action: 'cancel' })
    expect(await askedOf(otherNow)).toEqual([])
    expect((await answer(otherNow, second.id, 2, true)).body.error.code).toBe('not_allowed_now')
  })

  it('must say whom it is for, with a number that can be one', async () => {
    const clerk = await resident('人事小周')
    const batch = await upload(clerk, [row('甲', { name: null, idNumber: null }), row('乙', { name: '安然', idNumber: '440305199005219990' })])
    expect(batch.rows).toMatchObject({ faulty: 2, ready: 0 })
    const found = (await rowsOf(clerk, batch.id, 'problems')).map(({ row: at, problems }) => [at, problems.map(({ column, code }) => [column, code])])
    expect(found).toEqual([[2, [['申请人姓名', 'required'], ['申请人身份证号', 'required']]], [3, [['申请人身份证号', 'checkDigit']]]])
  })
})
