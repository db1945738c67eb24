// Findings of imports for those who look after the catalogue, and for nobody else.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { exampleCodeNumber, exampleLine } from './gdzwfw-example.ts'
import { importServices } from './index.ts'

type Findings = { services: number; warned: number; changedAt: string | null; warnings: { code: string; message: string; count: number; examples: { code: string; name: string }[] }[]; rejections: { code: string; message: string; count: number }[] }

describe('GET /catalogue/imports', () => {
  let testing: TestApp
  let folder: string
  beforeAll(async () => {
    testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
    folder = await mkdtemp(join(tmpdir(), 'tongban-findings-'))
  })
  afterAll(async () => {
    await testing.close()
    await rm(folder, { recursive: true })
  })
  const designer = () => testing.as({ staff: [{ role: 'designer', region: '990100', line: null }] })

  test('before anything is imported there is nothing to report', async () => {
    const { body } = await (await designer()).get<Findings>('/catalogue/imports')
    expect(body).toEqual({ services: 0, warned: 0, changedAt: null, warnings: [], rejections: [] })
  })

  test('every warning is counted with a few services to look at, and every line not taken with its reason', async () => {
    const spaced = Array.from({ length: 5 }, (_, at) => exampleLine({ TASK_CODE: ` ${exampleCodeNumber(at + 10)}`, TASK_NAME: `示范事项${at + 10}` }))
    const file = join(folder, 'services.jsonl')
    await writeFile(file, [...spaced, '{"TASK_NAME":', exampleLine({ TASK_CODE: '' })].join('\n'))
    await importServices(testing.app.db, file, testing.app.clock.now())
    const { body } = await (await designer()).get<Findings>('/catalogue/imports')
    expect(body).toMatchObject({ services: 5, warned: 5, changedAt: '2026-03-02T01:00:00.000Z' })
    const repaired = body.warnings.find(({ code }) => code === 'code_repaired')
    expect(repaired).toMatchObject({ count: 5, message: '实施编码里有空格、全角或小写字符，已整理' })
    expect(repaired?.examples.map(({ name }) => name)).toEqual(['示范事项10', '示范事项11', '示范事项12'])
    expect(body.rejections.map(({ code, count }) => [code, count]).sort()).toEqual([['code_missing', 1], ['json_broken', 1]])
  })

  test('is for designers and operators only', async () => {
    const roles = ['operator', 'clerk', 'approver', 'supervisor'] as const
    const answers = await Promise.all(roles.map(async (role) => (await (await testing.as({ staff: [{ role, region: '990100', line: null }] })).get('/catalogue/imports')).status))
    expect(answers).toEqual([200, 403, 403, 403])
    expect((await testing.asNobody.get('/catalogue/imports')).status).toBe(401)
  })
})
