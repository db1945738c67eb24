// How somebody else can follow the application: the page that needs its number and the last digits of the phone.
// The link carries the number only.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'

export function ShareCard({ number }: { number: string }) {
  const t = useT()
  return (
    <Card title={t('applications.share.title')}>
      <p>{t('applications.share.text')}</p>
      <p className="applications-share"><Link href={paths.progress({}, { number })}>{t('applications.share.open')}</Link></p>
    </Card>
  )
}
