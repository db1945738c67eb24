// Elements of a service that are written in more than one way: what it costs, whether a document may follow, who decides.
// Pure. Going from one way to another keeps all that was said, or says that it cannot.
import { isRecord } from '../../../../server/modules/designs/changes.ts'
import { fieldsOf, listIn, numberIn, stringIn, withKey, type Fields, type Value } from './fields.ts'

export const feeKinds = ['free', 'amount', 'items'] as const
export type FeeKind = (typeof feeKinds)[number]

export function feeKind(fee: Value | undefined): FeeKind {
  if (isRecord(fee)) return 'items'
  return Array.isArray(fee) && fee.some((line) => isRecord(line) && line['fen'] !== 0) ? 'amount' : 'free'
}

/** Dated lines as they stand; none where it is something else. */
export function linesOf(value: Value | undefined): Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** A new line from `on`, with what the last one says. */
export function withLine(lines: readonly Fields[], on: string): Fields[] {
  return [...lines, { fen: 0, source: { title: '' }, ...lines.at(-1), from: on }]
}

/** Whether a fee of items says no more than an amount does. */
export function isOneAmount(fee: Fields): boolean {
  const [item, ...others] = listIn(fee, 'items')
  return item !== undefined && others.length === 0 && Object.keys(fee).every((key) => key === 'items' || (key === 'due' && fee[key] === 'result')) && Object.keys(item).every((key) => ['id', 'name', 'amount'].includes(key))
}

/** The fee in another form. @param on YYYY-MM-DD: from when a new amount holds */
export function feeAs(kind: FeeKind, fee: Value | undefined, on: string): Value | undefined {
  if (kind === 'free') return undefined
  const stated = linesOf(fee)
  const amount = stated.length > 0 ? stated : withLine([], on)
  if (kind === 'items') return isRecord(fee) ? fee : { items: [{ id: 'fee', name: { 'zh-CN': '办理费', en: 'Fee' }, amount }] }
  if (!isRecord(fee)) return amount
  return isOneAmount(fee) ? linesOf(listIn(fee, 'items')[0]?.['amount']) : fee
}

export function yuanOf(fen: number | undefined): number | undefined {
  return fen === undefined ? undefined : fen / 100
}

/** undefined: not an amount of money in whole fen. */
export function fenOf(yuan: number | undefined): number | undefined {
  if (yuan === undefined || yuan < 0) return undefined
  const fen = Math.round(yuan * 100)
  return Math.abs(fen - yuan * 100) < 1e-6 && fen <= 1_000_000_000_000 ? fen : undefined
}

export const toleranceKinds = ['usual', 'ten', 'own', 'never'] as const
export type ToleranceKind = (typeof toleranceKinds)[number]

/** usual: nothing stated, so the commitment of the document decides; ten: within ten working days; own: terms of its own. */
export function toleranceKind(value: Value | undefined): ToleranceKind {
  if (isRecord(value)) return 'own'
  return value === undefined ? 'usual' : value === true ? 'ten' : 'never'
}

export function toleranceAs(kind: ToleranceKind, before: Value | undefined): Value | undefined {
  if (kind === 'own') return isRecord(before) ? before : { dueDays: 10 }
  return kind === 'usual' ? undefined : kind === 'ten'
}

/** Whether the last level only prepares: a clerk cannot decide. */
export function endsWithClerk(levels: readonly Fields[]): boolean {
  const last = levels.at(-1)
  return last !== undefined && stringIn(last, 'role') === 'clerk'
}

/** A map inside an item with one of its keys changed; the map goes when nothing is left in it. */
export function withPart(fields: Fields, part: string, key: string, value: Value | undefined): Fields {
  const next = withKey(fieldsOf(fields[part]) ?? {}, key, value)
  return withKey(fields, part, Object.keys(next).length === 0 ? undefined : next)
}

/** A list that must not be empty: without items it is not stated. */
export function statedList(list: readonly Value[]): Value | undefined {
  return list.length === 0 ? undefined : list
}

/** How long a result holds, written in years or in months. */
export function termAs(unit: 'years' | 'months', term: Fields): Fields {
  const { years: _years, months: _months, ...rest } = term
  const [years, months] = [numberIn(term, 'years') ?? 0, numberIn(term, 'months') ?? 0]
  return unit === 'months' ? { ...rest, months: years * 12 + months } : { ...rest, years: Math.max(1, Math.round(years + months / 12)) }
}
