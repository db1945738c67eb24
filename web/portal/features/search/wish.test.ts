// What somebody is taken to want by what they typed.
// Where the words leave it open, two guesses are offered and none is acted upon.
import { expect, it } from 'vitest'
import type { Intent, Result } from './queries.ts'
import { bookable, saysIt, wishOf } from './wish.ts'

const intent: Intent = { kind: 'complain', confidence: 0.6, alternatives: [{ kind: 'do', confidence: 0.4 }], unsure: false }

it('is what the words say', () => {
  expect(wishOf(intent, undefined)).toEqual({ kind: 'complain', choices: [] })
})

it('is left to the person where the words leave it open', () => {
  expect(wishOf({ ...intent, unsure: true }, undefined)).toEqual({ kind: undefined, choices: ['complain', 'do'] })
})

it('is what the person chose, whatever the words say', () => {
  expect(wishOf({ ...intent, unsure: true }, 'track')).toEqual({ kind: 'track', choices: [] })
})

it('is not said twice where the best result is the help text about it', () => {
  expect(saysIt({ type: 'help', id: 'complain' }, 'complain')).toBe(true)
  expect(saysIt({ type: 'help', id: 'book-a-visit' }, 'complain')).toBe(false)
  expect(saysIt({ type: 'service', id: 'complain' }, 'complain')).toBe(false)
  expect(saysIt({ type: 'help', id: 'log-in' }, 'do')).toBe(false)
  expect(saysIt(undefined, 'complain')).toBe(false)
})

it('to book leads to the first hall that says how, and to none that can only be called', () => {
  const result = (type: Result['type'], id: string, kind: Result['action']['kind']): Result => ({ type, id, title: id, summary: '', url: '/', action: { kind, label: '', url: '/' } })
  const [called, booked, service] = [result('outlet', 'west', 'call'), result('outlet', 'east', 'book'), result('importedService', '1', 'book')]
  expect(bookable([service, called, booked])?.id).toBe('east')
  expect(bookable([service, called])).toBeUndefined()
})
