// From a record as the source writes it to the fields of a registry. What cannot be read is named and left out, never guessed. Pure.
import { parse } from '../../kernel/feel/parse.ts'
import { compile, type Evaluator } from '../../kernel/feel/compile.ts'
import { fromFeel, scopeOf, type FeelInput } from '../../kernel/feel/scope.ts'
import { feelIn, sourceOf, type ConnectorDefinition, type FieldSource } from './connector-definition.ts'

/** `keys`: the numbers the source says the record is found by. `faults`: which field cannot be read, and why; it is then left out. */
export type Mapped = { record: Record<string, unknown>; keys: Record<string, string>; asOf: string | undefined; faults: string[] }

export type Mapping = (source: unknown) => Mapped

/** RFC 6901. Undefined where it leads nowhere. */
export const pointed = (value: unknown, pointer: string): unknown =>
  pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).reduce<unknown>((at, step) => (at !== null && typeof at === 'object' && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined), value)

/** A top-level name, or a JSON Pointer. */
export const valueAt = (source: unknown, from: string): unknown => (from.startsWith('/') ? pointed(source, from) : pointed(source, `/${from.replaceAll('~', '~0').replaceAll('/', '~1')}`))

const pad = (text: string): string => text.padStart(2, '0')

const dayOf = (text: string): string | undefined => {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?$/.exec(text) ?? []
  const written = `${year}-${pad(month)}-${pad(day)}`
  const known = new Date(`${written}T00:00:00Z`)
  return year !== '' && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(written) ? written : undefined
}

const truths: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false, 是: true, 否: false, Y: true, N: false, 有: true, 无: false }

const convert = (value: unknown, kind: string): unknown => {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  if (text === undefined) return undefined
  switch (kind) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
    case 'number':
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined
    case 'boolean':
      return Object.hasOwn(truths, text) ? truths[text] : undefined
    case 'date':
      return dayOf(text)
    default:
      return text
  }
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}

/** Reads one field, or says what is wrong with it. Empty text is no value. */
type Reader = (source: unknown) => { value: unknown } | { fault: string }

const readerOf = (name: string, field: FieldSource): Reader => {
  const { from, as, values } = sourceOf(field)
  const rule = feelIn(from)
  const evaluate: Evaluator | undefined = rule === undefined ? undefined : compile(parse(rule))
  return (source) => {
    const raw = evaluate ? fromFeel(evaluate(scopeOf(namesOf(source), { source: source as FeelInput }))) : valueAt(source, from) // what was parsed from JSON is JSON
    if (raw === undefined || raw === null || raw === '') return { value: null }
    if (values) return typeof raw !== 'object' && Object.hasOwn(values, String(raw)) ? { value: values[String(raw)] } : { fault: `${name}: the source says “${shown(raw)}”, which \`values\` does not list` }
    if (as === undefined) return { value: raw }
    const value = convert(raw, as)
    return value === undefined ? { fault: `${name}: “${shown(raw)}” is no ${as}` } : { value }
  }
}

const namesOf = (source: unknown): Readonly<Record<string, FeelInput>> => (source !== null && typeof source === 'object' && !Array.isArray(source) ? (source as Record<string, FeelInput>) : {}) // as above

/** @throws FeelSyntaxError; files were checked before */
export const mappingOf = ({ keys, fields, asOf }: Pick<ConnectorDefinition, 'keys' | 'fields' | 'asOf'>): Mapping => {
  const readers = Object.entries(fields).map(([name, field]) => [name, readerOf(name, field)] as const)
  return (source) => {
    const faults: string[] = []
    const record: Record<string, unknown> = {}
    for (const [name, read] of readers) {
      const result = read(source)
      if ('fault' in result) faults.push(result.fault)
      else record[name] = result.value
    }
    const found = Object.entries(keys).flatMap(([name, from]) => {
      const value = valueAt(source, from)
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value).trim()] as const] : []
    }).filter(([, value]) => value !== '')
    const instant = asOf === undefined ? undefined : instantOf(valueAt(source, asOf))
    if (asOf !== undefined && instant === undefined) faults.push(`asOf: ${asOf} holds no day or instant`)
    return { record, keys: Object.fromEntries(found), asOf: instant, faults }
  }
}

const instantOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  const day = dayOf(value)
  // A day in China ends there.
  const known = new Date(day !== undefined && value.length <= 11 ? `${day}T00:00:00+08:00` : value)
  return Number.isNaN(known.getTime()) ? undefined : known.toISOString()
}

/** Fills a template: texts that begin with an equals sign are FEEL over `scope`, everything else stays. */
export const fillTemplate = (template: unknown, scope: Readonly<Record<string, unknown>>): unknown => {
  if (typeof template === 'string') {
    const rule = feelIn(template)
    return rule === undefined ? template : evaluateText(rule, scope)
  }
  if (Array.isArray(template)) return template.map((each) => fillTemplate(each, scope))
  return template !== null && typeof template === 'object' ? Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTemplate(value, scope)])) : template
}

const compiled = new Map<string, Evaluator>()

/** @returns JSON; null for what cannot be computed */
export const evaluateText = (rule: string, scope: Readonly<Record<string, unknown>>): unknown => {
  const evaluate = compiled.get(rule) ?? compile(parse(rule))
  compiled.set(rule, evaluate)
  return fromFeel(evaluate(scopeOf({}, scope as Readonly<Record<string, FeelInput>>))) // JSON of questions and answers
}
