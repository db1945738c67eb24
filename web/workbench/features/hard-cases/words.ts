// Turning what is typed in one box into entries and back: laws, attendees, names, keywords.
// Pure; what cannot be told apart stays one entry.

export interface Law {
  title: string
  article?: string
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** 《行政许可法》第三十二条 or 行政许可法，第三十二条 → title and article. */
export function readLaws(text: string): Law[] {
  return linesOf(text).map((line) => {
    const [, title = line, article = ''] = /^《?(.+?)》?[，,、\s]*(第.+)?$/u.exec(line) ?? []
    return article === '' ? { title } : { title, article: article.trim() }
  })
}

export const writeLaws = (laws: readonly Law[]): string => laws.map(({ title, article = '' }) => `《${title}》${article}`).join('、')

/** 姓名，单位 a line. */
export function readPeople(text: string): { name: string; unit: string }[] {
  return linesOf(text).map((line) => {
    const [name = '', ...unit] = line.split(/[，,\s]+/u)
    return { name, unit: unit.join(' ') }
  })
}

/** Names in one line, separated by 、 or commas. */
export const readNames = (text: string): string[] => text.split(/[、，,;；\n]+/u).map((name) => name.trim()).filter(Boolean)

/** Words separated by spaces or commas. */
export const readWords = (text: string): string[] => [...new Set(text.split(/[\s、，,;；]+/u).filter(Boolean))]
