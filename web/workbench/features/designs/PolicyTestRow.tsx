// One situation of a policy: who, the day, the facts known of them, what must follow and what follows now.
// An empty fact is not known; the word for nothing makes it known to be nothing.
import type { ReactNode } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { Yuan } from './AmountLines.tsx'
import { numberIn, stringIn, withKey, type Fields, type Value } from './fields.ts'
import type { PolicyFact, PolicyOutcome } from './policy-live.ts'
import { expecting, factsOfTest, verdicts } from './policy.ts'

export interface Judged {
  verdict?: string | undefined
  fen?: number | undefined
  differs: boolean
}

interface Props {
  test: Fields
  columns: readonly PolicyFact[]
  outcome: PolicyOutcome | undefined
  /** nothing is expected of it yet */
  isTrial?: boolean
  onChange: (test: Fields, group: string) => void
  actions: (judged: Judged) => ReactNode
}

const notInForce = 'none'

export function PolicyTestRow({ test, columns, outcome, isTrial, onChange, actions }: Props) {
  const t = useT()
  const name = stringIn(test, 'name')
  const judged = outcome === 'broken' || outcome === undefined ? undefined : outcome.judged
  const differs = outcome !== undefined && outcome !== 'broken' && outcome.differences.length > 0
  const label = (what: string) => `${t('design-policies.tests.row', { name })} ${what}`
  const facts = factsOfTest(test)
  return (
    <tr>
      <th scope="row"><TextInput label={label(t('design-policies.tests.name'))} labelHidden width="medium" value={name} placeholder={t('design-policies.tests.name')} onChange={(next) => onChange({ ...test, name: next }, 'name')} /></th>
      <td><Result outcome={outcome} columns={columns} isTrial={isTrial ?? false} /><div className="tb-row">{actions({ verdict: judged?.verdict, fen: judged?.fen, differs })}</div></td>
      {isTrial ? <td colSpan={2}>–</td> : (
        <>
          <td><Select label={label(t('design-policies.tests.expected'))} labelHidden value={stringIn(test, 'verdict') || notInForce} onChange={(verdict) => onChange(expecting(test, { verdict: verdict === notInForce ? undefined : verdict, fen: numberIn(test, 'fen') }), 'verdict')} options={[...verdicts, notInForce].map((value) => ({ value, label: t(`design-policies.verdicts.${value as (typeof verdicts)[number] | 'none'}`) }))} /></td>
          <td><Yuan label={label(t('design-policies.tests.fen'))} labelHidden optional fen={numberIn(test, 'fen')} onChange={(fen) => onChange(withKey(test, 'fen', fen), 'fen')} /></td>
        </>
      )}
      <td><TextInput label={label(t('design-policies.tests.on'))} labelHidden width="short" value={stringIn(test, 'on')} onChange={(on) => onChange({ ...test, on }, 'on')} /></td>
      {columns.map((fact) => <td key={fact.id}><FactCell fact={fact} label={label(fact.id)} value={facts[fact.id]} onChange={(value) => onChange({ ...test, facts: withFact(facts, fact.id, value) }, fact.id)} /></td>)}
    </tr>
  )
}

/** Unlike elsewhere, null is a value: known to be nothing. */
function withFact(facts: Fields, id: string, value: Value | undefined): Fields {
  const { [id]: _, ...rest } = facts
  return value === undefined ? rest : { ...facts, [id]: value }
}

function Result({ outcome, columns, isTrial }: { outcome: PolicyOutcome | undefined; columns: readonly PolicyFact[]; isTrial: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  if (outcome === undefined) return <span className="tb-muted">{t('design-policies.tests.waiting')}</span>
  if (outcome === 'broken') return <Chip tone="warning">{t('design-policies.tests.broken')}</Chip>
  const { judged, differences } = outcome
  const nameOf = (id: string) => { const fact = columns.find((each) => each.id === id); return fact ? textIn(fact.name) : id }
  return (
    <div className="tb-stack">
      <div className="tb-row">
        {!isTrial && <Chip tone={differences.length > 0 ? 'danger' : 'success'}>{differences.length > 0 ? t('design-policies.tests.failed') : t('design-policies.tests.passed')}</Chip>}
        <span>{t(`design-policies.verdicts.${judged?.verdict ?? 'none'}`)}{judged?.fen === undefined ? '' : ` ${format.money(judged.fen)}`}</span>
      </div>
      {!isTrial && differences.map((difference) => <small key={difference.en}>{textIn(difference)}</small>)}
      {isTrial && judged?.verdict === 'unknown' && <small>{t('design-policies.tests.missing', { names: format.list(judged.missing.map(nameOf)) })}</small>}
    </div>
  )
}

const nothing = 'null'
const numeric: readonly string[] = ['integer', 'decimal', 'money']

function FactCell({ fact, label, value, onChange }: { fact: PolicyFact; label: string; value: Value | undefined; onChange: (value: Value | undefined) => void }) {
  const t = useT()
  const textIn = useTextIn()
  if (Array.isArray(value)) return <span className="tb-muted">{t('design-policies.tests.list', { n: value.length })}</span>
  if (fact.many !== null) return <span className="tb-muted">–</span>
  const none = t('design-policies.tests.nothing')
  const choices = fact.type === 'boolean' ? [{ value: 'true', label: t('common.yes') }, { value: 'false', label: t('common.no') }] : fact.choices.map((choice) => ({ value: choice.value, label: textIn(choice.name) }))
  if (choices.length > 0) {
    return (
      <Select label={label} labelHidden emptyIsAll placeholder="–" value={value === undefined ? '' : value === null ? nothing : String(value)} options={[...choices, { value: nothing, label: none }]}
        onChange={(text) => onChange(text === '' ? undefined : text === nothing ? null : fact.type === 'boolean' ? text === 'true' : text)} />
    )
  }
  const take = (text: string): Value | undefined => {
    if (text === '') return undefined
    if (text === none) return null
    return numeric.includes(fact.type) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  }
  return <TextInput label={label} labelHidden width="short" value={value === undefined ? '' : value === null ? none : String(value)} onChange={(text) => onChange(take(text))} />
}
