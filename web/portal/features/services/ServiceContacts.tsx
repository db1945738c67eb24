// The authorities that handle a service and their telephone numbers, ready to dial; many are folded up.
// The hotline stands first: it knows all of them.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { ServiceGuide } from './queries.ts'

const shownAtFirst = 3

export function ServiceContacts({ authorities }: { authorities: ServiceGuide['authorities'] }) {
  const t = useT()
  const textIn = useTextIn()
  const [all, setAll] = useState(false)
  const isMany = authorities.length > shownAtFirst
  return (
    <Card title={t('services.guide.contacts')}>
      <ul className="guide-phones">
        <li>
          <span>{t('services.guide.hotline')}</span>
          <a href="tel:12345">12345</a>
        </li>
        {(!isMany || all) && authorities.map(({ line, region, shortName, phone, address }) => (
          <li key={`${line}${region}`}>
            <span>
              {textIn(shortName)}
              {address && <small>{textIn(address)}</small>}
            </span>
            {phone && <a href={`tel:${phone}`}>{phone}</a>}
          </li>
        ))}
      </ul>
      {isMany && (
        <Button variant="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('services.guide.hideAuthorities') : t('services.guide.showAuthorities', { n: authorities.length })}
        </Button>
      )}
    </Card>
  )
}
