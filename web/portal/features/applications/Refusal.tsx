// A decision against the person: its reasons, and every way that is open now.
// Administrative Reconsideration Law Art. 20 (60 days), Administrative Litigation Law Art. 46 (six months).
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { TrackedCase } from './queries.ts'

export function Refusal({ one, matter }: { one: TrackedCase; matter: string }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Notice tone="danger" title={t('applications.refusal.title', { authority: textIn(one.authorityName) })}>
      <p className="applications-reasons">{one.reasons}</p>
      <p>
        <b>{t('applications.refusal.ways')}</b>
      </p>
      <ul className="applications-ways">
        <li>{one.authorityPhone ? <>{t('applications.refusal.ask')} <a href={`tel:${one.authorityPhone}`}>{one.authorityPhone}</a></> : t('applications.refusal.askHotline')}</li>
        <li>
          {t('applications.refusal.again')} <Link href={paths.matter({ matter })}>{t('applications.refusal.againLink')}</Link>
        </li>
        <li>{t('applications.refusal.reconsideration')}</li>
        <li>{t('applications.refusal.court')}</li>
      </ul>
    </Notice>
  )
}
