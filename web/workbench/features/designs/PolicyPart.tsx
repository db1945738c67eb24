// One policy (惠民惠企政策): what it is called and rests on, its conditions, the amount, who pays and how.
// What the form does not offer stands in the source and stays untouched.
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import type { PartProps } from './DesignPage.tsx'
import { fieldsOf, stringIn, withKey, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import { audiences, themes } from './policy.ts'
import { PolicyAmountCard } from './PolicyAmountCard.tsx'
import { PolicyConditionsCard } from './PolicyConditionsCard.tsx'
import { PolicyTermsCard } from './PolicyTermsCard.tsx'
import { TextPair } from './TextPair.tsx'

export interface PolicyProps extends Pick<PartProps, 'design' | 'parts'> {
  policy: Fields
  onChange: (policy: Fields, group?: string) => void
}

export function PolicyPart({ design, parts }: PartProps) {
  const t = useT()
  const policy = design.fields(design.about)
  if (!policy) return <p>{t('designs.unreadable')}</p>
  const props: PolicyProps = { design, parts, policy, onChange: (next, group) => design.edit(design.about, next, group) }
  return (
    <>
      <WordsCard {...props} />
      <PolicyConditionsCard {...props} />
      <PolicyAmountCard {...props} />
      <PolicyTermsCard {...props} />
    </>
  )
}

const rows = { name: undefined, summary: 2, explains: 4 } as const

function WordsCard({ policy, onChange }: PolicyProps) {
  const t = useT()
  const source = fieldsOf(policy['source']) ?? {}
  const setSource = (key: string, value: string) => onChange({ ...policy, source: withKey(source, key, value) }, `source ${key}`)
  return (
    <Card title={t('design-policies.texts.title')}>
      <div className="tb-stack">
        {(['name', 'summary', 'explains'] as const).map((key) => <TextPair key={key} label={t(`design-policies.texts.${key}`)} value={policy[key]} {...(rows[key] === undefined ? {} : { rows: rows[key] })} onChange={(value) => onChange({ ...policy, [key]: value ?? '' }, key)} />)}
        <div className="designs-limit">
          <Select label={t('design-policies.texts.for')} value={stringIn(policy, 'for')} onChange={(value) => onChange({ ...policy, for: value })} options={audiences.map((value) => ({ value, label: t(`design-policies.audiences.${value}`) }))} />
          <Select label={t('design-policies.texts.theme')} value={stringIn(policy, 'theme')} onChange={(value) => onChange({ ...policy, theme: value })} options={themes.map((value) => ({ value, label: t(`design-policies.themes.${value}`) }))} />
        </div>
        <LawFields item={policy} at="source" onChange={onChange} />
        <div className="designs-limit">
          <DateInput label={t('design-policies.texts.date')} value={stringIn(source, 'date')} onChange={(value) => setSource('date', value)} optional />
          <TextInput label={t('design-policies.texts.url')} value={stringIn(source, 'url')} onChange={(value) => setSource('url', value)} optional placeholder="https://" />
        </div>
        <div className="designs-limit">
          <DateInput label={t('design-policies.texts.from')} value={stringIn(policy, 'from')} onChange={(value) => onChange(withKey(policy, 'from', value), 'from')} optional />
          <DateInput label={t('design-policies.texts.until')} value={stringIn(policy, 'until')} onChange={(value) => onChange(withKey(policy, 'until', value), 'until')} optional />
        </div>
      </div>
    </Card>
  )
}
