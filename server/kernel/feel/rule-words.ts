// A rule in words, Chinese and English, made from its syntax tree: "年龄不小于 80 周岁" / "age is at least 80".
// What has no wording of its own stands as its author wrote it; the words never say more than the rule.
import { isNullLiteral, type ComparisonOperator, type Expression } from './expression.ts'
import type { Texts } from '../texts.ts'

/** The names of concepts and how their values are written; undefined: as they are. */
export type RuleWords = { title: (concept: string) => Texts | undefined; value?: (concept: string, value: unknown) => Texts | undefined }

type Said = { zh: string; en: string }
type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

const both = (zh: string, en: string): Said => ({ zh, en })
const plain = (text: string): Said => both(text, text)
const join = (parts: readonly Said[], zh: string, en: string): Said => both(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en))

const numberOps: Record<ComparisonOperator, Said> = { '=': both('为', 'is'), '!=': both('不为', 'is not'), '<': both('小于', 'is less than'), '<=': both('不大于', 'is at most'), '>': both('大于', 'is more than'), '>=': both('不小于', 'is at least') }
const dateOps: Record<ComparisonOperator, Said> = { ...numberOps, '<': both('早于', 'is before'), '<=': both('不晚于', 'is on or before'), '>': both('晚于', 'is after'), '>=': both('不早于', 'is on or after') }

/** A concept a value is compared with, to write the value as that concept's values are written. */
const conceptIn = (expression: Expression): string | undefined => (expression.kind === 'name' && expression.path.length > 1 ? expression.path.slice(0, 2).join('.') : undefined)

const numbers = { zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 9 }), en: new Intl.NumberFormat('en', { maximumFractionDigits: 9 }) }

/** A value as it is read aloud. */
export const valueWords = (value: unknown, concept: string | undefined, words: RuleWords): Said => {
  const own = concept === undefined ? undefined : words.value?.(concept, value)
  if (own) return both(own['zh-CN'], own.en ?? own['zh-CN'])
  if (value === null || value === undefined) return both('不清楚', 'not known')
  if (typeof value === 'boolean') return value ? both('是', 'yes') : both('否', 'no')
  if (typeof value === 'number') return both(numbers.zh.format(value), numbers.en.format(value))
  if (Array.isArray(value)) return both(`${value.length} 项`, `${value.length} entries`)
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return plain(value)
  return typeof value === 'string' ? both(`“${value}”`, `“${value}”`) : plain(String(value))
}

const duration = (text: string): Said => {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(text) ?? []
  const parts = [[years, '年', 'years'], [months, '个月', 'months'], [days, '天', 'days']].flatMap(([count, zh = '', en = '']) => (count ? [both(`${count} ${zh}`, `${count} ${count === '1' ? en.slice(0, -1) : en}`)] : []))
  return parts.length > 0 ? join(parts, ' ', ' ') : plain(text)
}

const isDate = (expression: Expression): boolean => {
  if (expression.kind === 'name') return expression.path[0] === 'today' || /(?:Date|On|Since|Until)$/.test(expression.path.at(-1) ?? '')
  if (expression.kind === 'temporal') return expression.type === 'date'
  return expression.kind === 'arithmetic' && (isDate(expression.left) || isDate(expression.right))
}

/** Full years up to today: an age, when counted from a birth. */
const yearsSince = (expression: Expression): string[] | undefined => {
  if (expression.kind !== 'path' || expression.name !== 'years' || expression.of.kind !== 'call' || expression.of.name !== 'years and months duration' || !('positional' in expression.of.args)) return undefined
  const [from, to] = expression.of.args.positional
  return from?.kind === 'name' && to?.kind === 'name' && to.path[0] === 'today' ? from.path : undefined
}

/** Says expressions; `bound` are names of list items, which are left out before their fields. */
class Speaker {
  private readonly words: RuleWords
  private readonly bound: ReadonlyMap<string, string>
  constructor(words: RuleWords, bound: ReadonlyMap<string, string> = new Map()) {
    this.words = words
    this.bound = bound
  }

  name(path: readonly string[]): Said {
    const [first = ''] = path
    if (path.length === 1 && first === 'today') return both('今天', 'today')
    const title = this.words.title(this.bound.has(first) ? `${this.bound.get(first)}.${path[1]}` : path.slice(0, 2).join('.'))
    const said = title ? both(title['zh-CN'], title.en ?? title['zh-CN']) : plain((this.bound.has(first) ? path.slice(1) : path).join('.'))
    const property = path[2]
    return title && property ? join([said, plain(property)], ' ', ' ') : said
  }

  value(expression: Expression, beside?: Expression): Said {
    if (expression.kind === 'literal') return valueWords(expression.value, beside && conceptIn(beside), this.words)
    if (expression.kind === 'temporal') return expression.type === 'duration' ? duration(expression.text) : plain(expression.text)
    if (expression.kind === 'name') return this.name(expression.path)
    if (expression.kind === 'negate') return join([plain('-'), this.value(expression.of)], '', '')
    if (expression.kind === 'arithmetic') {
      const { op, left, right } = expression
      if (left.kind === 'name' && left.path.join() === 'today' && right.kind === 'temporal' && right.type === 'duration' && (op === '-' || op === '+')) {
        const said = duration(right.text)
        return op === '-' ? both(`${said.zh}前`, `${said.en} ago`) : both(`${said.zh}后`, `${said.en} from today`)
      }
      const sign = { '+': '+', '-': '−', '*': '×', '/': '÷', '**': '^' }[op]
      return join([this.value(left), plain(sign), this.value(right)], ' ', ' ')
    }
    const from = yearsSince(expression)
    if (from) {
      const said = this.name(from)
      return from.at(-1) === 'birthDate' ? both('年龄（周岁）', 'age in full years') : both(`${said.zh}至今的整年数`, `full years since ${said.en}`)
    }
    return this.rule(expression) ?? both('算出的值', 'the value worked out')
  }

  private comparison({ op, left, right }: Of<'comparison'>): Said {
    if (isNullLiteral(right)) return op === '=' ? both(`没有${this.value(left).zh}`, `${this.value(left).en} is not there`) : both(`有${this.value(left).zh}`, `${this.value(left).en} is there`)
    if (op === '=' && right.kind === 'literal' && typeof right.value === 'boolean') return join([this.value(left), both('：', ': '), valueWords(right.value, undefined, this.words)], '', '')
    const said = (isDate(left) || isDate(right) ? dateOps : numberOps)[op]
    return join([this.value(left, right), said, this.value(right, left)], ' ', ' ')
  }

  private test(test: Expression, value: Expression): Said {
    if (test.kind === 'range') return both(`${this.value(test.low, value).zh} 到 ${this.value(test.high, value).zh}`, `${this.value(test.low, value).en} to ${this.value(test.high, value).en}`)
    if (test.kind === 'unary') return join([numberOps[test.op], this.value(test.operand, value)], ' ', ' ')
    return test.kind === 'list' ? join(test.items.map((item) => this.test(item, value)), '、', ', ') : this.value(test, value)
  }

  private call({ name, args }: Of<'call'>): Said | undefined {
    const given = 'positional' in args ? args.positional : Object.values(args.named)
    const [a, b] = given
    if (!a) return undefined
    if (name === 'not') return join([both('不符合：', 'not: '), this.rule(a) ?? this.value(a)], '', '')
    const part = b && this.value(b, a)
    if (part && name === 'starts with') return both(`${this.value(a).zh}以${part.zh}开头`, `${this.value(a).en} starts with ${part.en}`)
    if (part && name === 'contains') return both(`${this.value(a).zh}含有${part.zh}`, `${this.value(a).en} contains ${part.en}`)
    if (name === 'list contains' && b) return both(`${this.value(b).zh} 为 ${this.test(a, b).zh}之一`, `${this.value(b).en} is one of ${this.test(a, b).en}`)
    if (name === 'count') return both(`${this.value(a).zh}的数目`, `the number of ${this.value(a).en}`)
    if (name === 'sum') return both(`${this.value(a).zh}合计`, `the total of ${this.value(a).en}`)
    return undefined
  }

  /** Undefined where there are no words for it. */
  rule(expression: Expression): Said | undefined {
    switch (expression.kind) {
      case 'comparison': return this.comparison(expression)
      case 'between': return join([this.value(expression.value), both('在', 'is between'), this.value(expression.low, expression.value), both('和', 'and'), this.value(expression.high, expression.value), both('之间', '')], ' ', ' ')
      case 'in': return join([this.value(expression.value), both('属于：', 'is one of:'), join(expression.tests.map((test) => this.test(test, expression.value)), '、', ', ')], ' ', ' ')
      case 'and': return join(expression.parts.map((part) => this.rule(part) ?? this.value(part)), '，并且', ', and ')
      case 'or': return join(expression.parts.map((part) => this.rule(part) ?? this.value(part)), '，或者', ', or ')
      case 'some': case 'every': {
        const [step] = expression.over
        if (!step || expression.over.length > 1) return undefined
        const list = step.in.kind === 'name' ? this.name(step.in.path) : this.value(step.in)
        const each = new Speaker(this.words, new Map([...this.bound, [step.name, step.in.kind === 'name' ? step.in.path.join('.') : step.name]]))
        const that = each.rule(expression.that) ?? each.value(expression.that)
        return expression.kind === 'some' ? both(`${list.zh}中至少有一个：${that.zh}`, `at least one of ${list.en}: ${that.en}`) : both(`${list.zh}中每一个都：${that.zh}`, `every one of ${list.en}: ${that.en}`)
      }
      case 'filter': {
        const inside = new Speaker(this.words, new Map([...this.bound, ['item', expression.of.kind === 'name' ? expression.of.path.join('.') : 'item']]))
        const by = inside.rule(expression.by) ?? inside.value(expression.by)
        return both(`${this.value(expression.of).zh}（${by.zh}）`, `${this.value(expression.of).en} (${by.en})`)
      }
      case 'if': {
        const [when, then, otherwise] = [this.rule(expression.condition) ?? this.value(expression.condition), this.value(expression.then), this.value(expression.else)]
        return both(`如果${when.zh}，就是 ${then.zh}；否则，${otherwise.zh}`, `if ${when.en}: ${then.en}; otherwise ${otherwise.en}`)
      }
      case 'name': case 'literal': case 'arithmetic': return this.value(expression)
      case 'call': return this.call(expression)
      default: return undefined
    }
  }
}

/** @param text the rule as written, said where there are no words for it */
export const ruleInWords = (expression: Expression, words: RuleWords, text = ''): Texts => {
  const said = new Speaker(words).rule(expression) ?? plain(text)
  return { 'zh-CN': said.zh.trim().replaceAll(/(?<=[\p{Script=Han}（）“”])\s+(?=[\p{Script=Han}（）“”])/gu, ''), en: said.en.trim() }
}
