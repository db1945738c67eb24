// The scenario of a matter as a table: each row a set of answers, and the services that are then part of it.
// Pure. Made from the rules of the services and turned back into them.
import { readWhen, tidyRow, writeWhen, type Question, type Row } from './when-rule.ts'

export interface TableRow {
  answers: Row
  services: readonly string[]
}

export interface DecisionTable {
  rows: readonly TableRow[]
  /** services whose rule says more than a table can; it stays as written */
  written: readonly string[]
}

export interface RuledService {
  service: string
  when?: string | undefined
}

const keyOf = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))

export function tableOf(services: readonly RuledService[], questions: readonly Question[]): DecisionTable {
  const rows = new Map<string, { answers: Row; services: string[] }>()
  const written: string[] = []
  for (const { service, when } of services) {
    const read = readWhen(when, questions)
    if (!read) {
      written.push(service)
      continue
    }
    for (const answers of read.map((row) => tidyRow(row, questions))) {
      const row = rows.get(keyOf(answers)) ?? { answers, services: [] }
      if (!row.services.includes(service)) row.services.push(service)
      rows.set(keyOf(answers), row)
    }
  }
  // What always applies comes first.
  return { rows: [...rows.values()].sort((a, b) => Object.keys(a.answers).length - Object.keys(b.answers).length), written }
}

/** The rule of each service the table decides; one that is in no row yet keeps the rule it has. */
export function rulesOf(table: DecisionTable, services: readonly RuledService[], questions: readonly Question[]): RuledService[] {
  return services.map((each) => {
    if (table.written.includes(each.service)) return each
    const rows = table.rows.filter((row) => row.services.includes(each.service))
    return rows.length === 0 ? each : { service: each.service, when: writeWhen(rows.map(({ answers }) => answers), questions) }
  })
}

/** Services that applied in some row and now in none: they would never apply, which is said by removing them, not by a rule. */
export function neverApplying(before: DecisionTable, rows: readonly TableRow[]): string[] {
  const ticked = (each: readonly TableRow[]) => new Set(each.flatMap(({ services }) => services))
  return [...ticked(before.rows).difference(ticked(rows))]
}

/** Whether two lists of services have the same rules. */
export function sameRules(a: readonly RuledService[], b: readonly RuledService[]): boolean {
  return a.length === b.length && a.every(({ service, when }, index) => b[index]?.service === service && (b[index]?.when ?? '') === (when ?? ''))
}
