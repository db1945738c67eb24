// A day's statement of the platform laid beside our own books: what is only here, only there, or of another amount. Pure.
import type { StatementLine } from './provider.ts'

export const differenceKinds = ['notHere', 'notThere', 'amount', 'unknownOrder'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export type Booked = { number: string; orderNumber: string; region: string; fen: number }

export type Finding = { kind: DifferenceKind; what: StatementLine['what']; reference: string; orderNumber: string; region: string | undefined; hereFen: number | null; thereFen: number | null }

/** `note`: looked into and explained; `book`: the payment was booked after all. */
export type Settlement = { by: string; name: string; how: 'note' | 'book'; note: string }

export type Difference = Omit<Finding, 'region'> & { id: string; day: string; region: string; foundAt: string; settledAt: string | null; settled: Settlement | null }

const compare = (what: StatementLine['what'], here: readonly Booked[], there: readonly StatementLine[], regionOf: (orderNumber: string) => string | undefined): Finding[] => {
  const ours = new Map(here.map((each) => [each.number, each]))
  const theirs = new Map(there.map((line) => [line.number, line]))
  return [
    ...[...theirs.values()].flatMap((line): Finding[] => {
      const own = ours.get(line.number)
      if (own && own.fen === line.fen) return []
      const found = { what, reference: line.number, orderNumber: line.orderNumber, region: own?.region ?? regionOf(line.orderNumber), hereFen: own?.fen ?? null, thereFen: line.fen }
      return [{ kind: own ? 'amount' : found.region === undefined ? 'unknownOrder' : 'notHere', ...found }]
    }),
    ...here.filter(({ number }) => !theirs.has(number)).map((own): Finding => ({ kind: 'notThere', what, reference: own.number, orderNumber: own.orderNumber, region: own.region, hereFen: own.fen, thereFen: null })),
  ]
}

/** @param regionOf the region an order of ours belongs to; undefined for one we do not know */
export const compareDay = (here: { payments: readonly Booked[]; refunds: readonly Booked[] }, there: readonly StatementLine[], regionOf: (orderNumber: string) => string | undefined): Finding[] => [
  ...compare('payment', here.payments, there.filter(({ what }) => what === 'payment'), regionOf),
  ...compare('refund', here.refunds, there.filter(({ what }) => what === 'refund'), regionOf),
]

export const sumOf = (lines: readonly StatementLine[], what: StatementLine['what']): number => lines.reduce((sum, line) => (line.what === what ? sum + line.fen : sum), 0)

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  // What begins like a formula is text all the same for a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with the mark spreadsheets recognise UTF-8 by. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string => `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
