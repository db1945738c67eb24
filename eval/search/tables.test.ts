// Tests of the figures as tables and of their place in a document.
import { expect, it } from 'vitest'
import { figureText, filledIn, markdown } from './tables.ts'

it('writes a figure in per cent with its interval, and a dash where nothing was measured', () => {
  expect(figureText({ value: 0.978, low: 0.9661, high: 0.98949, of: 700 })).toBe('97.8 (96.6–98.9)')
  expect(figureText({ value: 0, low: 0, high: 0, of: 0 })).toBe('–')
})

it('writes a table', () => {
  expect(markdown(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
})

it('replaces what stands in the named place and nothing else, also where it was empty', () => {
  const page = 'top\n<!-- eval: one -->\n<!-- /eval -->\nmiddle\n<!-- eval: two -->\nold\n<!-- /eval -->\nend'
  const filled = filledIn(filledIn(page, 'one', '$& 1'), 'two', 'new')
  expect(filled).toBe('top\n<!-- eval: one -->\n$& 1\n<!-- /eval -->\nmiddle\n<!-- eval: two -->\nnew\n<!-- /eval -->\nend')
  expect(filledIn(filled, 'one', '$& 1')).toBe(filled)
  expect(() => filledIn(page, 'three', '')).toThrow('three')
})
