// Where somebody who would rather go in person finds a window, near the place they spoke of.
// Nothing is shown where the region lists no halls.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import type { Guided } from './queries.ts'

export function Halls({ halls }: Pick<Guided, 'halls'>) {
  const t = useT()
  const textIn = useTextIn()
  if (halls.length === 0) return null
  return (
    <Card title={t('guidance.halls.title')}>
      <p className="tb-muted">{t('guidance.halls.hint')}</p>
      <ul className="guidance-halls">
        {halls.map(({ id, name, address, hours, phone }) => (
          <li key={id}>
            <b>{textIn(name)}</b>
            {address && <span>{textIn(address)}</span>}
            {hours && <span className="tb-muted">{textIn(hours)}</span>}
            {phone && <a href={`tel:${phone}`}>{t('guidance.halls.call')} {phone}</a>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
