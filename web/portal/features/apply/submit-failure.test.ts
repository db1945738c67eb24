// What the page reads out of a refused submission; anything unexpected is nothing rather than an error.
import { expect, it } from 'vitest'
import { changesOf, standingOf } from './submit-failure.ts'

it('reads changed values, with none where there is none any more', () => {
  const error = { code: 'facts_changed', details: { changes: [{ concept: 'a.b', before: '旧', after: null }, { concept: 'a.c', before: 1, after: true }] } }
  expect(changesOf(error)).toEqual([{ concept: 'a.b', before: '旧', after: null }, { concept: 'a.c', before: 1, after: true }])
})

it('reads the applications that stand', () => {
  expect(standingOf({ details: { applications: [{ id: '1', number: 'N1', services: ['s'] }] } })).toEqual([{ id: '1', number: 'N1', services: ['s'] }])
})

it.each([undefined, null, 'text', {}, { details: null }, { details: { changes: 'x', applications: [null, 1] } }])('finds nothing in %j', (error) => {
  expect([changesOf(error), standingOf(error)]).toEqual([[], []])
})
