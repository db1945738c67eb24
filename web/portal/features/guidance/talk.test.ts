// What is told step by step, and taken back step by step.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answer, choose, keepTalk, leaveOpen, parseTalk, readTalk, remove, rewrite, say, silence, startAgain, undo } from './talk.ts'

const begun = say(silence, '我妈去世了')

test('every step can be undone, back to the sentence and no further', () => {
  const talk = remove(leaveOpen(answer(choose(begun, 'after-a-death'), 'estate.ownsHome', true), 'estate.hasWill'), 'deceased.applicantIs')
  expect(talk.before).toHaveLength(4)
  expect(undo(undo(undo(undo(undo(talk))))).now).toEqual(begun.now)
})

test('an answer that is removed is neither given nor understood again', () => {
  const { now } = remove(answer(begun, 'estate.ownsHome', true), 'estate.ownsHome')
  expect(now).toMatchObject({ answers: {}, dropped: ['estate.ownsHome'] })
})

test('a question left open can be answered after all', () => {
  expect(answer(leaveOpen(begun, 'estate.hasWill'), 'estate.hasWill', false).now).toMatchObject({ answers: { 'estate.hasWill': false }, unknown: [] })
})

test('a sentence that is rewritten keeps what was answered, and undoing brings the old one back', () => {
  const talk = rewrite(remove(answer(begun, 'estate.hasWill', true), 'estate.ownsHome'), '我爸去世了')
  expect(talk.now).toEqual({ said: '我爸去世了', answers: { 'estate.hasWill': true }, dropped: [], unknown: [] })
  expect(undo(talk).now.said).toBe('我妈去世了')
})

test('a new sentence begins anew, and the very first one is no step to go back from', () => {
  expect(say(silence, '退休')).toEqual({ now: { ...silence.now, said: '退休' }, before: [] })
  expect(say(answer(begun, 'estate.hasWill', true), '退休').now).toEqual({ ...silence.now, said: '退休' })
})

test('starting again can be undone, at once and after something else was said', () => {
  const told = answer(begun, 'estate.ownsHome', true)
  const again = startAgain(told)
  expect(again.now).toEqual(silence.now)
  expect(undo(again)).toEqual(told)
  const other = say(again, '退休')
  expect(undo(other)).toEqual(again)
  expect(undo(undo(undo(other))).now).toEqual(begun.now)
})

test.each([null, '', '{', '[]', '{"now":{"said":1},"before":[]}', '{"now":{"said":"x","answers":{},"dropped":[],"unknown":[]},"before":[1]}'])('kept text %s that is damaged says nothing', (stored) => {
  expect(parseTalk(stored)).toEqual(silence)
})

test('what was kept is read as it was, also after starting again', () => {
  const talk = answer(begun, 'estate.ownsHome', true)
  for (const kept of [talk, startAgain(talk)]) expect(parseTalk(JSON.stringify(kept))).toEqual(kept)
})

describe('in a tab', () => {
  const stored = new Map<string, string>()
  beforeEach(() => {
    stored.clear()
    vi.stubGlobal('sessionStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value), removeItem: (key: string) => stored.delete(key) })
  })
  afterEach(() => void vi.unstubAllGlobals())

  test('what was told before starting again is still there', () => {
    keepTalk(startAgain(begun))
    expect(undo(readTalk()).now.said).toBe('我妈去世了')
  })

  test('nothing is kept when nothing was told', () => {
    keepTalk(begun)
    keepTalk(silence)
    expect(stored.size).toBe(0)
    expect(readTalk()).toEqual(silence)
  })
})
