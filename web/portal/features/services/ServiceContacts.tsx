// The authorities that handle a service and their telephone numbers, ready to dial; many are folded up.
// The hotline stands first: it knows all of them, and takes complaints where the service names no other number.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { ServiceGuide } from './queries.ts'

const shownAtFirst = 3

type Contact = ServiceGuide['listing']['consult']

export function ServiceContacts({ service, authorities, listing: { consult, complaint } }: Pick<ServiceGuide, 'service' | 'authorities' | 'listing'>) {
  const t = useT()
  const textIn = useTextIn()
  const [all, setAll] = useState(false)
  const isMany = authorities.length > shownAtFirst
  return (
    <Card id="contacts" title={t('services.guide.contacts')}>
      <ul className="guide-phones">
        {consult.phone === complaint.phone ? (
          <Number label={t('services.listing.consultAndComplain')} contact={consult} />
        ) : (
          <>
            <Number label={t('services.listing.consult')} contact={consult} />
            <Number label={t('services.listing.complaint')} contact={complaint} />
          </>
        )}
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
      <LinkButton href={paths.assistant({}, { about: `service:${service.id}` })} variant="ghost" block>{t('services.guide.ask')}</LinkButton>
    </Card>
  )
}

function Number({ label, contact: { phone, url } }: { label: string; contact: Contact }) {
  const t = useT()
  return (
    <li>
      <span>
        {label}
        {phone === '12345' && <small>{t('services.guide.hotline')}</small>}
        {url && <small><a href={url} rel="noreferrer">{t('services.listing.write')}</a></small>}
      </span>
      <a href={`tel:${phone}`}>{phone}</a>
    </li>
  )
}
