// The letters in the round marks of stages.
// Last letters where they differ, first ones otherwise.
import { expect, it } from 'vitest'
import { stageMarks } from './stage-marks.ts'

it('takes the last letters of Chinese names', () => {
  expect(stageMarks(['出生', '入学', '就业'])).toEqual(['生', '学', '业'])
})

it('takes the first letters where two names end alike, and in Latin script', () => {
  expect(stageMarks(['开办', '准营', '经营'])).toEqual(['开', '准', '经'])
  expect(stageMarks(['Birth', 'School'])).toEqual(['B', 'S'])
  expect(stageMarks(['', '入学'])).toEqual(['', '学'])
})
