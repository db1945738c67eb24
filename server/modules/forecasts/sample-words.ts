// Words of explained samples. Rules are said in full; values of the person so coarsely that nobody is told by them: years instead of days, and of
// numbers and names only that there is one. Pure.
import type { RuleWords } from '../../kernel/feel/rule-words.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Fact } from '../catalogue/index.ts'

type Choices = Readonly<Record<string, readonly { value: string; name: Texts }[]>>

const yuan = (fen: number, before = { 'zh-CN': '', en: '' }): Texts => ({ 'zh-CN': `${before['zh-CN']}${(fen / 100).toLocaleString('zh-CN')} 元`, en: `${before.en}${(fen / 100).toLocaleString('en')} yuan` })

/** Two leading digits: 15 234 is about 15 000. */
export const rounded = (number: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(number)))) - 1)
  return Math.round(number / unit) * unit
}

const notKnown: Texts = { 'zh-CN': '不清楚', en: 'not known' }
const there: Texts = { 'zh-CN': '有', en: 'there is one' }

export const ruleWordsOf = (facts: readonly Fact[], choices: Choices): RuleWords => {
  const known = new Map(facts.map((fact) => [fact.concept, fact]))
  return {
    title: (concept) => known.get(concept)?.name,
    value: (concept, value) => (known.get(concept)?.type === 'money' && typeof value === 'number' ? yuan(value) : choices[concept]?.find((choice) => choice.value === value)?.name),
  }
}

/** What is said of somebody's fact. */
export const coarse = (facts: readonly Fact[], choices: Choices) => {
  const known = new Map(facts.map((fact) => [fact.concept, fact]))
  return (concept: string, value: unknown): Texts => {
    const type = known.get(concept)?.type
    if (value === null || value === undefined) return notKnown
    if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' }
    if (Array.isArray(value)) return { 'zh-CN': `${value.length} 项`, en: `${value.length} entries` }
    if (type === 'date') return { 'zh-CN': `${String(value).slice(0, 4)} 年`, en: String(value).slice(0, 4) }
    if (typeof value === 'number' && type === 'money') return yuan(rounded(value), { 'zh-CN': '约 ', en: 'about ' })
    if (typeof value === 'number') return value < 100 ? { 'zh-CN': String(value) } : { 'zh-CN': `约 ${rounded(value)}`, en: `about ${rounded(value)}` }
    if (type === 'region') return { 'zh-CN': String(value).slice(0, 6) }
    return choices[concept]?.find((choice) => choice.value === value)?.name ?? there
  }
}
