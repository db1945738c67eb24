// The code of a document as people type it.
import { expect, it } from 'vitest'
import { codeIn } from './queries.ts'

it('reads a code with and without hyphens, blanks and capitals, also letters that look like digits', () => {
  for (const typed of ['4F7K-92MQ-XA0B-77CD', '4f7k92mqxa0b77cd', ' 4F7K 92MQ XAOB 77CD ', '４Ｆ７Ｋ－９２ＭＱ－ＸＡ０Ｂ－７７ＣＤ']) expect(codeIn(typed)).toBe('4F7K-92MQ-XA0B-77CD')
  expect(codeIn('il00-0000-0000-0000')).toBe('1100-0000-0000-0000')
})

it('refuses what can be no code', () => {
  for (const typed of ['', '4F7K-92MQ', '4F7K-92MQ-XA0B-77CDE', 'UUUU-UUUU-UUUU-UUUU']) expect(codeIn(typed)).toBeUndefined()
})
