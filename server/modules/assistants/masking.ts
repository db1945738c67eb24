// What must not leave the house: what the kernel hides in any text, and what is known of whoever is logged in.
// Pure. Masked for a model outside; nothing is put back afterwards.
import { hidePersonal } from '../../kernel/hidden-words.ts'

const mark = '〔已隐去〕'

/** Words as they are kept, without what stands for what was hidden: nobody asked for that. */
export const withoutMarks = (words: string): string => words.replaceAll(/已隐去|…/gu, ' ')

/** @param known of whoever is logged in: name, numbers; each hidden wherever it stands */
export const masked = (text: string, known: readonly string[] = []): string => {
  const own = known.filter((each) => [...each].length > 1).sort((a, b) => b.length - a.length)
  return hidePersonal(own.reduce((left, each) => left.replaceAll(each, mark), text.normalize('NFKC')), mark)
}
