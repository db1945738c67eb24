// The telephone numbers of an imported service, ready to dial; what is written there and is no number is shown as it is.
// Where there is none, the hotline is.
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { phoneLink } from './phone-link.ts'
import type { ImportedGuide } from './queries.ts'

type Contact = ImportedGuide['consult']

export function ImportedPhones({ guide: { consult, complaint } }: { guide: ImportedGuide }) {
  const t = useT()
  return (
    <Card title={t('services.imported.phones')}>
      <ul className="guide-phones">
        <Numbers title={t('services.imported.consult')} contact={consult} />
        {consult.phones.length === 0 && (
          <li>
            <span className="tb-muted">{t('services.imported.phonesNone')}</span>
            <a href="tel:12345">12345</a>
          </li>
        )}
        <Numbers title={t('services.imported.complaint')} contact={complaint} />
      </ul>
    </Card>
  )
}

function Numbers({ title, contact: { phones, unreadable } }: { title: string; contact: Contact }) {
  const t = useT()
  return (
    <>
      {phones.map(({ number, extension, label }) => (
        <li key={`${number}${extension}`}>
          <span>
            {title}
            {label && <small lang="zh-CN">{label}</small>}
            {extension && <small>{t('services.imported.extension', { n: extension })}</small>}
          </span>
          <a href={phoneLink(number)}>{number}</a>
        </li>
      ))}
      {unreadable.map((words) => (
        <li key={words}>
          <span>
            {title}
            <small lang="zh-CN">{t('services.imported.unreadable', { text: words })}</small>
          </span>
        </li>
      ))}
    </>
  )
}
