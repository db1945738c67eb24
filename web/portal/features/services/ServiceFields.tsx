// What the form of a service asks when it is applied for alone; the first names, all on demand.
// Marks say which are only asked sometimes, may stay empty or are worked out.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { ServiceGuide } from './queries.ts'

type Field = ServiceGuide['fields'][number]

const shownAtFirst = 8

export function ServiceFields({ fields }: { fields: readonly Field[] }) {
  const t = useT()
  const textIn = useTextIn()
  const [all, setAll] = useState(false)
  if (fields.length === 0) return null
  const shown = all ? fields : fields.slice(0, shownAtFirst)
  const toggle = fields.length > shownAtFirst && (
    <Button variant="plain" aria-expanded={all} aria-controls="guide-fields" onClick={() => setAll(!all)}>
      {all ? t('services.guide.fieldsFewer') : t('services.guide.fieldsAll')}
    </Button>
  )
  return (
    <Card title={t('services.guide.fields')} aside={toggle}>
      <p className="tb-muted">{t('services.guide.fieldsHint', { n: fields.filter(({ derived }) => !derived).length })}</p>
      <ul id="guide-fields" className="guide-fields">
        {shown.map((field) => (
          <li key={field.id}>
            {textIn(field.name)} <Mark field={field} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Mark({ field: { derived, required } }: { field: Field }) {
  const t = useT()
  const mark = derived ? 'derived' : required === 'always' ? undefined : required
  return mark ? <small>{t(`services.guide.fieldMarks.${mark}`)}</small> : null
}
