// The inputs of an edition: name and content, how it is shared, who answers for it, field by field.
import { useT } from '../../../shared/i18n/store.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { fieldClasses, gradings, rhythms } from './edition.ts'
import { sharingTypes, type Content } from './queries.ts'

type Props = { content: Content; onChange: (content: Content) => void }

const oneOf = <Value extends string>(values: readonly Value[], text: string, otherwise: Value): Value => values.find((value) => value === text) ?? otherwise

export function EditionFields({ content, onChange }: Props) {
  const t = useT()
  const set = (change: Partial<Content>) => onChange({ ...content, ...change })
  const { title, about, sharing, officer, legalBasis } = content
  return (
    <>
      <Card title={t('data-sharing.facts')}>
        <div className="tb-stack">
          <TextInput label={t('data-sharing.write.name')} required maxLength={100} value={title['zh-CN']} onChange={(text) => set({ title: { ...title, 'zh-CN': text } })} />
          <TextInput label={t('data-sharing.write.nameEn')} maxLength={100} value={title.en ?? ''} onChange={(en) => set({ title: { ...title, en } })} />
          <TextArea label={t('data-sharing.write.about')} rows={3} limit={1000} value={about['zh-CN']} onChange={(text) => set({ about: { ...about, 'zh-CN': text } })} />
          <RadioGroup label={t('data-sharing.sharing')} inline value={sharing.type} onChange={(type) => set({ sharing: { ...sharing, type: oneOf(sharingTypes, type, 'conditional') } })} options={sharingTypes.map((type) => ({ value: type, label: t(`data-sharing.sharingTypes.${type}`) }))} />
          <TextArea label={t('data-sharing.write.sharingReason')} required={sharing.type === 'none'} rows={2} limit={1000} value={sharing.reason} onChange={(reason) => set({ sharing: { ...sharing, reason } })} />
          <Select label={t('data-sharing.rhythm')} required value={content.rhythm} onChange={(rhythm) => set({ rhythm: oneOf(rhythms, rhythm, 'irregular') })} options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`data-sharing.rhythms.${rhythm}`) }))} />
          <Select label={t('data-sharing.grading')} required value={content.grading} onChange={(grading) => set({ grading: oneOf(gradings, grading, 'general') })} options={gradings.map((grading) => ({ value: grading, label: t(`data-sharing.gradings.${grading}`) }))} />
          <TextInput label={t('data-sharing.write.officerName')} required width="medium" maxLength={50} value={officer?.name ?? ''} onChange={(name) => set({ officer: name === '' && !officer?.phone ? null : { name, phone: officer?.phone ?? '' } })} />
          <TextInput label={t('data-sharing.write.officerPhone')} width="medium" maxLength={30} type="tel" value={officer?.phone ?? ''} onChange={(phone) => set({ officer: { name: officer?.name ?? '', phone } })} />
          <TextInput label={t('data-sharing.write.law')} required maxLength={200} value={legalBasis.title} onChange={(law) => set({ legalBasis: { ...legalBasis, title: law } })} />
          <TextInput label={t('data-sharing.write.article')} width="medium" maxLength={50} value={legalBasis.article ?? ''} onChange={(article) => set({ legalBasis: { ...legalBasis, article } })} />
        </div>
      </Card>
      <FieldsCard content={content} onChange={onChange} />
    </>
  )
}

function FieldsCard({ content, onChange }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { fields } = content
  const put = (at: number, change: Partial<Content['fields'][number]>) => onChange({ ...content, fields: fields.map((field, index) => (index === at ? { ...field, ...change } : field)) })
  return (
    <Card title={t('data-sharing.fields')} aside={t('data-sharing.fieldCount', { n: fields.length })}>
      <div className="tb-stack">
        {/* a field is known by its place while its code is being typed */}
        {[...fields.entries()].map(([at, field]) => (
          <div key={at} className="sharing-field">
            <TextInput label={t('data-sharing.write.fieldName')} required maxLength={100} value={field.title['zh-CN']} onChange={(text) => put(at, { title: { ...field.title, 'zh-CN': text } })} />
            <TextInput label={t('data-sharing.write.fieldCode')} required maxLength={64} value={field.name} onChange={(name) => put(at, { name })} />
            <Select label={t('data-sharing.class')} required value={field.class} onChange={(kind) => put(at, { class: oneOf(fieldClasses, kind, 'restricted') })} options={fieldClasses.map((kind) => ({ value: kind, label: t(`data-sharing.classes.${kind}`) }))} />
            <TextInput label={t('data-sharing.note')} maxLength={300} value={field.note} onChange={(note) => put(at, { note })} />
            <Button variant="ghost" onClick={() => onChange({ ...content, fields: fields.filter((_, index) => index !== at) })}>{t('data-sharing.write.removeField', { name: textIn(field.title) || field.name })}</Button>
          </div>
        ))}
        <div><Button variant="quiet" icon="add" onClick={() => onChange({ ...content, fields: [...fields, { name: '', title: { 'zh-CN': '' }, concepts: [], class: 'restricted', note: '' }] })}>{t('data-sharing.write.addField')}</Button></div>
      </div>
    </Card>
  )
}
