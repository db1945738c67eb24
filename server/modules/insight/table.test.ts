// Tables taken away: what a spreadsheet would run is text, and everything else survives unchanged.
import { expect, it } from 'vitest'
import { toCsv } from './table.ts'

it('a name that looks like a formula is text in the spreadsheet', () => {
  const csv = toCsv([['单位', '数'], ['=HYPERLINK("http://x","点我")', 3], ['@SUM(1)', 1], ['-2+3', 0], ['＝1', null]])
  expect(csv.split('\r\n').slice(1, 5)).toEqual([`"'=HYPERLINK(""http://x"",""点我"")",3`, "'@SUM(1),1", "'-2+3,0", "'＝1,"])
})

it('commas, quotes and lines stay within their cell, numbers stay numbers', () => {
  expect(toCsv([['甲,乙', '说"好"', '两\n行', -5, 0.25]])).toBe('\uFEFF"甲,乙","说""好""","两\n行",-5,0.25\r\n')
})
