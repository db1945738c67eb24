// The ledger: all hard cases of one's region, found by words, state, category and day; as a spreadsheet; what recurs.
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetType } from '../../kernel/sheet.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable, on } from '../../testing/telescope.ts'
import { handInHardCase, officialsOf, step, type Officials } from './testing.ts'

type Ledger = { hardCases: { id: string; solution: string | null }[] }

describe('the ledger', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let officials: Officials
  let lamp: string
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
    const hand = async (account: string) => (await handInHardCase(await test.as({ person: { name: '丘小溪' } }), account)).id
    lamp = await hand('=cmd|路灯太亮，\n两个局都说不归他们管。')
    await hand('档案里的名字写错了，许可办不下来。')
    await step(officials.coordinator, lamp, 'accept', { title: '=路灯太亮', category: 'no-precedent' })
    await step(officials.coordinator, lamp, 'opinions', { asked: [{ line: 'energy', region: '990101', question: '能不能装遮光罩？', dueOn: '2026-03-02', shared: true }] })
    turnTo('2026-03-02T06:00:00Z')
    await step(officials.coordinator, lamp, 'conclude', { words: '可以装。', solution: '加装遮光罩。', by: ['东山能源局'], laws: [{ title: '样例星空条例', article: '第三条' }], category: 'no-precedent', keywords: ['路灯'] })
  })
  afterAll(() => test.close())

  const find = async (query: string, client = officials.coordinator) => (await client.get<Ledger>(`/hard-case-ledger?${query}`)).body.hardCases.map(({ id }) => id)

  it('finds by words, state, category, authority and day, only in the region of the official', async () => {
    expect((await find('')).length).toBe(2)
    expect(await find(`q=${encodeURIComponent('路灯太亮')}`)).toEqual([lamp])
    expect(await find(`q=${encodeURIComponent('公积金')}`)).toEqual([])
    for (const query of ['state=answered', 'category=no-precedent', 'line=energy', 'region=990101&category=no-precedent']) expect(await find(query)).toEqual([lamp])
    expect((await find('from=2026-03-02&until=2026-03-02')).length).toBe(2)
    expect(await find('from=2026-03-03')).toEqual([])
    expect(await find('', officials.elsewhere)).toEqual([])
    expect((await find('', officials.supervisor)).length).toBe(2)
  })

  it('is refused to residents and designers', async () => {
    const resident = await test.as({ person: {} })
    for (const path of ['/hard-case-ledger', '/hard-case-ledger.xlsx', '/hard-case-statistics']) {
      expect((await resident.get(path)).status).toBe(403)
      expect((await officials.designer.get(path)).status).toBe(403)
      expect((await test.asNobody.get(path)).status).toBe(401)
    }
  })

  it('as a file holds what was typed as text, keeps to the filter and the region, and does not say who applied', async () => {
    const fileOf = async (client: typeof officials.coordinator, query = '') => {
      const { rawPayload, headers } = await client.request({ method: 'GET', url: `/api/v1/hard-case-ledger.xlsx?${query}` })
      expect(headers['content-type']).toBe(sheetType)
      return utils.sheet_to_json<string[]>(read(rawPayload).Sheets['疑难事项台账'] ?? {}, { header: 1, defval: '' })
    }
    const [heading, ...rows] = await fileOf(officials.coordinator)
    expect(heading?.slice(0, 3)).toEqual(['编号', '事情', '反映的情况'])
    expect(rows.map((row) => row[1]).toSorted()).toEqual(['=路灯太亮', '档案里的名字写错了，许可办不下来'])
    expect(rows.map((row) => row[2])).toContain('=cmd|路灯太亮，\n两个局都说不归他们管。')
    expect(JSON.stringify(rows)).not.toContain('丘小溪')
    expect(await fileOf(officials.coordinator, 'state=answered')).toHaveLength(2)
    expect(await fileOf(officials.elsewhere)).toHaveLength(1)
  })

  it('counts what recurs and how long it takes', async () => {
    const { body } = await officials.coordinator.get<{ categories: { value: string; count: number; ended: number; days: number | null }[]; words: unknown; lines: unknown; months: unknown; days: number }>('/hard-case-statistics')
    expect(body).toMatchObject({ words: [{ word: '路灯', count: 1 }], lines: [{ line: 'energy', asked: 1, given: 0, late: 0 }], months: [{ month: '2026-03', received: 2, ended: 1 }], days: 0.2 })
    expect(body.categories).toEqual(expect.arrayContaining([expect.objectContaining({ value: 'no-precedent', count: 1, ended: 1, days: 0.2 }), expect.objectContaining({ value: '', count: 1, ended: 0, days: null })]))
  })
})
