// Cells in words: names of choices, yes and no, and everything else as it was written.
import { describe, expect, it } from 'vitest'
import { cellText } from './cell-text.ts'

const words = { yes: '是', no: '否', not: (what: string) => `不是${what}`, or: '、' }
const read = (cell: string) => cellText(cell, (value) => ({ partial: '部分需要人帮', none: '完全需要人照顾' })[value], words)

describe('a cell', () => {
  it('names the choices it asks for', () => {
    expect(read('"partial", "none"')).toBe('部分需要人帮、完全需要人照顾')
    expect(read('not("partial")')).toBe('不是部分需要人帮')
    expect(read('"unheard-of"')).toBe('unheard-of')
  })

  it('says yes, no and signs', () => {
    expect([read('true'), read('false'), read('>= 60'), read('<= today')]).toEqual(['是', '否', '≥ 60', '≤ today'])
  })

  it('stays as written where it is anything else', () => {
    expect(read('[18..60)')).toBe('[18..60)')
    expect(read('? > 2 and ? < 6')).toBe('? > 2 and ? < 6')
  })
})
