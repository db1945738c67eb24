// Decision tables for tests, written as short as they can be: inputs as FEEL, rows as cells by input.
import { conditionOf } from '../../kernel/dmn/table.ts'
import { parse, parseUnaryTests } from '../../kernel/feel/parse.ts'
import type { Catalogue, DecisionRow, DecisionTable } from '../catalogue/index.ts'

export type ShortRow = Partial<Omit<DecisionRow, 'cells' | 'when' | 'values'>> & Pick<DecisionRow, 'id' | 'decision'> & { cells: Record<string, string>; values?: Record<string, string> }

export const tableOf = (inputs: Record<string, string>, rows: readonly ShortRow[], more: Partial<DecisionTable> = {}): DecisionTable => {
  const columns = Object.entries(inputs).map(([id, text]) => ({ id, text, expression: parse(text) }))
  return {
    name: { 'zh-CN': '样例表' }, hitPolicy: 'FIRST', legalBasis: [{ title: '样例法' }], version: 'v1',
    inputs: columns.map(({ id, text, expression }) => ({ id, name: { 'zh-CN': id }, rule: { text, expression } })), values: [],
    rows: rows.map(({ cells, values = {}, ...row }) => ({
      reason: { 'zh-CN': `因为${row.id}` }, law: { title: '样例法', article: '第一条' }, noDiscretion: false, ...row, cells,
      when: conditionOf(columns, Object.entries(cells).map(([input, text]) => ({ input, text, expression: parseUnaryTests(text) }))),
      values: Object.fromEntries(Object.entries(values).map(([id, text]) => [id, { text, expression: parse(text) }])),
    })),
    ...more,
  }
}

/** The catalogue with a table for one of its services. */
export const withTable = (service: string, table: DecisionTable) => (catalogue: Catalogue): Catalogue => {
  const of = catalogue.services[service]
  return of ? { ...catalogue, services: { ...catalogue.services, [service]: { ...of, decision: 'automatic', table } } } : catalogue
}

/** Who decides about the star chart: names stand for outcomes. */
export const starTable = tableOf({ name: 'applicant.name', language: 'telescope.chartLanguage' }, [
  { id: 'named-refused', decision: 'refuse', noDiscretion: true, cells: { name: '"不准者"' } },
  { id: 'named-doubtful', decision: 'refuse', cells: { name: '"存疑者"' } },
  { id: 'named-tentative', decision: 'tentative', checkDays: 5, cells: { name: '"临时者"' } },
  { id: 'named-person', decision: 'person', cells: { name: '"人工者"' } },
  { id: 'others', decision: 'approve', cells: { language: '"zh", "en"' } },
])
