// The cards below the list of unfound questions: answers that did not help, and what is popular, as designers and supervisors see them.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../../api/client.ts'
import { deskTexts } from '../../../shared/i18n/desk-texts.ts'
import { addTexts, loadTexts } from '../../../shared/i18n/store.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { PopularWords } from './PopularWords.tsx'
import type { Unfound } from './queries.ts'
import { UnhelpfulAnswers } from './UnhelpfulAnswers.tsx'

const drawn = (card: ReactNode, kept: readonly (readonly [readonly unknown[], unknown])[]): string => {
  const client = new QueryClient()
  for (const [key, data] of kept) client.setQueryData(key, data)
  return renderToStaticMarkup(<QueryClientProvider client={client}>{card}</QueryClientProvider>)
}

beforeAll(async () => {
  addTexts(deskTexts)
  await loadTexts(['unfound'])
})

describe('answers that did not help', () => {
  const question: Unfound = { id: '1', region: '990100', words: '望远镜许可要多久能办好', source: 'assistant', state: 'open', revision: 1, times: 3, firstAt: '2026-03-01T01:00:00Z', lastAt: '2026-03-02T01:00:00Z', remedy: null, note: '', decidedBy: null, decidedAt: null, can: ['answer', 'setAside'] }
  const answers: Reply<'listUnhelpfulAnswers'>['answers'] = [{
    question, about: { type: 'service', id: 'telescope-permit', name: '望远镜许可', url: '/services/telescope-permit' },
    sentences: [{ text: '受理后承诺 5 个工作日内办结。', cites: [1] }], sources: [{ number: 1, title: '望远镜许可 · 基本信息', quote: '受理后承诺 5 个工作日内办结。', url: '/services/telescope-permit#basics' }],
  }]
  const card = (list: typeof answers, deals = true) => drawn(<UnhelpfulAnswers onDeal={deals ? () => {} : undefined} />, [[['unfound', 'unhelpful'], list]])

  it('are shown with the question, how often it was said, what is answered now and the way to where that stands', () => {
    const markup = card(answers)
    for (const words of ['望远镜许可要多久能办好', '受理后承诺 5 个工作日内办结。', 'href="/services/telescope-permit#basics"', '望远镜许可 · 基本信息']) expect(markup).toContain(words)
    expect(markup).toMatch(/>3</)
  })

  it('are dealt with by designers; supervisors look on', () => {
    expect(card(answers)).toContain('<button')
    expect(card(answers, false)).not.toContain('<button')
  })

  it('are no card while there are none, or while they are not there', () => {
    expect(card([])).toBe('')
    expect(drawn(<UnhelpfulAnswers onDeal={undefined} />, [])).toBe('')
  })
})

describe('what is popular', () => {
  const shown = [{ region: '990101', words: '夜观', visitors: 12 }]
  const hidden = [{ region: '990100', words: '坏话', reason: '骂人的话', hiddenBy: '方知远', hiddenAt: '2026-03-02T01:00:00Z' }]
  const regions = { region: '990100', regions: [{ code: '990101', name: { 'zh-CN': '东区' }, level: 'district', parent: '990100' }] }
  const card = (data: object, decides: boolean) => drawn(<PopularWords decides={decides} />, [[['popular-words'], data], [regionsQuery.queryKey, regions]])

  it('is listed with its place by name and how many chose, and what was taken down with why and by whom', () => {
    const markup = card({ shown, hidden }, true)
    for (const words of ['夜观', '东区', '坏话', '990100', '骂人的话', '方知远']) expect(markup).toContain(words)
    expect(markup).toMatch(/撤下<span class="tb-hidden"> 夜观/)
    expect(markup).toMatch(/恢复<span class="tb-hidden"> 坏话/)
  })

  it('is taken down by designers; supervisors look on', () => {
    expect(card({ shown, hidden }, false)).not.toContain('<button')
  })

  it('is no card while nothing is popular and nothing was taken down', () => {
    expect(card({ shown: [], hidden: [] }, true)).toBe('')
  })
})
