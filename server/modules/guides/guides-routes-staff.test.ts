// Findings and recurring documents for designers and supervisors, and for nobody else.
// The imported services are invented and written to a file here.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { exampleCodes, exampleLine } from '../catalogue/gdzwfw-example.ts'
import { importServices } from '../catalogue/index.ts'

type Found = { id: string; rule: string; severity: string; guide: { key: string; name: string; source: string; authority: { id: string } }; says: string }
type Page = { guides: number; total: number; findings: Found[]; next: string | null; rules: { rule: string; count: number }[]; authorities: { id: string; count: number }[]; severities: Record<string, number> }

let testing: TestApp
let folder: string
let designer: TestClient
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
  folder = await mkdtemp(join(tmpdir(), 'tongban-guides-'))
  const lines = [
    exampleLine({ ...exampleCodes(1), accept_standard: '依据《样例办法》办理', visit_number: '0', LIMIT_SCENE_NUM: '0', material_intro: ['申请表', '其他材料'] }),
    exampleLine({ ...exampleCodes(2), accept_standard: '依据《样例办法》办理', visit_number: '0', LIMIT_SCENE_NUM: '0', material_intro: ['居民身份证', '申请表'] }),
    exampleLine({ ...exampleCodes(3), accept_standard: '依据《样例办法》办理', visit_number: '0', LIMIT_SCENE_NUM: '0', material_intro: ['身份证（复印件）'], TASK_NAME: '雕塑许可' }),
  ]
  await writeFile(join(folder, 'services.jsonl'), lines.join('\n'))
  await importServices(testing.app.db, join(folder, 'services.jsonl'), testing.app.clock.now())
  designer = await testing.as({ staff: [{ role: 'designer', region: '990100', line: null }] })
})
afterAll(async () => {
  await testing.close()
  await rm(folder, { recursive: true })
})
const list = async (query = '') => (await designer.get<Page>(`/guides/findings?source=imported${query}`)).body

describe('GET /guides/findings', () => {
  test('lists findings of imported services with counts for each choice', async () => {
    const page = await list()
    expect(page.findings.map(({ rule, says }) => `${rule} ${says}`)).toEqual(['vague-document 其他材料', 'shared-document-demanded 居民身份证', 'shared-document-demanded 身份证（复印件）'])
    expect(page).toMatchObject({ total: 3, next: null, severities: { error: 0, warning: 1, notice: 2 } })
    expect(page.rules.map(({ rule, count }) => [rule, count])).toEqual([['shared-document-demanded', 2], ['vague-document', 1]])
    expect(page.authorities.map(({ count }) => count)).toEqual([3])
  })
  test.each([['&rule=vague-document', 1], ['&q=雕塑', 1], ['&severity=error', 0], ['&authority=nobody', 0], ['&rule=constructor', 0]])('narrows by %s', async (query, total) => expect(await list(query)).toMatchObject({ total }))
  test('comes page by page without gap or repeat', async () => {
    const first = await list('&limit=2')
    const second = await list(`&limit=2&after=${first.next}`)
    expect([...first.findings, ...second.findings].map(({ id }) => id)).toEqual((await list()).findings.map(({ id }) => id))
    expect(second.next).toBeNull()
  })
  test('refuses what is no choice', async () => expect((await designer.get('/guides/findings?severity=deadly')).status).toBe(400))
  test('is computed anew when services are imported', async () => {
    await writeFile(join(folder, 'more.jsonl'), exampleLine({ ...exampleCodes(4), TASK_NAME: '喷泉许可', accept_standard: '依据《样例办法》', material_intro: ['相关材料'] }))
    await importServices(testing.app.db, join(folder, 'more.jsonl'), testing.app.clock.now())
    expect(await list('&q=喷泉')).toMatchObject({ total: 2 })
  })
})

describe('GET /guides/findings/:finding', () => {
  test('shows the guide beside the finding, and what else was found in it', async () => {
    const [first] = (await list('&q=喷泉')).findings
    const { body } = await designer.get<{ finding: Found; guide: { key: string; documents: string[] }; others: Found[] }>(`/guides/findings/${first?.id}`)
    expect(body).toMatchObject({ finding: { id: first?.id }, guide: { key: first?.guide.key, documents: ['相关材料'] } })
    expect(body.others).toHaveLength(1)
  })
  test('knows no other', async () => expect((await designer.get('/guides/findings/000000000000')).status).toBe(404))
})

test('GET /guides/shared-evidence counts a document once under all its names', async () => {
  const { body } = await designer.get<{ clusters: { name: string; spellings: object[]; saved: number }[] }>('/guides/shared-evidence')
  expect(body.clusters.find(({ name }) => name === '居民身份证')).toMatchObject({ spellings: [{}, {}], saved: 2 })
})

test('findings are for designers and supervisors only', async () => {
  const roles = ['supervisor', 'clerk', 'approver', 'operator'] as const
  const paths = ['/guides/findings', '/guides/findings/000000000000', '/guides/shared-evidence']
  for (const path of paths) {
    const answers = await Promise.all(roles.map(async (role) => (await (await testing.as({ staff: [{ role, region: '990100', line: null }] })).get(path)).status))
    expect(answers.slice(1)).toEqual([403, 403, 403])
    expect([200, 404]).toContain(answers[0])
    expect((await testing.asNobody.get(path)).status).toBe(401)
    expect((await (await testing.as({ person: {} })).get(path)).status).toBe(403)
  }
})
