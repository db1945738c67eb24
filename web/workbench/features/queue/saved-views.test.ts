// Filters kept under a name.
import { describe, expect, it } from 'vitest'
import { readSavedViews, withSavedView } from './saved-views.ts'

describe('kept filters', () => {
  it('come back as they were kept, the same name once', () => {
    const once = withSavedView([], ' 本周到期 ', 'view=dueSoon')
    const twice = withSavedView(withSavedView(once, '新生儿', 'matter=newborn'), '本周到期', 'view=dueSoon&q=1')
    expect(readSavedViews(JSON.stringify(twice))).toEqual([{ name: '新生儿', query: 'matter=newborn' }, { name: '本周到期', query: 'view=dueSoon&q=1' }])
  })

  it('without a name are not kept, and twenty at most', () => {
    expect(withSavedView([], '  ', 'view=mine')).toEqual([])
    const many = Array.from({ length: 30 }, (_, n) => `第${n}个`).reduce<ReturnType<typeof readSavedViews>>((views, name) => withSavedView(views, name, ''), [])
    expect([many.length, many[0]?.name]).toEqual([20, '第10个'])
  })

  it('that are damaged are left out', () => {
    for (const stored of [null, '{', '{}', '7', '[1,null,{"name":1,"query":""},{"name":""}]']) expect(readSavedViews(stored)).toEqual([])
  })
})
