// A labelled question: what somebody types, what answers it and how well, and what they want. Pure.
// One JSON object a line; how labels are given is described in README.md beside this file.
import { intentKinds, type IntentKind } from '../../server/modules/intents/index.ts'

export const styles = ['official', 'colloquial', 'typo', 'situation', 'question', 'tongue'] as const
export type Style = (typeof styles)[number]

/** 3: exactly it. 2: also does it. 1: has to do with it. */
export type Grade = 1 | 2 | 3

export type Query = {
  /** first eight digits of a hash of the question */
  id: string
  query: string
  style: Style
  /** what is wanted; the first is meant, the others would be understood as well */
  intents: readonly IntentKind[]
  /** by `<type>/<id>`, or `<type>~<pattern of the title>` where ids are long; empty: only the intent counts */
  relevant: Readonly<Record<string, Grade>>
  /** asked by somebody there (GB/T 2260) */
  region?: string
}

/** What a result says of itself, as far as labels look at it. */
export type Answer = { type: string; id: string; titles: readonly string[] }

/** Grades from which a result does what was asked. */
export const goodFrom = 2

export const canBeFound = ({ relevant }: Query): boolean => Object.values(relevant).some((grade) => grade >= goodFrom)

/** Whether it can be judged without real services: the packs answer it, or nothing does. */
export const isOfPacks = ({ relevant }: Query): boolean => {
  const good = Object.entries(relevant).filter(([, grade]) => grade >= goodFrom)
  return good.length === 0 || good.some(([target]) => !target.startsWith('importedService'))
}

const isQuery = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'query' in value && typeof value.query === 'string' &&
  'style' in value && styles.some((each) => each === value.style) && 'intents' in value && Array.isArray(value.intents) && value.intents.length > 0 &&
  value.intents.every((intent) => intentKinds.some((each) => each === intent)) && 'relevant' in value && typeof value.relevant === 'object' && value.relevant !== null &&
  Object.entries(value.relevant).every(([target, grade]) => /^[a-zA-Z]+[/~]./.test(target) && [1, 2, 3].includes(grade)) &&
  (!('region' in value) || (typeof value.region === 'string' && /^\d{6}$/.test(value.region)))

/** @param text lines of JSON. Throws with the number of the first line that is no labelled question. */
export const readQueries = (text: string): Query[] =>
  text.trim().split('\n').map((line, at) => {
    const value: unknown = JSON.parse(line)
    if (!isQuery(value)) throw new Error(`Line ${at + 1} is no labelled question: ${line}`)
    return value
  })

/** Whether a label means this answer. */
export const means = (target: string, { type, id, titles }: Answer): boolean => {
  const end = target.search(/[/~]/)
  if (target.slice(0, end) !== type) return false
  const rest = target.slice(end + 1)
  return target[end] === '/' ? rest === id : titles.some((title) => new RegExp(rest, 'u').test(title))
}

/** The grade of each answer, best first as found. A label counts once: twenty variants of one service are one answer. */
export const gradesOf = ({ relevant }: Query, answers: readonly Answer[]): (Grade | 0)[] => {
  const open = new Map(Object.entries(relevant).sort(([, a], [, b]) => b - a))
  return answers.map((answer) => {
    for (const [target, grade] of open) {
      if (!means(target, answer)) continue
      open.delete(target)
      return grade
    }
    return 0
  })
}
