// A file of requests: every row becomes a request or says what is wrong with it; the same file, the same job again change nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { toSheet } from '../../kernel/sheet.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'
import { findRequestByNumber } from '../requests/index.ts'

type Import = { id: string; state: string; again: boolean; rows: Record<string, number>; error: { code: string; details: { fault: string } } }
type Rows = { rows: { row: number; state: string; shown: string; number: string | null; problems: { column: string; code: string }[] }[] }

let test: TestApp
let centre: TestClient
const posting = (role: Posting['role'], region = '990100'): Posting => ({ role, region, line: 'government-services' })
beforeAll(async () => {
  test = await startTestApp({ clock: { now: () => new Date('2026-11-16T02:20:00Z') }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100' } })
  centre = await test.as({ staff: [posting('dispatcher')] })
})
afterAll(() => test.close())

const upload = async (client: TestClient, name: string, content: string | Buffer) => {
  const bytes = Buffer.from(content)
  const edge = 'edge-of-a-part'
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const reply = await client.request({ method: 'POST', url: '/api/v1/request-imports', headers: { 'content-type': `multipart/form-data; boundary=${edge}` }, payload })
  return { status: reply.statusCode, body: reply.json<Import>() }
}
const rowsOf = async (id: string, of = 'problems') => (await centre.get<Rows>(`/request-imports/${id}/rows?of=${of}`)).body.rows
const heading = ['类型', '内容', '分类', '地址', '区划', '姓名', '电话', '匿名', '反映时间', '来源编号']
const good = ['投诉', '路灯三天不亮', '路灯不亮', '山前街道 1 号', '990101', '陈小满', '154-0000-0101', '否', '2026/11/15 9:05', 'OLD-1']

describe('a file of requests', () => {
  it('becomes requests, row by row, with when and where they were received', async () => {
    const { status, body } = await upload(centre, '旧系统.csv', `\ufeff${[heading, good].map((row) => row.join(',')).join('\r\n')}`)
    expect([status, body.rows]).toEqual([201, { ready: 1, faulty: 0, taken: 0, failed: 0 }])
    await test.runJobs()
    const [row] = await rowsOf(body.id, 'taken')
    expect(await findRequestByNumber(test.app.db.read, row?.number ?? '')).toMatchObject({
      channel: 'batch', kind: 'complain', category: 'urban/street-lamps/broken-lamp', region: '990101001', contact: { name: '陈小满', phone: '15400000101' }, receivedAt: '2026-11-15T01:05:00.000Z', course: { sourceRef: 'OLD-1' },
    })
    expect((await centre.get<{ imports: Import[] }>('/request-imports')).body.imports[0]).toMatchObject({ state: 'done', rows: { taken: 1 } })
    expect((await upload(centre, '改了名.csv', `\ufeff${[heading, good].map((each) => each.join(',')).join('\r\n')}`)).body).toMatchObject({ id: body.id, again: true })
  })

  it('says what is wrong with each row, and takes the others', async () => {
    const wrong = ['闹着玩', '', '没有这类', '', '110000', '', '12', '也许', '明天', '']
    const sheet = Buffer.from(toSheet('诉求', [heading, good, wrong, ['', '井盖破了', '', '', '', '', '', '匿名', '', '']]))
    const { body } = await upload(centre, '旧系统.xlsx', sheet)
    expect(body.rows).toMatchObject({ ready: 2, faulty: 1 })
    const [row] = await rowsOf(body.id)
    expect([row?.row, row?.problems.map(({ column, code }) => `${column} ${code}`)]).toEqual([3, ['内容 missing', '类型 unknown', '分类 unknown', '区划 outside', '电话 phone', '匿名 yesNo', '反映时间 instant']])
    await test.runJobs()
    expect((await rowsOf(body.id, 'taken')).map(({ row: at }) => at)).toEqual([2, 4])
  })

  it('may be JSON Lines or GB 18030, and goes on where it stopped', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => JSON.stringify({ text: `第${index}盏路灯不亮`, kind: 'report', category: 'urban/street-lamps/broken-lamp' })).join('\n')
    const { body } = await upload(centre, 'old.jsonl', lines)
    await test.runJobs()
    await test.retryJobs()
    expect((await centre.get<{ imports: Import[] }>('/request-imports')).body.imports.find(({ id }) => id === body.id)).toMatchObject({ state: 'done', rows: { taken: 120, failed: 0 } })
    const chinese = Buffer.from([0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0xb5, 0xc6, 0xbb, 0xb5, 0xc1, 0xcb]) // 内容 / 灯坏了
    expect((await upload(centre, '国标.csv', chinese)).body.rows).toMatchObject({ ready: 1 })
  })

  it('that is none is refused with what is wanted', async () => {
    expect((await upload(centre, 'x.csv', '甲,乙\n1,2')).body.error).toMatchObject({ code: 'table_unreadable', details: { fault: 'noText' } })
    expect((await upload(centre, 'x.jsonl', '{"text": "a"')).body.error).toMatchObject({ code: 'table_unreadable', details: { fault: 'damaged' } })
    expect((await upload(centre, 'x.xlsx', 'no sheet')).body.error.code).toBe('table_unreadable')
    expect((await upload(centre, 'empty.csv', '内容\n')).body.error.code).toBe('file_empty')
  })

  it('is for the request centre, each its own', async () => {
    const { body } = await upload(centre, 'mine.csv', '内容\n我的一行')
    const elsewhere = await test.as({ staff: [posting('dispatcher', '990200')] })
    expect((await elsewhere.get(`/request-imports/${body.id}/rows`)).status).toBe(404)
    expect((await upload(await test.as({ staff: [posting('clerk')] }), 'x.csv', '内容\n灯')).status).toBe(403)
    expect((await test.asNobody.get('/request-imports')).status).toBe(401)
  })
})
