// Marked words of a sentence.
import { expect, test } from 'vitest'
import { markedPieces, wordsAt } from './marked.ts'

test('overlapping and neighbouring stretches are one mark', () => {
  expect(markedPieces('我妈去世了，有公积金', [{ from: 1, to: 4 }, { from: 3, to: 5 }, { from: 6, to: 10 }])).toEqual([
    { from: 0, text: '我', marked: false }, { from: 1, text: '妈去世了', marked: true }, { from: 5, text: '，', marked: false }, { from: 6, text: '有公积金', marked: true },
  ])
})

test('without stretches the sentence is one piece, and an empty one is none', () => {
  expect(markedPieces('退休', [])).toEqual([{ from: 0, text: '退休', marked: false }])
  expect(markedPieces('', [])).toEqual([])
})

test('words are quoted without the signs around them', () => {
  expect(wordsAt('我爸去世了，另外我想退休。', { from: 5, to: 13 })).toBe('另外我想退休')
})
