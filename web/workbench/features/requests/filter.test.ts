// The list as an address describes it.
// What is unknown falls back to where somebody begins.
import { describe, expect, it } from 'vitest'
import { filterQuery, readFilter, viewsFor } from './filter.ts'

describe('the list of requests', () => {
  it('begins with the first view of one’s roles', () => {
    const views = viewsFor(['dispatcher'])
    expect(views).toEqual(['centre', 'ofPlace'])
    expect(viewsFor(['designer'])).toEqual([])
    expect(readFilter(new URLSearchParams('kind=dance'), views)).toEqual({ view: 'centre', q: '', kind: '' })
  })

  it('is the same list again from its own address', () => {
    const filter = { view: 'late', q: '路灯', kind: 'help' } as const
    expect(readFilter(new URLSearchParams(filterQuery(filter)), ['unit'])).toEqual(filter)
  })
})
