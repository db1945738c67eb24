// Applying by a table: who may, what is said about each cell, that every row becomes one application, whatever happens meanwhile.
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesInZip } from '../../kernel/zip.ts'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown } from '../../testing/telescope.ts'
import { listRows } from './batches-store.ts'
import { spreadsheet, withTable, type Typed } from './testing.ts'
import { workOnRow } from './working.ts'

type Problem = { row: number | null; column: string | null; value: string | null; code: string; message: string }
type Batch = { id: string; state: string; rows: Record<string, number>; findings: Problem[]; actions: { action: string; because: string | null }[] }
type Rows = { rows: { row: number; state: string; number: string | null; applicationId: string | null; problems: Problem[] }[] }
type Refused = { error: { code: string; details?: { fault?: string } } }

const headers = ['放在哪里', '需要夜间关灯', '型号', '口径（毫米）', '购买日期', '路灯编号', '星图语言']
/** A right row: model and aperture tell it from others. */
const row = (model: Typed, change: Partial<Record<string, Typed>> = {}): Typed[] => {
  const right: Record<string, Typed> = { 放在哪里: '家里', 需要夜间关灯: '否', 型号: model, '口径（毫米）': 80, 购买日期: '2026-01-05', 星图语言: '中文' }
  return headers.map((header) => ({ ...right, ...change })[header] ?? null)
}

let town: TelescopeTown

beforeAll(async () => {
  town = await openTelescopeTown(turnable(on).clock, changedPacks(withTable(40)))
})
afterAll(() => town.close())

const resident = () => town.test.as({ person: {} })

const upload = async (client: TestClient, bytes: Buffer, name = '表.xlsx') => {
  const reply = await client.request(uploadRequest('/batch-matters/keep-telescope/batches', bytes, name))
  return { status: reply.statusCode, body: reply.json<Batch & Refused>() }
}

/** Uploads a table and waits until its rows are checked. */
const checked = async (client: TestClient, bytes: Buffer) => {
  const { body } = await upload(client, bytes)
  await town.test.runJobs()
  return (await client.get<Batch>(`/batches/${body.id}`)).body
}

const act = (client: TestClient, id: string, action: string) =>
  client.post<Batch & Refused>(`/batches/${id}/act`, action === 'start' ? { action, truthful: true, consents: { residents: true } } : { action })

const rowsOf = async (client: TestClient, id: string, of: string) => (await client.get<Rows>(`/batches/${id}/rows?of=${of}`)).body.rows
const sheetsOf = async (client: TestClient, path: string) => {
  const { rawPayload } = await client.request({ method: 'GET', url: `/api/v1${path}` })
  const book = read(rawPayload)
  return { bytes: rawPayload, names: book.SheetNames, rows: (name: string) => utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false }) }
}

describe('the template', () => {
  it('has the questions of the form as headings, lists to choose from, and says how to fill it in', async () => {
    const template = await sheetsOf(await resident(), '/batch-matters/keep-telescope/template')
    expect(template.names).toEqual(['填写', '填写说明'])
    expect(template.rows('填写')[0]).toEqual(headers)
    expect(template.rows('填写说明').find(([column]) => column === '放在哪里')).toEqual(['放在哪里', '必填', '从下面选一个', '家里、野外', '', ''])
    const sheet = bytesInZip(template.bytes, { files: 100, bytes: 10_000_000 }).get('xl/worksheets/sheet1.xml')?.toString('utf8')
    expect(sheet).toContain('sqref="B2:B1001"><formula1>"是,否"</formula1>')
  })

  it('is there for matters that allow a table only, and for residents', async () => {
    expect((await (await resident()).get('/batch-matters/no-such/template')).status).toBe(404)
    expect((await town.test.asNobody.get('/batch-matters')).status).toBe(401)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990100', line: null }] })).get('/batches')).status).toBe(403)
  })
})

describe('a table', () => {
  it('that is right becomes one application for each row, in the name of whoever uploaded it', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('甲'), row('乙'), row('丙')]))
    expect(batch).toMatchObject({ state: 'checked', findings: [], rows: { total: 3, ready: 3 } })
    expect((await act(client, batch.id, 'start')).body.state).toBe('running')
    await town.test.runJobs()
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body).toMatchObject({ state: 'done', rows: { handedIn: 3, failed: 0 } })
    const done = await rowsOf(client, batch.id, 'handedIn')
    expect(new Set(done.map(({ number }) => number)).size).toBe(3)
    expect((await client.get<{ number: string }>(`/applications/${done[0]?.applicationId}`)).body.number).toBe(done[0]?.number)
    expect((await client.get<{ messages: { title: string; body: string }[] }>('/messages')).body.messages).toContainEqual(expect.objectContaining({ title: '批量办完成：拥有一台望远镜', body: expect.stringContaining('已提交 3 件，没提交 0 件') }))
    const results = await sheetsOf(client, `/batches/${batch.id}/results`)
    expect(results.rows('办理结果').slice(1).map((cells) => [cells[headers.length], cells[headers.length + 1], cells[headers.length + 2]])).toEqual(done.map(({ row: at, number }) => [String(at), '已提交', number]))
  })

  it('does not disturb the draft that is being filled in by hand, nor crowd the list', async () => {
    const client = await resident()
    const draft = (await client.post<{ id: string }>('/applications', { matter: 'keep-telescope', answers: { 'telescope.model': '自己填的' } })).body
    const batch = await checked(client, spreadsheet([headers, row('甲')]))
    await act(client, batch.id, 'start')
    await town.test.runJobs()
    expect((await client.get<{ answers: object }>(`/applications/${draft.id}/draft`)).body.answers).toEqual({ 'telescope.model': '自己填的' })
    expect((await client.get<{ applications: { id: string }[] }>('/applications')).body.applications.map(({ id }) => id)).toEqual([draft.id])
  })

  it('is the uploader’s alone', async () => {
    const [client, other] = [await resident(), await resident()]
    const batch = await checked(client, spreadsheet([headers, row('甲')]))
    for (const path of ['', '/rows', '/to-mend', '/results']) expect((await other.get(`/batches/${batch.id}${path}`)).status).toBe(404)
    expect((await act(other, batch.id, 'start')).status).toBe(404)
    expect((await other.get<{ batches: unknown[] }>('/batches')).body.batches).toEqual([])
  })

  it('can be paused between rows and goes on where it was; ended, it leaves the rest alone', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('甲'), row('乙')]))
    await act(client, batch.id, 'start')
    await workOnRow(town.test.app, batch.id, 2)
    expect((await act(client, batch.id, 'pause')).body).toMatchObject({ state: 'paused', rows: { handedIn: 1, ready: 1 } })
    await town.test.runJobs()
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body.rows).toMatchObject({ handedIn: 1, ready: 1 })
    expect((await act(client, batch.id, 'start')).body.error.code).toBe('not_allowed_now')
    await act(client, batch.id, 'resume')
    await act(client, batch.id, 'cancel')
    await town.test.runJobs()
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body).toMatchObject({ state: 'cancelled', rows: { handedIn: 1, ready: 1 } })
  })

  it('makes one application of a row, however often and however many at once work on it', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('甲'), row('乙')]))
    await act(client, batch.id, 'start')
    await Promise.all([2, 2, 3, 2, 3].map((number) => workOnRow(town.test.app, batch.id, number).catch(() => undefined)))
    await town.test.runJobs()
    await workOnRow(town.test.app, batch.id, 2)
    const made = await town.test.app.db.read`select number from applications where person_id = ${client.id} and channel = 'batch' and state = 'submitted'`
    expect(made).toHaveLength(2)
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body).toMatchObject({ state: 'done', rows: { handedIn: 2 } })
  })

  it('goes on after an end in the middle: a row handed in but not noted down is noted, not handed in again', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('甲')]))
    await act(client, batch.id, 'start')
    await town.test.runJobs()
    const [before] = await rowsOf(client, batch.id, 'handedIn')
    // As if the process had ended between handing in and noting it down.
    await town.test.app.db.transaction(async (tx) => {
      await tx`update batch_rows set state = 'ready', number = null where batch_id = ${batch.id}`
      await tx`update batches set state = 'running' where id = ${batch.id}`
    })
    await workOnRow(town.test.app, batch.id, 2)
    expect(await rowsOf(client, batch.id, 'handedIn')).toEqual([before])
  })
})

describe('what is wrong', () => {
  it('is said for each cell with its row, column and what to do, and the right rows can go ahead', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('好的'), row('坏的', { 放在哪里: '月亮上', 需要夜间关灯: '也许', '口径（毫米）': 1, 购买日期: '2026-02-30' }), row(null), row('灯', { 需要夜间关灯: '是', 路灯编号: 42 })]))
    expect(batch).toMatchObject({ state: 'checked', rows: { ready: 1, faulty: 3 } })
    const problems = (await rowsOf(client, batch.id, 'problems')).flatMap((each) => each.problems)
    expect(problems.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [3, '放在哪里', 'choice'], [3, '需要夜间关灯', 'yesNo'], [3, '口径（毫米）', 'range'], [3, '购买日期', 'date'], [4, '型号', 'required'], [5, '路灯编号', 'numberForText'],
    ])
    expect(problems[0]?.message).toBe('“月亮上”不在可选的里面，请照“填写说明”里列的填。')
    const mend = await sheetsOf(client, `/batches/${batch.id}/to-mend`)
    expect(mend.rows('要改的清单')).toContainEqual(['填写', '4', '型号', expect.anything(), '这一格要填。'].map((each) => (typeof each === 'string' ? each : expect.toBeOneOf(['', undefined]))))
    expect(mend.rows('填写')[1]?.at(-1)).toContain('【放在哪里】')
    await act(client, batch.id, 'start')
    await town.test.runJobs()
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body).toMatchObject({ state: 'done', rows: { handedIn: 1, faulty: 3 } })
  })

  it('is not what people write differently: dates and numbers of every kind, full-width digits, yes and no', async () => {
    const client = await resident()
    const serial = { t: 'n', v: 46_027, z: 'yyyy/m/d' } // 2026-01-05
    const bytes = spreadsheet([headers, row('甲', { 购买日期: '2026/1/5' }), row('乙', { 购买日期: '2026年1月5日', '口径（毫米）': '80' }), row('丙', { 购买日期: '20260105', 需要夜间关灯: false }), row('丁')], (sheet) => { sheet['E5'] = serial })
    const batch = await checked(client, bytes)
    expect(await rowsOf(client, batch.id, 'problems')).toEqual([])
    const stored = await listRows(town.test.app.db.read, batch.id, 0, 10)
    expect(new Set(stored.map(({ answers }) => answers['telescope.boughtOn']))).toEqual(new Set(['2026-01-05']))
  })

  it('is said of formulas, errors, long numbers, merged cells and rows that are there twice', async () => {
    const client = await resident()
    const bytes = spreadsheet([headers, row('甲'), row('甲'), row(1234567890123456), row('丁')], (sheet) => {
      sheet['D5'] = { t: 'n', v: 80, f: '40+40' }
      sheet['E5'] = { t: 'e', v: 0x17, w: '#REF!' }
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
    })
    const batch = await checked(client, bytes)
    expect(batch.findings).toMatchObject([{ row: 2, column: '放在哪里', code: 'merged' }])
    expect(batch.actions.find(({ action }) => action === 'start')?.because).toBe('findings')
    expect((await act(client, batch.id, 'start')).body.error.code).toBe('not_allowed_now')
    const codes = (await rowsOf(client, batch.id, 'problems')).map(({ row: at, problems }) => [at, problems.map(({ code }) => code)])
    expect(codes).toEqual([[3, ['sameAs']], [4, ['longNumber']], [5, ['formula', 'errorCell']]])
  })

  it('is said of the table: a column missing, there twice, or unknown, too many rows, none', async () => {
    const client = await resident()
    const findings = async (rows: Typed[][]) => (await checked(client, spreadsheet(rows))).findings.map(({ column, code }) => [column, code])
    expect(await findings([[...headers.filter((each) => each !== '型号'), '星图语言', '备注'], row('甲')])).toEqual([['型号', 'columnMissing'], ['星图语言', 'columnTwice'], ['备注', 'columnUnknown']])
    expect(await findings([headers])).toEqual([[null, 'noRows']])
    expect(await findings([headers, ...Array.from({ length: 41 }, (_, index) => row(`第${index}台`))])).toEqual([[null, 'tooManyRows']])
  })

  it('is found on whatever sheet and below whatever title the headings stand', async () => {
    const client = await resident()
    expect(await checked(client, spreadsheet([['2026 年望远镜清单'], [], headers.map((each) => ` ${each} *`), row('甲')], () => {}, '我的表'))).toMatchObject({ sheet: '我的表', findings: [], rows: { ready: 1 } })
  })

  it('is said of files that are no such table', async () => {
    const client = await resident()
    const fault = async (bytes: Buffer) => {
      const { status, body } = await upload(client, bytes)
      return [status, body.error.code, body.error.details?.fault]
    }
    expect(await fault(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([422, 'table_unreadable', 'oldExcel'])
    expect(await fault(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual([422, 'table_unreadable', 'encrypted'])
    expect(await fault(Buffer.from('放在哪里,型号\n家里,甲'))).toEqual([422, 'table_unreadable', 'notExcel'])
    expect(await fault(Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(500, 7)]))).toEqual([422, 'table_unreadable', 'damaged'])
    expect(await fault(spreadsheet([['姓名', '年龄'], ['甲', 3]]))).toEqual([422, 'table_unreadable', 'noSheet'])
    expect(await fault(Buffer.alloc(0))).toEqual([422, 'file_empty', undefined])
  })

  it('shows only when the row is handed in: then the row says why, and the others go on', async () => {
    const client = await resident()
    const batch = await checked(client, spreadsheet([headers, row('甲')]))
    await client.post(`/batches/${batch.id}/act`, { action: 'start', truthful: true })
    await town.test.runJobs()
    const [failed] = await rowsOf(client, batch.id, 'failed')
    expect(failed?.problems.map(({ code }) => code)).toContain('required')
    expect((await client.get<Batch>(`/batches/${batch.id}`)).body).toMatchObject({ state: 'done', rows: { failed: 1 } })
    expect(await town.test.app.db.read`select 1 from applications where person_id = ${client.id} and state = 'draft'`).toEqual([])
  })
})
