// The decision table: each row a set of answers, at its end the services that then apply. Nothing chosen in a cell: any answer.
// Rows live here while they are empty; rules are written to the services as soon as a row decides something.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { neverApplying, rulesOf, sameRules, tableOf, type DecisionTable, type RuledService, type TableRow } from './decision-table.ts'
import { shownText, type Value } from './fields.ts'
import type { Parts } from './queries.ts'
import { valuesOf, type Cell, type Question, type Row } from './when-rule.ts'

interface Props {
  questions: readonly Question[]
  services: readonly RuledService[]
  asks: ReadonlyMap<string, Value | undefined>
  parts: Parts
  onChange: (rules: readonly RuledService[]) => void
}

export function DecisionTableEditor({ questions, services, asks, parts, onChange }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const english = useLanguage() === 'en'
  const [held, setHeld] = useState<{ table: DecisionTable; rules: readonly RuledService[] }>(() => ({ table: tableOf(services, questions), rules: services }))
  // Undo or another screen changed the rules: the table follows; rows that decide nothing yet are kept only while it does not.
  const { table } = sameRules(held.rules, services) ? held : { table: tableOf(services, questions) }
  const [never, setNever] = useState<readonly string[]>([])
  const update = (rows: readonly TableRow[]) => {
    const left = neverApplying(table, rows)
    setNever(left)
    if (left.length > 0) return
    const next = { ...table, rows }
    const rules = rulesOf(next, services, questions)
    setHeld({ table: next, rules })
    if (!sameRules(rules, services)) onChange(rules)
  }
  const nameOf = (id: string) => textIn(parts.services.find((service) => service.id === id)?.name ?? { 'zh-CN': id })
  const askOf = (concept: string) => shownText(asks.get(concept), english) || concept
  const columns = services.filter(({ service }) => !table.written.includes(service))
  if (questions.length === 0 || services.length === 0) return null
  return (
    <Card title={t('designs.table2.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('designs.table2.lead')}</p>
        <div className="designs-decision" role="region" aria-label={t('designs.table2.table')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {questions.map(({ concept }) => <th key={concept} scope="col">{askOf(concept)}</th>)}
                {columns.map(({ service }) => <th key={service} scope="col" className="designs-decision-service">{nameOf(service)}</th>)}
                <th scope="col"><span className="tb-hidden">{t('designs.table.do')}</span></th>
              </tr>
            </thead>
            <tbody>
              {numbered(table.rows).map(({ row, index }) => (
                <tr key={`row ${index}`}>
                  {questions.map((question) => (
                    <td key={question.concept}>
                      <AnswerCell question={question} ask={askOf(question.concept)} at={index + 1} row={row.answers} onChange={(answers) => update(table.rows.map((each, at) => (at === index ? { ...each, answers } : each)))} />
                    </td>
                  ))}
                  {columns.map(({ service }) => (
                    <td key={service} className="designs-decision-service">
                      <label className="designs-tick">
                        <input type="checkbox" aria-label={t('designs.table2.tick', { service: nameOf(service), at: index + 1 })} checked={row.services.includes(service)} onChange={({ target }) => update(table.rows.map((each, at) => (at === index ? { ...each, services: target.checked ? [...each.services, service] : each.services.filter((id) => id !== service) } : each)))} />
                      </label>
                    </td>
                  ))}
                  <td><Button variant="plain" onClick={() => update(table.rows.filter((_, at) => at !== index))}>{t('designs.table2.removeRow')}<span className="tb-hidden"> {index + 1}</span></Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => update([...table.rows, { answers: {}, services: [] }])}>{t('designs.table2.addRow')}</Button></div>
        {never.length > 0 && <Notice tone="warning" compact live="assertive">{t('designs.table2.never', { names: never.map(nameOf).join('、') })}</Notice>}
        {table.written.length > 0 && <Notice compact>{t('designs.table2.written', { names: table.written.map(nameOf).join('、') })}</Notice>}
      </div>
    </Card>
  )
}

/** Rows have no name but their place. */
function numbered(rows: readonly TableRow[]): { row: TableRow; index: number }[] {
  return rows.map((row, index) => ({ row, index }))
}

function AnswerCell({ question, ask, at, row, onChange }: { question: Question; ask: string; at: number; row: Row; onChange: (row: Row) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const values = valuesOf([question], question.concept)
  const chosen = row[question.concept] ?? []
  const nameOf = (cell: Cell) => (typeof cell === 'boolean' ? (cell ? t('common.yes') : t('common.no')) : textIn(question.choices.find(({ value }) => value === cell)?.name ?? { 'zh-CN': cell }))
  const toggle = (cell: Cell) => {
    const next = chosen.includes(cell) ? chosen.filter((each) => each !== cell) : values.filter((each) => each === cell || chosen.includes(each))
    const { [question.concept]: _, ...rest } = row
    onChange(next.length === 0 ? rest : { ...rest, [question.concept]: next })
  }
  return (
    <div role="group" aria-label={t('designs.table2.cell', { ask, at })} className="designs-cell">
      {values.map((cell) => <button key={String(cell)} type="button" aria-pressed={chosen.includes(cell)} onClick={() => toggle(cell)}>{nameOf(cell)}</button>)}
      {chosen.length === 0 && <small className="tb-muted">{t('designs.table2.any')}</small>}
    </div>
  )
}
