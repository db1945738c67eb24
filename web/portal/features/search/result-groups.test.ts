// Results as the page groups them.
// Titles are invented.
import { describe, expect, it } from 'vitest'
import type { Result } from './queries.ts'
import { groupResults } from './result-groups.ts'

const result = (type: Result['type'], id: string): Result => ({ type, id, title: id, summary: '', url: `/${id}`, action: { kind: 'open', label: '看一看', url: `/${id}` } })
const reply = {
  sure: true,
  results: [result('service', 'chart'), result('importedService', 'x1'), result('service', 'lamp'), result('matter', 'telescope'), result('importedService', 'x2')],
  groups: [{ type: 'matter' as const, count: 1 }, { type: 'service' as const, count: 2 }, { type: 'importedService' as const, count: 6 }],
}
const shown = (grouped: ReturnType<typeof groupResults>) => grouped.groups.map(({ type, count, shown: own }) => [type, count, own.map(({ id }) => id)])

describe('grouped results', () => {
  it('put the best by itself and the type of the next best first', () => {
    const grouped = groupResults(reply, undefined, 5)
    expect(grouped.best?.id).toBe('chart')
    expect(shown(grouped)).toEqual([['importedService', 6, ['x1', 'x2']], ['service', 2, ['lamp']], ['matter', 1, ['telescope']]])
  })

  it('show a few of each type, and how many there are', () => {
    expect(shown(groupResults(reply, undefined, 1))[0]).toEqual(['importedService', 6, ['x1']])
  })

  it('are one whole list when a type is chosen', () => {
    const only = { ...reply, results: reply.results.filter(({ type }) => type === 'importedService') }
    const grouped = groupResults(only, 'importedService', 1)
    expect([grouped.best, shown(grouped)]).toEqual([undefined, [['importedService', 6, ['x1', 'x2']]]])
  })

  it('have no best one where all of them only resemble what was asked', () => {
    const grouped = groupResults({ ...reply, sure: false }, undefined, 5)
    expect(grouped.best).toBeUndefined()
    expect(shown(grouped)[0]).toEqual(['service', 2, ['chart', 'lamp']])
  })

  it('are nothing for nothing', () => {
    expect(groupResults({ results: [], groups: [], sure: false }, undefined, 5)).toEqual({ best: undefined, groups: [] })
  })
})
