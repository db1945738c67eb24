// What is told step by step, and taken back step by step.
import { expect, test } from 'vitest'
import { answer, choose, leaveOpen, parseTalk, remove, rewrite, say, silence, undo } from './talk.ts'

const begun = say('我妈去世了')

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

test('a new sentence begins anew', () => {
  expect(say('退休').now).toEqual({ ...silence.now, said: '退休' })
})

test.each([null, '', '{', '[]', '{"now":{"said":1},"before":[]}', '{"now":{"said":"x","answers":{},"dropped":[],"unknown":[]},"before":[1]}'])('kept text %s that is damaged says nothing', (stored) => {
  expect(parseTalk(stored)).toEqual(silence)
})

test('what was kept is read as it was', () => {
  const talk = answer(begun, 'estate.ownsHome', true)
  expect(parseTalk(JSON.stringify(talk))).toEqual(talk)
})
