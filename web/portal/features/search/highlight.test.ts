// What of a result is marked for a question.
// Marked pieces stand in [brackets].
import { describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'

const marked = (text: string, question: string) => highlight(text, question).map(({ text: piece, marked: is }) => (is ? `[${piece}]` : piece)).join('')

describe('a highlighted text', () => {
  it('marks runs of the question, the longest first', () => {
    expect(marked('孩子上户口怎么办', '给孩子上户口')).toBe('[孩子上户口]怎么办')
    expect(marked('户口登记，户口迁移', '户口')).toBe('[户口]登记，[户口]迁移')
  })

  it('does not mark single letters, unless the question is one', () => {
    expect(marked('户籍和人口', '户口')).toBe('户籍和人口')
    expect(marked('户籍和人口', '户')).toBe('[户]籍和人口')
  })

  it('marks Latin words from their beginning, whatever their case', () => {
    expect(marked('Household registration', 'household')).toBe('[Household] registration')
    expect(marked('Household registration', 'hold')).toBe('Household registration')
    expect(marked('办ETC卡', 'etc')).toBe('办[ETC]卡')
  })

  it.each(['', ' ', '。', '<b>', '%', '()'])('marks nothing for the question %j', (question) => {
    expect(highlight('落户（深圳）。', question)).toEqual([{ at: 0, text: '落户（深圳）。', marked: false }])
  })

  it('never loses a letter', () => {
    for (const text of ['', '🙂上户口🙂', 'a b c', '𠮷野家']) expect(highlight(text, '上户口🙂 a 𠮷').map(({ text: piece }) => piece).join('')).toBe(text)
  })
})
