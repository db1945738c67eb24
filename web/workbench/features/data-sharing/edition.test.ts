// An edition while it is written: what it takes away, whether it can be kept, what is sent of it.
import { describe, expect, it } from 'vitest'
import { rowsOf } from './duty-rows.ts'
import { canKeep, emptyContent, takenOut, tidied } from './edition.ts'
import type { Content } from './queries.ts'

const field = (name: string): Content['fields'][number] => ({ name, title: { 'zh-CN': name }, concepts: [], class: 'personal', note: '' })
const written: Content = { ...emptyContent, title: { 'zh-CN': '居民库' }, legalBasis: { title: '样例数据共享办法' }, fields: [field('address'), field('birthDate')] }

describe('an edition', () => {
  it('takes away the published fields it no longer has', () => {
    expect(takenOut({ content: written }, { fields: [field('address')] }).map(({ name }) => name)).toEqual(['birthDate'])
    expect(takenOut({ content: null }, written)).toEqual([])
  })

  it('can be kept with a name, a legal basis and codes as they go over the wire', () => {
    expect([canKeep(written), canKeep(emptyContent), canKeep({ ...written, fields: [field('地址')] }), canKeep({ ...written, officer: { name: ' ', phone: '1' } })]).toEqual([true, false, false, false])
  })

  it('is sent without what is empty', () => {
    expect(tidied({ ...written, officer: { name: '', phone: '' }, legalBasis: { title: ' 样例办法 ', article: ' ' } })).toMatchObject({ officer: null, legalBasis: { title: '样例办法' } })
  })
})

describe('needs and duties as a table', () => {
  it('have a row for each thing a service needs, with who supplies it', () => {
    const rows = rowsOf(
      [{
        service: 's', name: { 'zh-CN': '许可' }, line: 'sky', authority: { 'zh-CN': '星空局' },
        concepts: [{ concept: 'a.b', name: { 'zh-CN': '住址' }, required: true, supply: 'resource', suppliers: [{ resource: 'r', name: { 'zh-CN': '居民库' }, line: 'sky', authority: null }] }],
        documents: [{ evidence: 'e', name: { 'zh-CN': '凭证' }, supply: 'paper', suppliers: [] }],
      }],
      (texts) => texts['zh-CN'], { supply: (supply) => supply, kind: (kind) => kind, required: '必填' },
    )
    expect(rows).toEqual([['许可', '星空局', 'concept', '住址', '必填', 'resource', '居民库', 'sky'], ['许可', '星空局', 'document', '凭证', '必填', 'paper', '', '']])
  })
})
