// What a policy pays: dated lines with a formula each, how often, the most in a year, the yearly budget.
// A figure that changes is one more line; what was promised before stays.
import { plainDate } from '../../../../server/kernel/clock.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { Yuan } from './AmountLines.tsx'
import { linesOf } from './elements.ts'
import { numberIn, stringIn, withItem, withKey, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import { budgetOf, periods, withAmount } from './policy.ts'
import type { PolicyProps } from './PolicyPart.tsx'
import { WholeNumber } from './WholeNumber.tsx'

export function PolicyAmountCard({ policy, onChange }: PolicyProps) {
  const t = useT()
  const lines = linesOf(policy['amount'])
  const set = (amount: readonly Fields[], group?: string) => onChange({ ...policy, amount }, group)
  const { year, fen } = budgetOf(policy)
  const thisYear = Number(plainDate(now()).slice(0, 4))
  return (
    <Card title={t('design-policies.amount.title')} aside={<Button variant="ghost" icon="add" onClick={() => set(withAmount(lines, plainDate(now())))}>{t('design-policies.amount.add')}</Button>}>
      <div className="tb-stack">
        {lines.map((line, index) => ({ line, index, key: `amount ${index}` })).map(({ line, index, key }) => {
          const change = (next: Fields, group: string) => set(withItem(lines, index, next), `${key} ${group}`)
          return (
            <div key={key} role="group" aria-label={t('design-policies.amount.line', { n: index + 1 })} className="designs-block tb-stack">
              <DateInput label={t('design-policies.texts.from')} value={stringIn(line, 'from')} onChange={(from) => change({ ...line, from }, 'from')} />
              <FeelField label={t('design-policies.amount.rule')} hint={t('design-policies.amount.ruleHint')} value={stringIn(line, 'rule')} onChange={(rule) => change({ ...line, rule }, 'rule')} required />
              <Checkbox label={t('design-policies.amount.example')} hint={t('design-policies.amount.exampleHint')} checked={line['example'] === true} onChange={(on) => change(withKey(line, 'example', on ? true : undefined), 'example')} />
              <LawFields item={line} at="source" onChange={change} />
              {lines.length > 1 && <div><Button variant="plain" onClick={() => set(lines.filter((_, at) => at !== index))}>{t('design-policies.amount.remove', { n: index + 1 })}</Button></div>}
            </div>
          )
        })}
        <div className="designs-limit">
          <Select label={t('design-policies.amount.period')} value={stringIn(policy, 'period')} onChange={(period) => onChange({ ...policy, period })} options={periods.map((value) => ({ value, label: t(`design-policies.periods.${value}`) }))} />
          <Yuan label={t('design-policies.amount.cap')} fen={numberIn(policy, 'cap')} optional onChange={(cap) => onChange(withKey(policy, 'cap', cap), 'cap')} />
          <Yuan label={t('design-policies.amount.budget')} fen={fen} optional onChange={(next) => onChange(withKey(policy, 'budget', next === undefined ? undefined : { year: year ?? thisYear, fen: next }), 'budget')} />
          {fen !== undefined && <WholeNumber label={t('design-policies.amount.year')} value={year} min={2000} max={2100} onChange={(next) => { if (next !== undefined) onChange({ ...policy, budget: { year: next, fen } }, 'budget year') }} />}
        </div>
      </div>
    </Card>
  )
}
