// Who is offered which place of the workbench.
import { describe, expect, it } from 'vitest'
import { mayVisit, places, placesFor } from './places.ts'

describe('the places of the workbench', () => {
  it('are the queue and what is late for those who handle or oversee cases, the catalogue for those who look after it', () => {
    expect(placesFor(['clerk']).map(({ id }) => id)).toEqual(expect.arrayContaining(['queue', 'requests', 'table', 'find', 'overdue']))
    expect(placesFor(['clerk']).map(({ id }) => id)).not.toContain('workload')
    expect(placesFor(['designer']).map(({ id }) => id)).toEqual(expect.arrayContaining(['catalogue', 'designs', 'guides']))
    expect(placesFor(['designer']).map(({ id }) => id)).not.toContain('queue')
    expect(placesFor(['supervisor', 'operator']).map(({ id }) => id)).toEqual(expect.arrayContaining(['queue', 'workload', 'overdue', 'catalogue', 'designs', 'guides']))
    expect(placesFor([])).toEqual([])
  })

  it('have keys and an address of their own', () => {
    for (const what of ['id', 'keys', 'href'] as const) expect(new Set(places.map((place) => place[what])).size).toBe(places.length)
  })

  it('may be visited by those who have them, with or without the last slash, cases included', () => {
    expect(['/workbench', '/workbench/', '/workbench/cases/1', '/workbench/overdue'].map((path) => mayVisit(path, ['approver']))).toEqual([true, true, true, true])
    expect(['/workbench/', '/workbench/cases/1', '/workbench/catalogue'].map((path) => mayVisit(path, ['designer']))).toEqual([false, false, true])
    expect(['/workbench/designs', '/workbench/designs/1'].map((path) => [mayVisit(path, ['supervisor']), mayVisit(path, ['clerk'])])).toEqual([[true, false], [true, false]])
    expect(mayVisit('/workbench/nothing', ['designer'])).toBe(true)
  })
})
