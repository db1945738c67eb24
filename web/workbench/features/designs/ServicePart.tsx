// One service: what it is called and says, limits, fee, conditions, documents, the fields of its form.
// What the form does not offer stands in the source and stays untouched.
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Link } from '../../../ui/Link.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { Loading } from '../../../ui/States.tsx'
import type { PartProps } from './DesignPage.tsx'
import { keyOf, numberIn, shownText, splitKey, stringIn, withKey, type Fields, type ItemKey } from './fields.ts'
import { FeeCard } from './FeeCard.tsx'
import { HandlingCard } from './HandlingCard.tsx'
import { LimitsCard } from './LimitsCard.tsx'
import { ListingCard } from './ListingCard.tsx'
import { OutcomeTableCard } from './OutcomeTableCard.tsx'
import { ResultCard } from './ResultCard.tsx'
import { ServiceFieldsCard } from './ServiceFieldsCard.tsx'
import { EvidenceCard, RequirementsCard } from './ServiceRules.tsx'
import { TextPair } from './TextPair.tsx'

export interface ServiceProps extends Pick<PartProps, 'parts'> {
  service: Fields
  inherited: boolean
  /** as the packs above have it: what stands there can be changed and not taken away; null: it is the pack's own */
  parent: Fields | null
  onChange: (service: Fields, group?: string) => void
}

export function ServicePart({ design, parts }: PartProps) {
  const t = useT()
  const english = useLanguage() === 'en'
  const [search] = useSearchParams()
  const about = splitKey(design.about)
  const key: ItemKey = about.kind === 'services' ? design.about : keyOf('services', search.get('item') ?? '')
  const { open } = design
  useEffect(() => {
    void open(key)
  }, [open, key])
  const item = design.workspace.items[key]
  const service = design.fields(key)
  if (!item) return <Loading />
  if (!service) return <p>{t('designs.unreadable')}</p>
  const onChange = (next: Fields, group?: string) => design.edit(key, next, group)
  const props: ServiceProps = { parts, service, inherited: item.inherited !== null, parent: item.inherited, onChange }
  return (
    <>
      <div className="tb-row">
        <h2>{shownText(service['name'], english)}</h2>
        {about.kind === 'matters' && <Link href={paths.workbenchDesign({ design: design.id }, { part: 'services' })}>{t('designs.service2.back')}</Link>}
        <Link href={paths.workbenchDesign({ design: design.id }, { part: 'source', file: item.file })}>{t('designs.service2.source')}</Link>
      </div>
      <fieldset className="designs-form tb-stack" disabled={design.readOnly}>
        <legend className="tb-hidden">{shownText(service['name'], english)}</legend>
        <TextsCard {...props} />
        <LimitsCard {...props} />
        <FeeCard {...props} />
        <ListingCard {...props} />
        <ServiceFieldsCard {...props} />
        <RequirementsCard {...props} />
        <EvidenceCard {...props} />
        <HandlingCard {...props} />
        <ResultCard {...props} />
        {stringIn(service, 'decision') === 'automatic' && <OutcomeTableCard design={design} service={service} />}
      </fieldset>
    </>
  )
}

const texts = ['name', 'summary', 'guide'] as const
const rows = { name: undefined, summary: 2, guide: 8 } as const

function TextsCard({ service, onChange }: ServiceProps) {
  const t = useT()
  return (
    <Card title={t('designs.texts.title')}>
      <div className="tb-stack">
        {texts.map((key) => <TextPair key={key} label={t(`designs.service2.${key}`)} value={service[key]} {...(rows[key] === undefined ? {} : { rows: rows[key] })} onChange={(value) => onChange({ ...service, [key]: value ?? '' }, key)} />)}
        <div className="designs-pair">
          <NumberInput label={t('designs.service2.trips')} hint={t('designs.service2.tripsHint')} whole value={numberIn(service, 'trips') ?? 1} onChange={(value) => { if (value !== undefined) onChange(withKey(service, 'trips', value), 'trips') }} />
          <RadioGroup label={t('designs.service2.decision')} inline value={stringIn(service, 'decision')} onChange={(value) => onChange({ ...service, decision: value })} options={[{ value: 'automatic', label: t('designs.service2.automatic') }, { value: 'manual', label: t('designs.service2.manual') }]} />
        </div>
      </div>
    </Card>
  )
}
