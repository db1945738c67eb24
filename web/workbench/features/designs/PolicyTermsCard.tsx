// Who pays a policy and how, how long its lists are published, and how it stands to other policies.
// Contradictions with others are found at once and said here.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { fieldsOf, numberIn, stringIn, stringsIn, withKey } from './fields.ts'
import { statedList } from './elements.ts'
import { FindingsHere } from './FindingsHere.tsx'
import { levels, otherPolicies, ways } from './policy.ts'
import type { PolicyProps } from './PolicyPart.tsx'
import { WholeNumber } from './WholeNumber.tsx'

export function PolicyTermsCard(props: PolicyProps) {
  const { parts, policy, onChange } = props
  const t = useT()
  const textIn = useTextIn()
  const payer = fieldsOf(policy['payer']) ?? {}
  return (
    <Card title={t('design-policies.terms.title')}>
      <div className="tb-stack">
        <div className="designs-limit">
          <Select label={t('design-policies.terms.line')} value={stringIn(payer, 'line')} onChange={(line) => onChange({ ...policy, payer: { ...payer, line } })} options={parts.lines.map(({ line, name }) => ({ value: line, label: textIn(name) }))} required />
          <Select label={t('design-policies.terms.level')} value={stringIn(payer, 'level')} onChange={(level) => onChange({ ...policy, payer: { ...payer, level } })} options={levels.map((value) => ({ value, label: t(`design-policies.levels.${value}`) }))} />
          <WholeNumber label={t('design-policies.terms.days')} hint={t('design-policies.terms.daysHint')} value={numberIn(policy, 'objectionDays')} min={0} max={60} onChange={(days) => { if (days !== undefined) onChange({ ...policy, objectionDays: days }, 'objectionDays') }} />
        </div>
        <RadioGroup label={t('design-policies.terms.way')} value={stringIn(policy, 'way')} onChange={(way) => onChange({ ...policy, way })} options={ways.map((value) => ({ value, label: t(`design-policies.ways.${value}`), hint: t(`design-policies.wayHints.${value}`) }))} />
        <Others {...props} name="excludes" hint={t('design-policies.terms.excludesHint')} />
        <Others {...props} name="requires" />
        <TextInput label={t('design-policies.terms.matter')} hint={t('design-policies.terms.matterHint')} value={stringIn(policy, 'matter')} onChange={(matter) => onChange(withKey(policy, 'matter', matter), 'matter')} optional width="medium" />
      </div>
    </Card>
  )
}

function Others({ design, parts, policy, onChange, name, hint }: PolicyProps & { name: 'excludes' | 'requires'; hint?: string }) {
  const t = useT()
  const textIn = useTextIn()
  const chosen = stringsIn(policy, name)
  const nameOf = (id: string) => { const found = parts.policies.find((each) => each.id === id); return found ? textIn(found.name) : id }
  const set = (next: readonly string[]) => onChange(withKey(policy, name, statedList(next)))
  return (
    <div className="tb-stack">
      <Select label={t(`design-policies.terms.${name}`)} hint={hint} value="" optional placeholder={t('design-policies.terms.add')} onChange={(id) => { if (id !== '') set([...chosen, id]) }}
        options={otherPolicies(parts.policies, policy, name).map(({ id, name: title }) => ({ value: id, label: textIn(title) }))} />
      {chosen.length > 0 && <div className="tb-row">{chosen.map((id) => <Button key={id} variant="ghost" icon="close" onClick={() => set(chosen.filter((each) => each !== id))}>{nameOf(id)}<span className="tb-hidden"> {t('design-policies.terms.remove')}</span></Button>)}</div>}
      <FindingsHere design={design} at={[name]} rules={['benefit-cycle', 'benefit-contradicts', 'benefit-unknown']} />
    </div>
  )
}
