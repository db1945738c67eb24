// The accessibility statement: what works for whom, and where to complain when it does not.
// Static; the shortest example of a page.
import { t, useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'

export const title = () => t('accessibility.title')

const sections = ['keyboard', 'screenReader', 'elder', 'colour', 'time', 'feedback'] as const

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <h1>{t('accessibility.title')}</h1>
      <p>{t('accessibility.lead')}</p>
      {sections.map((section) => (
        <Card key={section} title={t(`accessibility.${section}.title`)}>
          <p>{t(`accessibility.${section}.text`)}</p>
        </Card>
      ))}
    </div>
  )
}
