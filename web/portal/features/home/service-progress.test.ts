// How far a service of a running application is shown to be.
// Every state of the lifecycle has its place.
import { describe, expect, it } from 'vitest'
import { caseStates, hasEnded } from '../../../../server/modules/cases/case.ts'
import { shownProgress, spokenState } from './service-progress.ts'

describe('the progress of a service', () => {
  it('is full exactly for what has ended', () => {
    expect(caseStates.filter((state) => shownProgress({ state }).done === 1)).toEqual(caseStates.filter(hasEnded))
  })

  it('grows with every step of the way', () => {
    const way = (['waiting', 'submitted', 'accepted', 'granted'] as const).map((state) => shownProgress({ state }).done)
    expect(way).toEqual([...way].sort((a, b) => a - b))
    expect(new Set(way).size).toBe(4)
  })

  it('is said in one word where the word says enough, otherwise by who works on it', () => {
    expect(caseStates.filter((state) => spokenState({ state }) === undefined)).toEqual(['waiting', 'submitted', 'accepted', 'suspended'])
  })
})
