// Tables for spreadsheets.
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

describe('a table as CSV', () => {
  it('opens as UTF-8 and keeps commas, quotes and line breaks inside their cells', () => {
    expect(toCsv([['事项', '申请人'], ['出生登记, 随父', '陈"小满"'], ['两\n行', '']])).toBe('\uFEFF事项,申请人\r\n"出生登记, 随父","陈""小满"""\r\n"两\n行",\r\n')
  })

  it('lets no cell run as a formula, and leaves numbers alone', () => {
    expect(toCsv([['=HYPERLINK(1)', '+86', '@x', '-3', '-SUM(1)']])).toBe("\uFEFF'=HYPERLINK(1),'+86,'@x,-3,'-SUM(1)\r\n")
  })
})
