// Tables as spreadsheets, read back with the reader every upload goes through.
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { toSheet } from './sheet.ts'

const backOf = (bytes: ArrayBuffer) => read(new Uint8Array(bytes), { cellFormula: true, cellNF: true })

describe('a table as a spreadsheet', () => {
  it('keeps every text as it was typed and every number a number', () => {
    const rows = [['编号', '情况', '件数'], ['0042', '第一行，\n第二行 "引号"', 3], ['440305199102199980', '', -1]]
    const book = backOf(toSheet('台账', rows))
    expect(book.SheetNames).toEqual(['台账'])
    expect(utils.sheet_to_json(book.Sheets['台账'] ?? {}, { header: 1, defval: '' })).toEqual(rows)
  })

  it('holds no formula, whatever a text begins with', () => {
    const bad = ['=HYPERLINK("http://a")', '+1', '-SUM(1)', '@x', '\t=1']
    const sheet = backOf(toSheet('a', [bad])).Sheets['a'] ?? {}
    const cells = ['A1', 'B1', 'C1', 'D1', 'E1'].map((at) => sheet[at] as { t: string; v: string; f?: string; z?: string })
    expect(cells.map(({ t, f, z }) => [t, f, z])).toEqual(bad.map(() => ['s', undefined, '@']))
    expect(cells.map(({ v }) => v)).toEqual(bad)
  })

  it('is opened by spreadsheets also where a text is longer than a cell, holds control signs, or the name is none for a sheet', () => {
    const book = backOf(toSheet('超期/快到期 [南山区] 的办件，截至今天为止的全部情况汇总', [['长'.repeat(40_000), '一\u0000二\u0008三']]))
    expect(book.SheetNames).toEqual(['超期 快到期  南山区  的办件，截至今天为止的全部情况汇总'.slice(0, 31)])
    const sheet = Object.values(book.Sheets)[0] ?? {}
    expect((sheet['A1'] as { v: string }).v).toHaveLength(32_767)
    expect((sheet['B1'] as { v: string }).v).toContain('二')
  })

  it('has a heading to filter by, and is empty where there is nothing', () => {
    expect(backOf(toSheet('a', [['x', 'y'], ['1', '2']])).Sheets['a']?.['!autofilter']).toEqual({ ref: 'A1:B2' })
    expect(backOf(toSheet('a', [])).SheetNames).toEqual(['a'])
  })
})
