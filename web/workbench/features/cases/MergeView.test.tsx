// What an official sees when somebody else was faster: before beside now, and only what reads differently.
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTexts } from '../../../shared/i18n/store.ts'
import { changedFields } from './case-view.ts'
import { MergeView } from './MergeView.tsx'
import type { ContentItem } from './queries.ts'

const item = (concept: string, value: string | null): ContentItem => ({
  concept, name: { 'zh-CN': `名称${concept}` }, subject: 'telescope', type: 'text', value, display: { 'zh-CN': value ?? '' }, masked: false, source: 'applicant', sourceName: null, inputs: [], asOf: null,
})

const shown = (before: ContentItem[], now: ContentItem[]): string => renderToStaticMarkup(<MergeView fields={changedFields(before, now)} />)

describe('a case that changed while somebody wrote on it', () => {
  beforeAll(() => loadTexts(['cases', 'handling']))

  it('shows what reads differently, before beside now, also what was empty, and nothing else', () => {
    const markup = shown([item('a', '牧夫座80'), item('b', '样例路1号'), item('c', null)], [item('a', '牧夫座90'), item('b', '样例路1号'), item('c', '补上的')])
    const rows = markup.split('<tbody>')[1]?.match(/<tr>.*?<\/tr>/g) ?? []
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/名称a.*牧夫座80.*牧夫座90/)
    expect(rows[1]).toMatch(/名称c.*补上的/)
    expect(markup).not.toContain('样例路1号')
  })

  it('is not there when only the state or the hands it is in have changed', () => {
    expect(shown([item('a', 'x')], [item('a', 'x')])).toBe('')
  })
})
