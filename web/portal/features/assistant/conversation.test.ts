// The conversation as text for a person, what the next question is about, and events as they arrive in pieces.
import { expect, test } from 'vitest'
import { readEvents } from './ask.ts'
import { aboutOf, keepTurns, parseTurns, readAbout, readTurns, transcriptOf, type Answer, type Turn } from './conversation.ts'

const unknown: Answer = { kind: 'unknown', reason: 'absent', sentences: [], sources: [], about: null, choices: [], people: [], byModel: false, more: [] }
const told: Answer = { ...unknown, kind: 'answer', reason: null, sentences: [{ text: '不收费。', cites: [1] }], about: { type: 'service', id: 'star-chart', name: '星图', url: '/services/star-chart' } }
const turn = (question: string, answer: Answer | undefined): Turn => ({ id: 1, question, coming: undefined, answer, failed: false })
const words = { head: '问过：', you: (text: string) => `问：${text}`, answer: (text: string) => `答：${text}`, unknown: '答：不知道。' }

test('the transcript says what was asked and answered, and what was not known', () => {
  expect(transcriptOf([turn('多少钱', told), turn('加急吗', unknown), turn('还没答的', undefined)], words)).toBe('问过：\n问：多少钱\n答：不收费。\n问：加急吗\n答：不知道。\n问：还没答的')
})

test('a long conversation keeps its end', () => {
  const transcript = transcriptOf(Array.from({ length: 60 }, (_, at) => turn(`第${at}问${'长'.repeat(100)}`, unknown)), words)
  expect(transcript.length).toBeLessThanOrEqual(3000)
  expect(transcript).toContain('第59问')
})

test('the next question is about what was answered last, else what the page was opened for', () => {
  expect(aboutOf([turn('多少钱', told), turn('加急吗', unknown)])).toEqual({ type: 'service', id: 'star-chart' })
  expect(aboutOf([turn('加急吗', unknown)], { type: 'matter', id: 'keep-telescope' })).toEqual({ type: 'matter', id: 'keep-telescope' })
  expect([readAbout('service:star-chart'), readAbout('person:1'), readAbout(null)]).toEqual([{ type: 'service', id: 'star-chart' }, undefined, undefined])
})

test('events are read whole, however they are cut', () => {
  const whole = 'event: sentence\ndata: {"a":"一"}\n\nevent: answer\ndata: {"b":2}\n\n'
  const seen: unknown[] = []
  let open = ''
  for (const letter of whole) {
    const { events, rest } = readEvents(open + letter)
    seen.push(...events)
    open = rest
  }
  expect(seen).toEqual([{ name: 'sentence', data: { a: '一' } }, { name: 'answer', data: { b: 2 } }])
})

test('a reload brings the conversation back; what was not answered yet can be asked again, and what is damaged says nothing', () => {
  const asked: Turn = { ...turn('加急吗', undefined), about: { type: 'service', id: 'star-chart' } }
  const stored = JSON.stringify([turn('多少钱', told), asked, { question: 7 }, 'x'])
  expect(parseTurns(stored)).toEqual([turn('多少钱', told), { ...asked, id: 2, failed: true }])
  for (const damaged of [null, '', '{', '{"question":"多少钱"}', '[null]']) expect(parseTurns(damaged)).toEqual([])
  expect(parseTurns('[{"question":"多少钱","answer":{"kind":"answer"}}]')).toEqual([{ ...turn('多少钱', undefined), failed: true }])
})

test('where storage is forbidden the conversation lasts as long as the page', () => {
  expect(() => keepTurns([turn('多少钱', told)])).not.toThrow()
  expect(Array.isArray(readTurns())).toBe(true)
})
