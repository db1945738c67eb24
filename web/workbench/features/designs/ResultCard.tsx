// How long the result holds, and whether this service changes or extends the result of another.
// Rarer details (number, what is looked up again) stand in the source and stay.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { termAs } from './elements.ts'
import { fieldsOf, numberIn, stringIn, withKey, type Fields, type Value } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import type { ServiceProps } from './ServicePart.tsx'
import { WholeNumber } from './WholeNumber.tsx'

export function ResultCard({ service, parent, parts, onChange }: ServiceProps) {
  const t = useT()
  const textIn = useTextIn()
  const result = fieldsOf(service['result']) ?? {}
  const term = fieldsOf(result['validFor'])
  const setTerm = (next: Fields | undefined, group?: string) => onChange({ ...service, result: withKey(result, 'validFor', next) }, group && `term ${group}`)
  const amends = fieldsOf(service['amends'])
  const setAmends = (key: string, value: Value | undefined, group?: string) => { if (amends) onChange({ ...service, amends: withKey(amends, key, value) }, group && `amends ${group}`) }
  const unit = term && numberIn(term, 'months') !== undefined ? 'months' : 'years'
  const way = amends ? stringIn(amends, 'way') : ''
  return (
    <Card title={t('design-elements.result.title')}>
      <div className="tb-stack">
        <Checkbox label={t('design-elements.result.ends')} hint={t('design-elements.result.endsHint')} checked={term !== null} disabledReason={term && fieldsOf(parent?.['result'])?.['validFor'] !== undefined ? t('design-elements.inheritedStays') : undefined} onChange={(on) => setTerm(on ? { years: 5, legalBasis: { title: '' } } : undefined)} />
        {term && (
          <>
            <div className="designs-pair">
              <WholeNumber label={t('design-elements.result.term')} min={1} max={unit === 'years' ? 99 : 999} value={numberIn(term, unit)} onChange={(value) => { if (value !== undefined) setTerm({ ...term, [unit]: value }, 'length') }} />
              <RadioGroup label={t('design-elements.result.unit')} inline value={unit} onChange={(to) => setTerm(termAs(to === 'months' ? 'months' : 'years', term))} options={(['years', 'months'] as const).map((value) => ({ value, label: t(`design-elements.result.${value}`) }))} />
            </div>
            <LawFields item={term} onChange={setTerm} />
          </>
        )}
        <Checkbox label={t('design-elements.result.amends')} hint={t('design-elements.result.amendsHint')} checked={amends !== null} disabledReason={amends && parent?.['amends'] !== undefined ? t('design-elements.inheritedStays') : undefined} onChange={(on) => onChange(withKey(service, 'amends', on ? { service: '', way: 'change', matter: '', legalBasis: { title: '' } } : undefined))} />
        {amends && (
          <>
            <div className="designs-pair">
              <Select label={t('design-elements.result.amended')} value={stringIn(amends, 'service')} error={stringIn(amends, 'service') === '' ? t('design-elements.result.needAmended') : undefined} onChange={(value) => setAmends('service', value)} options={parts.services.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
              <RadioGroup label={t('design-elements.result.way')} inline value={way} onChange={(value) => setAmends('way', value)} options={(['change', 'extend'] as const).map((value) => ({ value, label: t(`design-elements.result.ways.${value}`) }))} />
              <TextInput label={t('design-elements.result.matter')} hint={t('design-elements.result.matterHint')} value={stringIn(amends, 'matter')} onChange={(value) => setAmends('matter', value, 'matter')} />
            </div>
            {way === 'extend' && (
              <div className="designs-pair">
                <WholeNumber label={t('design-elements.result.opens')} hint={t('design-elements.result.opensHint')} unit={t('designs.figures.days')} optional min={1} max={999} value={numberIn(amends, 'opens')} onChange={(value) => setAmends('opens', value, 'opens')} />
                <WholeNumber label={t('design-elements.result.closes')} hint={t('design-elements.result.closesHint')} unit={t('designs.figures.days')} optional min={0} max={999} value={numberIn(amends, 'closes')} onChange={(value) => setAmends('closes', value, 'closes')} />
                <Checkbox label={t('design-elements.result.late')} hint={t('design-elements.result.lateHint')} checked={amends['late'] === true} onChange={(on) => setAmends('late', on ? true : undefined)} />
              </div>
            )}
            <LawFields item={amends} onChange={(next, group) => onChange({ ...service, amends: next }, `amends ${group}`)} />
          </>
        )}
      </div>
    </Card>
  )
}
