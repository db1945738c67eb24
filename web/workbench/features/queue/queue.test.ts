// The address of the queue, who is offered which views, and moving through a list that changes while one works.
import { describe, expect, it } from 'vitest'
import { filterQuery, filterText, neighbours, readFilter, readsCases, viewsFor } from './queue.ts'

describe('the address of the queue', () => {
  it('keeps view, words and matter, and says nothing about what is the default', () => {
    const filter = { view: 'dueSoon', q: '440305-2026', matter: 'newborn' } as const
    expect(readFilter(new URLSearchParams(filterText(filter)))).toEqual(filter)
    expect(filterQuery(readFilter(new URLSearchParams()))).toEqual({})
  })

  it('keeps everything that narrows it, and drops what no queue understands', () => {
    const filter = { view: 'all', q: '', matter: '', service: 'telescope-permit', state: 'accepted', holder: 'nobody', from: '2026-11-01', until: '2026-11-20', within: 3 } as const
    expect(readFilter(new URLSearchParams(filterText(filter)))).toEqual(filter)
    expect(readFilter(new URLSearchParams({ state: 'flying', holder: 'x', from: 'yesterday', until: '20261120', within: 'soon' }))).toEqual({ view: 'all', q: '', matter: '' })
  })

  it('with a view nobody knows shows the whole queue, and words too long are cut', () => {
    expect(readFilter(new URLSearchParams({ view: 'x', q: ` ${'长'.repeat(200)}` }))).toEqual({ view: 'all', q: '长'.repeat(100), matter: '' })
  })
})

describe('the views on offer', () => {
  it('begin with one’s own cases for those who handle them', () => {
    expect(viewsFor(['approver'])[0]).toBe('mine')
    expect(viewsFor(['supervisor', 'clerk'])[0]).toBe('mine')
  })

  it('begin with what is late for those who only look on', () => {
    expect(viewsFor(['supervisor'])).toEqual(['overdue', 'dueSoon', 'supplement', 'all'])
  })

  it('are none for those who look after the platform', () => {
    expect([readsCases(['clerk']), readsCases(['supervisor']), readsCases(['designer']), readsCases([])]).toEqual([true, true, false, false])
  })
})

describe('moving through the queue', () => {
  const ids = ['a', 'b', 'c']

  it('goes to the neighbours and stops at the ends', () => {
    expect(neighbours(ids, 'b', -1)).toEqual({ previous: 'a', next: 'c', index: 1 })
    expect(neighbours(ids, 'a', 0).previous).toBeUndefined()
    expect(neighbours(ids, 'c', 2).next).toBeUndefined()
  })

  it('begins with the first case when none is open', () => {
    expect(neighbours(ids, undefined, -1)).toMatchObject({ previous: undefined, next: 'a' })
  })

  it('goes on with the case that moved up when the open one has left the list', () => {
    expect(neighbours(['a', 'c'], 'b', 1)).toEqual({ previous: 'a', next: 'c', index: 1 })
  })

  it('goes on with the last case left when the one that left was at the end', () => {
    expect(neighbours(['a', 'b'], 'c', 2).next).toBe('b')
    expect(neighbours([], 'c', 0).next).toBeUndefined()
  })
})
