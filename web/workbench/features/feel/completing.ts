// What may be written next in a rule: names found by their words or ids, the values a name can have, functions, and whole patterns.
// Pure: from the text before the cursor.
import { textIn, type Language } from '../../../../server/kernel/texts.ts'
import type { Name } from './vocabulary.ts'

export interface Suggestion {
  label: string
  /** what it means, in the reader's language */
  detail: string
  kind: 'name' | 'value' | 'function' | 'pattern' | 'word'
  /** what is written; `${…}` are places to fill in, one after the other */
  template: string
}

/** Ids of patterns and functions; their words are texts of the area design-feel. */
export const patterns = {
  age: '${person.birthDate} <= today - duration("P${60}Y")',
  within: '${person.graduatedOn} != null and ${person.graduatedOn} > today - duration("P${1}Y")',
  oneOf: '${person.name} in ("${a}", "${b}")',
  known: '${person.name} != null',
  between: '${person.name} between ${1} and ${2}',
  graded: 'if ${condition} then ${20000} else ${10000}',
  some: 'some ${m} in ${household.members} satisfies ${m.birthDate} > today - duration("P${3}Y")',
} as const

export const functions = {
  startsWith: ['starts with', 'starts with(${text}, "${44}")'],
  contains: ['contains', 'contains(${text}, "${part}")'],
  years: ['years and months duration', 'years and months duration(${from}, today).years'],
  duration: ['duration', 'duration("P${1}Y")'],
  date: ['date', 'date("${2026-01-01}")'],
  count: ['count', 'count(${list})'],
  sum: ['sum', 'sum(${list})'],
  min: ['min', 'min(${a}, ${b})'],
  max: ['max', 'max(${a}, ${b})'],
  floor: ['floor', 'floor(${n})'],
  ceiling: ['ceiling', 'ceiling(${n})'],
  abs: ['abs', 'abs(${n})'],
  listContains: ['list contains', 'list contains(${list}, ${element})'],
  not: ['not', 'not(${condition})'],
} as const

const wordsOfFeel = ['and', 'or', 'in', 'between', 'if', 'then', 'else', 'today', 'null', 'true', 'false', 'some', 'every', 'satisfies'] as const

export interface Words {
  pattern: (id: keyof typeof patterns) => string
  function: (id: keyof typeof functions) => string
}

const comparing = /([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)+)\s*(?:!?=|in\s*\([^()]*?)\s*("?[^"\s,()=]*)$/u
const typing = /[\p{L}_][\p{L}\p{N}_.]*$/u
const mostShown = 60

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[] // keys of the record

/** Text in a template stands for itself. */
const literal = (text: string): string => text.replaceAll(/[{}$\\]/g, '')

function valuesOf(name: Name, language: Language): Suggestion[] {
  if (name.type === 'boolean') return ['true', 'false'].map((value) => ({ label: value, detail: textIn(name.name, language), kind: 'value', template: value }))
  return name.choices.map(({ value, name: title }) => ({ label: `"${value}"`, detail: textIn(title, language), kind: 'value', template: literal(`"${value}"`) }))
}

/** @param all also where nothing has been typed yet */
export function suggestionsFor(before: string, names: readonly Name[], language: Language, words: Words, all = false): { from: number; suggestions: Suggestion[] } | undefined {
  const compared = comparing.exec(before)
  const name = compared && names.find(({ id }) => id === compared[1])
  if (compared && name) {
    const typed = compared[2] ?? ''
    const fitting = valuesOf(name, language).filter(({ label, detail }) => label.startsWith(typed) || label.slice(1).startsWith(typed) || (typed !== '' && detail.includes(typed.replace('"', ''))))
    if (fitting.length > 0) return { from: before.length - typed.length, suggestions: fitting }
  }
  if (before.split('"').length % 2 === 0) return undefined // inside a text
  const typed = typing.exec(before)?.[0] ?? ''
  if (typed === '' && !all) return undefined
  const sought = typed.toLowerCase()
  const has = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(sought))
  const suggestions: Suggestion[] = [
    ...names.filter((each) => has(each.id, each.name['zh-CN'], each.name.en ?? '')).map((each): Suggestion => ({ label: each.id, detail: textIn(each.name, language), kind: 'name', template: each.id })),
    ...keys(patterns).filter((id) => has(words.pattern(id))).map((id): Suggestion => ({ label: words.pattern(id), detail: patterns[id].replaceAll(/\$\{([^}]*)\}/g, '$1'), kind: 'pattern', template: patterns[id] })),
    ...keys(functions).filter((id) => has(functions[id][0], words.function(id))).map((id): Suggestion => ({ label: functions[id][0], detail: words.function(id), kind: 'function', template: functions[id][1] })),
    ...wordsOfFeel.filter((word) => word.startsWith(sought)).map((word): Suggestion => ({ label: word, detail: '', kind: 'word', template: word })),
  ]
  return suggestions.length === 0 ? undefined : { from: before.length - typed.length, suggestions: suggestions.slice(0, mostShown) }
}
