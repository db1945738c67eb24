// The passages of a benefit (惠民惠企政策): what it gives, who gets it, how it comes, from whom, and what it rests on.
// Pure. A figure that is only an example is not said, nor a sentence with figures of money beside it; where a field is absent there is no passage.
import type { Expression } from '../../kernel/feel/expression.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { citationOf, type Texts } from '../../kernel/texts.ts'
import { authorityOf, commonNameOf, type Benefit, type Catalogue } from '../catalogue/index.ts'
import { normalise } from '../search/index.ts'
import { both, joined, said, sentencesOf, type Passage, type Slot, type Subject } from './passage.ts'

const periods: Readonly<Record<Benefit['period'], { each: Texts; often: Texts }>> = {
  once: { each: both('一次性', ', once'), often: both('只发一次。', 'It is paid once.') }, month: { each: both('每月', ' a month'), often: both('每月发一次。', 'It is paid monthly.') },
  quarter: { each: both('每季', ' a quarter'), often: both('每季发一次。', 'It is paid quarterly.') }, year: { each: both('每年', ' a year'), often: both('每年发一次。', 'It is paid yearly.') },
}

const ways: Readonly<Record<Benefit['way'], Texts>> = {
  automatic: both('不用申请，符合条件的自动发。', 'You do not have to apply; it is paid by itself to whoever meets the conditions.'),
  confirm: both('由系统按登记信息找出符合条件的，您确认以后就发。', 'Whoever meets the conditions is found from the registers; it is paid once you confirm.'),
  apply: both('要申请，在政策页面一步提交。', 'You apply, in one step on the page of the policy.'),
}

/** Figures of money or shares of it. */
const figures = /[\d一二三四五六七八九十百千万两半]\s*(?:元|万|块|成|倍|%|％|分之)|\byuan\b|per cent|half/iu

const fenText = (fen: number): string => String(fen / 100)

/** Years of `person.birthDate <= today - duration("P90Y")`: of that age or more. */
const ageOf = (condition: Expression): number | undefined => {
  if (condition.kind !== 'comparison' || condition.op !== '<=' || condition.left.kind !== 'name' || condition.left.path.join('.') !== 'person.birthDate') return undefined
  const { right } = condition
  if (right.kind !== 'arithmetic' || right.op !== '-' || right.left.kind !== 'name' || right.left.path.join('.') !== 'today') return undefined
  const length = right.right.kind === 'temporal' ? right.right.text : right.right.kind === 'call' && 'positional' in right.right.args && right.right.args.positional[0]?.kind === 'literal' ? right.right.args.positional[0].value : undefined
  const [, years] = /^P(\d+)Y$/u.exec(String(length)) ?? []
  return years === undefined ? undefined : Number(years)
}

/** A rule that is a figure, or figures by age, the oldest first, in words; undefined for any other. */
const figuresOf = (rule: Expression, each: Texts): Texts[] | undefined => {
  if (rule.kind === 'literal' && typeof rule.value === 'number') return [both(`${each['zh-CN']} ${fenText(rule.value)} 元。`, `${fenText(rule.value)} yuan${each.en ?? ''}.`)]
  if (rule.kind !== 'if' || rule.then.kind !== 'literal' || typeof rule.then.value !== 'number') return undefined
  const age = ageOf(rule.condition)
  if (age === undefined) return undefined
  const others = rule.else.kind === 'literal' && typeof rule.else.value === 'number'
    ? [both(`其他符合条件的${each['zh-CN']} ${fenText(rule.else.value)} 元。`, `Others who meet the conditions: ${fenText(rule.else.value)} yuan${each.en ?? ''}.`)]
    : figuresOf(rule.else, each)
  return others && [both(`满 ${age} 周岁的${each['zh-CN']} ${fenText(rule.then.value)} 元。`, `From ${age}: ${fenText(rule.then.value)} yuan${each.en ?? ''}.`), ...others]
}

const amountOf = ({ amount, period, explains, summary, cap }: Benefit): Texts[] => {
  if (amount.example) return []
  const stated = figuresOf(amount.rule.expression, periods[period].each) ?? [...sentencesOf(summary).filter((each) => figures.test(each['zh-CN'])), ...sentencesOf(explains)]
  return [...stated, ...(cap === undefined ? [] : [both(`一年最多 ${fenText(cap)} 元。`, `At most ${fenText(cap)} yuan a year.`)])]
}

const payerOf = (catalogue: Catalogue, { payer: { line, level } }: Benefit, region: string): Texts[] => {
  const place = regionAndAbove(region).find((code) => catalogue.regions[code]?.level === level)
  const one = place === undefined ? undefined : authorityOf(catalogue, line, place)
  const name = one?.name ?? commonNameOf(catalogue.authorities.filter((each) => each.line === line))
  return name ? [said(name, (each) => `由${each}发放。`, (each) => `Paid by ${each}.`)] : []
}

const sourceOf = ({ source }: Benefit): Texts[] => [
  both(`依据：${citationOf(source)}。`, `Basis: ${citationOf(source)}.`),
  ...(source.unchecked ? [both('这份文件的标题、条款或日期还没有对照公布的文本。', 'Its title, article or date have not been compared with the published text yet.')] : []),
]

/** @param region where it is asked, GB/T 2260 */
export const benefitSubject = (catalogue: Catalogue, benefit: Benefit, region: string): Subject => {
  const { id, name, summary, explains, keywords, conditions, amount, period, way, matter } = benefit
  const url = `/benefits/${encodeURIComponent(id)}`
  const about = (slot: Slot, title: Texts, sentences: readonly Texts[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `benefit/${id}/${slot}`, slot, title: said(name, (each) => `${each} · ${title['zh-CN']}`, (each) => `${each} · ${title.en}`), sentences: [...sentences], url }])
  const sayable = (text: Texts): Texts[] => sentencesOf(text).filter((each) => !(amount.example && Object.values(each).some((words) => figures.test(words))))
  const bundle = matter === undefined ? undefined : catalogue.matters[matter]
  const told = sayable(summary)
  return {
    type: 'benefit', id, name, url, documents: '',
    passages: [
      ...(told.length === 0 ? [] : [{ id: `benefit/${id}/summary`, title: name, sentences: [said(joined(told, '', ' '), (each) => `${name['zh-CN']}：${each}`, (each) => `${name.en ?? ''}: ${each}`)], url }]),
      ...about('conditions', both('条件', 'conditions'), conditions.length === 0 ? [] : [said(joined(conditions.map((each) => each.name), '；', '; '), (each) => `要都符合的条件：${each}。`, (each) => `All of these must hold: ${each}.`)]),
      ...about('apply', both('怎么领', 'how it comes'), [ways[way]]),
      ...about('how', both('怎么领', 'how it comes'), [ways[way], ...(bundle ? [said(bundle.name, (each) => `也在“${each}”一件事里一起办。`, (each) => `It is also part of “${each}”.`)] : [])]),
      ...about('amount', both('怎么算', 'how much'), amountOf(benefit)),
      ...about('period', both('多久发一次', 'how often'), [periods[period].often]),
      ...about('authority', both('谁发放', 'who pays'), payerOf(catalogue, benefit, region)),
      ...about('law', both('依据', 'rests on'), sourceOf(benefit)),
      ...sayable(explains).map((sentence, at): Passage => ({ id: `benefit/${id}/explains/${at}`, title: said(name, (each) => `${each} · 说明`, (each) => `${each} · explained`), sentences: [sentence], url })),
    ],
    head: normalise([...Object.values(name), ...keywords, ...Object.values(summary), ...conditions.flatMap((each) => Object.values(each.name)), id.replaceAll('-', ' ')].join(' | ')),
  }
}
