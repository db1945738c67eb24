// Lists of payments and their lifecycle, the file for the bank with its control totals, and what the bank sends back. Pure.
// The formats are described in docs/guide/benefits.md; amounts are whole fen throughout.
import { createHash } from 'node:crypto'
import type { Account } from './entitlement.ts'

export const listStates = ['published', 'approved', 'sent', 'settled', 'cancelled'] as const
export type ListState = (typeof listStates)[number]
export type ListAction = 'approve' | 'send' | 'settle' | 'cancel'

export const listSteps = {
  published: { approve: 'approved', cancel: 'cancelled' },
  approved: { send: 'sent' },
  sent: { settle: 'settled' },
  settled: {},
  cancelled: {},
} as const satisfies Record<ListState, Partial<Record<ListAction, ListState>>>

export const listAfter = (state: ListState, action: ListAction): ListState | undefined => {
  const steps: Partial<Record<ListAction, ListState>> = listSteps[state]
  return steps[action]
}

export const itemStates = ['due', 'objected', 'dropped', 'sent', 'paid', 'returned'] as const
export type ItemState = (typeof itemStates)[number]

/** Whether somebody may still object: before the list is approved. */
export const isOpenToObjections = (list: Pick<PayList, 'state' | 'objectionsUntil'>, today: string): boolean => list.state === 'published' && today <= list.objectionsUntil
/** Whether the time to object is over. */
export const isHeard = ({ objectionsUntil }: Pick<PayList, 'objectionsUntil'>, today: string): boolean => today > objectionsUntil

export type PayList = {
  id: string; benefitId: string; period: string; region: string; line: string; state: ListState; revision: number; items: number; fen: number; objectionsUntil: string
  /** the year whose budget it took; null: the policy had none */
  budgetYear: number | null
  madeBy: string; madeAt: string; approvedBy: string | null; approvedAt: string | null; sentAt: string | null; fileDigest: string | null; settledAt: string | null
}

/** `number`: of identity, or the credit code. */
export type PayItem = { listId: string; seq: number; entitlementId: string; fen: number; state: ItemState; returnCode: string | null; name: string; number: string; account: Account }

/** Codes a bank returns; 0000 is paid. */
export const returnCodes = {
  '0000': { 'zh-CN': '已入账', en: 'Paid' },
  '1001': { 'zh-CN': '账号不存在', en: 'No such account' },
  '1002': { 'zh-CN': '户名不符', en: 'The name does not fit the account' },
  '1003': { 'zh-CN': '账户已销户', en: 'The account is closed' },
  '1004': { 'zh-CN': '账户冻结', en: 'The account is frozen' },
  '1005': { 'zh-CN': '账户类型不能入账', en: 'The account takes no such payments' },
  '9999': { 'zh-CN': '其他原因', en: 'Another reason' },
} as const satisfies Record<string, { 'zh-CN': string; en: string }>

export type ReturnCode = keyof typeof returnCodes

const field = (text: string): string => text.replaceAll(/[|\r\n]/g, ' ').trim()
const sum = (items: readonly { fen: number }[]): number => items.reduce((total, { fen }) => total + fen, 0)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is to be paid, one line each, between a head and a tail that both say how many and how much. */
export const bankFile = (list: Pick<PayList, 'id' | 'period'>, items: readonly PayItem[], purpose: string, on: string): string => {
  const details = items.map(({ seq, account, fen }) => ['D', seq, field(account.holder), account.number, field(account.bank), fen, field(purpose), list.period].join('|'))
  const totals = [items.length, sum(items)]
  return [['H', 'TONGBAN-PAY', 1, list.id, on, ...totals, sha256(details.join('\n'))].join('|'), ...details, ['T', ...totals].join('|'), ''].join('\n')
}

export const digestOfFile = sha256

export type Returned = { seq: number; code: ReturnCode }
export type ReturnsFault = 'head' | 'otherList' | 'line' | 'totals' | 'unknownItem' | 'twice'

const isCode = (code: string | undefined): code is ReturnCode => code !== undefined && Object.hasOwn(returnCodes, code)

/**
 * Reads what the bank sends back: `H|TONGBAN-RET|1|<list>|<count>|<fen paid>|<fen returned>`, then `R|<seq>|<code>`.
 * All or nothing: a file whose totals do not come out is refused whole.
 */
export const readReturns = (text: string, list: Pick<PayList, 'id'>, items: readonly PayItem[]): Returned[] | { fault: ReturnsFault; line: number } => {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const [mark, name, version, listId, count, paid, back] = head.split('|')
  if (mark !== 'H' || name !== 'TONGBAN-RET' || version !== '1') return { fault: 'head', line: 1 }
  if (listId !== list.id) return { fault: 'otherList', line: 1 }
  const known = new Map(items.map((item) => [item.seq, item]))
  const returned = new Map<number, Returned>()
  for (const [at, line] of lines.entries()) {
    const [kind, seq, code] = line.split('|')
    if (kind !== 'R' || !isCode(code)) return { fault: 'line', line: at + 2 }
    if (!known.has(Number(seq))) return { fault: 'unknownItem', line: at + 2 }
    if (returned.has(Number(seq))) return { fault: 'twice', line: at + 2 }
    returned.set(Number(seq), { seq: Number(seq), code })
  }
  const all = [...returned.values()]
  const total = (isPaid: boolean) => sum(all.filter(({ code }) => (code === '0000') === isPaid).flatMap(({ seq }) => known.get(seq) ?? []))
  if (Number(count) !== all.length || Number(paid) !== total(true) || Number(back) !== total(false)) return { fault: 'totals', line: 1 }
  return all
}

export type Reconciliation = { items: number; fen: number; paid: number; returned: number; dropped: number; outstanding: number; comesOut: boolean }

/** The list against what became of it: every fen is in exactly one place. */
export const reconcile = (list: Pick<PayList, 'items' | 'fen'>, items: readonly PayItem[]): Reconciliation => {
  const of = (...states: ItemState[]) => sum(items.filter(({ state }) => states.includes(state)))
  const [paid, returned, dropped, outstanding] = [of('paid'), of('returned'), of('dropped'), of('due', 'objected', 'sent')]
  return { items: list.items, fen: list.fen, paid, returned, dropped, outstanding, comesOut: items.length === list.items && paid + returned + dropped + outstanding === list.fen }
}
