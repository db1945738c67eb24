// Tries a table with typed values: nothing is kept. What is left empty counts as not known, just as in a real case.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { outcomeTones } from './outcome-tones.ts'
import type { TableDetail, TriedField, Verdict } from './queries.ts'

const numeric = ['integer', 'decimal', 'money']

const typed = ({ type }: TriedField, text: string): string | number | boolean => (numeric.includes(type) ? Number(text) : type === 'boolean' ? text === 'true' : text)

interface Props {
  detail: TableDetail
  onVerdict: (verdict: Verdict) => void
}

export function TryTable({ detail: { table, fields }, onVerdict }: Props) {
  const t = useT()
  const [given, setGiven] = useState<Record<string, string>>({})
  const attempt = useChange(
    () => api('tryDecisionTable', { params: { service: table.service }, query: {}, body: { values: Object.fromEntries(fields.flatMap((field) => (given[field.concept] ? [[field.concept, typed(field, given[field.concept] ?? '')]] : []))) } }),
    onVerdict,
  )
  return (
    <Card title={t('rules.try.title')}>
      <div className="tb-stack">
      <p className="tb-muted">{t('rules.try.lead')}</p>
      <form className="rules-try" onSubmit={(event) => { event.preventDefault(); attempt.mutate() }}>
        {fields.map((field) => <TryField key={field.concept} field={field} value={given[field.concept] ?? ''} onChange={(value) => setGiven({ ...given, [field.concept]: value })} />)}
        <Button type="submit" variant="primary" busy={attempt.isPending}>{t('rules.try.ask')}</Button>
      </form>
      {attempt.isError && <Notice tone="danger" live="assertive">{t('rules.try.failed')}</Notice>}
      {attempt.data && <Answer verdict={attempt.data} detail={{ table, fields }} />}
      </div>
    </Card>
  )
}

function TryField({ field, value, onChange }: { field: TriedField; value: string; onChange: (value: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const label = textIn(field.name)
  if (field.choices.length > 0) return <Select label={label} optional value={value} onChange={onChange} options={field.choices.map((choice) => ({ value: choice.value, label: textIn(choice.name) }))} />
  if (field.type === 'boolean') return <Select label={label} optional value={value} onChange={onChange} options={[{ value: 'true', label: t('common.yes') }, { value: 'false', label: t('common.no') }]} />
  if (field.type === 'date') return <DateInput label={label} optional value={value} onChange={onChange} />
  return <TextInput label={label} optional value={value} onChange={onChange} {...(field.type === 'region' ? { hint: t('rules.try.region') } : {})} {...(numeric.includes(field.type) ? { inputMode: 'numeric' as const } : {})} />
}

function Answer({ verdict, detail: { table, fields } }: { verdict: Verdict; detail: Pick<TableDetail, 'table' | 'fields'> }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const rows = table.rows.filter(({ id }) => verdict.rows.includes(id))
  const missing = verdict.open.map((concept) => fields.find((field) => field.concept === concept)).map((field) => (field ? textIn(field.name) : '')).filter((name) => name !== '')
  return (
    <Notice tone={outcomeTones[verdict.decision]} title={t(`rules.outcome.${verdict.decision}`)} live="polite">
      {verdict.by === 'rows' || verdict.by === 'discretion' ? rows.map((row) => <p key={row.id}>{textIn(row.reason)}</p>) : <p>{t(`rules.why.${verdict.by}`)}</p>}
      {verdict.by === 'discretion' && <p>{t('rules.why.discretion')}</p>}
      {missing.length > 0 && <p>{t('rules.missing', { names: format.list(missing) })}</p>}
      {table.values.map(({ id, name }) => verdict.values[id] !== undefined && verdict.values[id] !== null && <p key={id}>{textIn(name)}：{String(verdict.values[id])}</p>)}
    </Notice>
  )
}
