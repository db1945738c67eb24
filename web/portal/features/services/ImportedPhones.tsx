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
      <Numbers title={t('services.imported.consult')} contact={consult} none={t('services.imported.phonesNone')} />
      {(complaint.phones.length > 0 || complaint.unreadable.length > 0) && <Numbers title={t('services.imported.complaint')} contact={complaint} />}
    </Card>
  )
}

function Numbers({ title, contact: { phones, unreadable }, none }: { title: string; contact: Contact; none?: string }) {
  const t = useT()
  return (
    <>
      <h3 className="guide-phones-title">{title}</h3>
      {phones.length === 0 && none && (
        <p className="tb-muted">
          {none} <a className="guide-phone" href="tel:12345">12345</a>
        </p>
      )}
      <ul className="guide-phones">
        {phones.map(({ number, extension, label }) => (
          <li key={`${number}${extension}`}>
            <span lang="zh-CN">
              {label}
              {extension && <small>{t('services.imported.extension', { n: extension })}</small>}
            </span>
            <a href={phoneLink(number)}>{number}</a>
          </li>
        ))}
        {unreadable.map((words) => (
          <li key={words}>
            <span lang="zh-CN">{t('services.imported.unreadable', { text: words })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
