// The pages of poorly rated guides as designers and supervisors see them: rows, nothing, what they may not do, and what fails.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskTexts } from '../../../shared/i18n/desk-texts.ts'
import { addTexts, loadTexts } from '../../../shared/i18n/store.ts'
import { SessionContext, type StaffRole } from '../../../shared/session.tsx'
import { mayVisit } from '../../places.ts'
import { Component as ImprovementPage } from './ImprovementPage.tsx'
import { Component as ImprovementsPage } from './ImprovementsPage.tsx'
import { listQuery, partQuery, ratingsQuery, type Improvement, type ImprovementDetail } from './queries.ts'

const counted = (poor: number, rated: number, days = 30) => ({ poor, rated, days, tags: [{ tag: 'unclear-guide', name: '指南看不明白', times: poor }] })
const improvement = (changes: Partial<Improvement>): Improvement => ({
  of: 'telescope-permit', page: 'documents', name: '望远镜许可', design: 'services/telescope-permit', state: 'open', revision: 0, recurs: false,
  turn: { at: '2026-02-01T01:00:00.000Z', edition: 3 }, since: counted(6, 12), earlier: counted(9, 10), last: null, can: ['deal', 'setAside'], ...changes,
})
const decision = { step: 'deal' as const, note: '把材料的名字写成平常话', edition: 3, changedAt: '2026-02-01T01:00:00.000Z', byName: '方知远', at: '2026-02-02T01:00:00.000Z' }
const detail = (changes: Partial<ImprovementDetail>): ImprovementDetail => ({
  ...improvement({}), region: '990100', decisions: [decision], editions: [{ number: 3, title: '材料改名', releasedBy: '方知远', releasedAt: '2026-02-01T01:00:00.000Z' }], ...changes,
})

type Kept = readonly (readonly [readonly unknown[], unknown])[]

const drawn = (path: string, role: StaffRole, kept: Kept): string => {
  const client = new QueryClient()
  for (const [key, data] of kept) client.setQueryData(key, data)
  return renderToStaticMarkup(
    <SessionContext value={{ status: 'signed-in', person: { id: '1', name: '方知远', roles: [role] }, login: () => {}, logout: () => {} }}>
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/workbench/improvements" element={<ImprovementsPage />} />
            <Route path="/workbench/improvements/:of" element={<ImprovementPage />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </SessionContext>,
  )
}

const listed = (parts: Improvement[], role: StaffRole = 'designer', state: Improvement['state'] = 'open') =>
  drawn(`/workbench/improvements?state=${state}`, role, [[listQuery(state).queryKey, { region: '990100', parts, counts: [{ state: 'open', count: 2 }, { state: 'dealt', count: 1 }, { state: 'setAside', count: 0 }] }]])

beforeAll(async () => {
  addTexts(deskTexts)
  await loadTexts(['improvement-desk'])
})

describe('the list', () => {
  it('says of each part how many of how many, since which change and before, and why', () => {
    const markup = listed([improvement({}), improvement({ page: '', recurs: true, since: counted(2, 3), earlier: null, turn: null })])
    expect(markup.match(/<tr role="row">/g)).toHaveLength(3)
    for (const words of ['申请材料', '12 条评价里 6 条', '占 50%', '第 3 版公开以后', '10 条评价里 9 条', '指南看不明白 6 次']) expect(markup).toContain(words)
    for (const words of ['整份', '处理过，又有人说', '评价不足 5 条，不算比例', '近一年，还没有改动过', '没有改动过，无从比较']) expect(markup).toContain(words)
    expect(markup).toMatch(/href="\/workbench\/improvements\/telescope-permit\?page=documents&amp;region=990100"/)
  })

  it('says what was done of those dealt with, and by whom', () => {
    expect(listed([improvement({ state: 'dealt', last: decision })], 'designer', 'dealt')).toMatch(/把材料的名字写成平常话.*方知远/)
  })

  it('says when there is nothing, with how many there are in the other states', () => {
    const markup = listed([])
    expect(markup).toContain('没有待处理的')
    expect(markup).toMatch(/已处理<small>1<\/small>/)
    expect(markup).not.toContain('<table')
  })
})

describe('one of them', () => {
  const part = { of: 'telescope-permit', page: 'documents' }
  const page = (role: StaffRole, one = detail({}), ratings: unknown[] = [{ id: '1', at: '2026-02-03T01:00:00.000Z', grade: 'unsatisfied', tags: ['指南看不明白'], words: '材料看不懂', after: 3 }]) =>
    drawn('/workbench/improvements/telescope-permit?page=documents', role, [[partQuery(part).queryKey, one], [ratingsQuery(part).queryKey, { pages: [{ ratings, next: null }], pageParams: [''] }]])

  it('shows before and after, what people wrote, what was decided, and the way to the text', () => {
    const markup = page('designer')
    for (const words of ['改动前后', '材料看不懂', '看的是第 3 版', '把材料的名字写成平常话', '第 3 版：材料改名']) expect(markup).toContain(words)
  })

  it('says when nobody has written anything', () => {
    expect(page('designer', detail({ decisions: [] }), [])).toContain('还没有人说不好')
  })

  it('is read by supervisors, who are not offered to decide', () => {
    expect(page('designer')).toContain('怎么处理')
    expect(page('supervisor')).not.toContain('怎么处理')
  })
})

it('is a place of designers and supervisors: others are told by the gate, and nothing is asked for them', () => {
  for (const path of ['/workbench/improvements', '/workbench/improvements/telescope-permit']) {
    expect([mayVisit(path, ['designer']), mayVisit(path, ['supervisor']), mayVisit(path, ['clerk']), mayVisit(path, ['agent'])]).toEqual([true, true, false, false])
  }
})
