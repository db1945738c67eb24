// What a decision means for the rest of an application, said before it is taken.
import { describe, expect, it } from 'vitest'
import { fallsWith, startsAfter } from './siblings.ts'
import { inventCase } from './testing.ts'

const one = (service: string, state: 'submitted' | 'accepted' | 'waiting' | 'granted' | 'refused', dependsOn: string[] = []) => inventCase({ service, state, dependsOn })

describe('what a decision means for the other cases of the application', () => {
  const newborn = [
    one('certificate', 'granted'), one('registration', 'accepted', ['certificate']), one('insurance', 'waiting', ['registration']),
    one('card', 'waiting', ['registration']), one('vaccination', 'accepted', ['certificate']), one('refund', 'waiting', ['insurance']), one('allowance', 'submitted', ['certificate']),
  ]

  it('granting starts at once what waits for nothing else', () => {
    expect(startsAfter('registration', newborn)).toEqual(['insurance', 'card'])
  })

  it('a case that also waits for somebody else does not start yet', () => {
    const cases = [one('a', 'accepted'), one('b', 'accepted'), one('c', 'waiting', ['a', 'b'])]
    expect(startsAfter('a', cases)).toEqual([])
    expect(startsAfter('b', [one('a', 'granted'), ...cases.slice(1)])).toEqual(['c'])
  })

  it('a dependency that is no part of the application holds nobody up', () => {
    expect(startsAfter('a', [one('a', 'accepted'), one('c', 'waiting', ['a', 'elsewhere'])])).toEqual(['c'])
  })

  it('refusing stops what waits for the result, directly or through another, and nothing that is already under way', () => {
    expect(fallsWith('registration', newborn).sort()).toEqual(['card', 'insurance', 'refund'])
    expect(fallsWith('vaccination', newborn)).toEqual([])
  })
})
