// One licence or other result: number, authority, validity, standing, and what can be done about it now, or why not.
// Changing and extending begin a draft with everything taken over.
import { useNavigate } from 'react-router'
import { ApiFailure, api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { daysUntil, isSoon, reasonDay } from './licence-view.ts'
import type { OwnResult, Way } from './queries.ts'

const tones = { valid: 'success', corrected: 'success', revoked: 'danger', cancelled: 'danger', replaced: 'neutral', expired: 'danger' } as const

export function LicenceCard({ result }: { result: OwnResult }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { number, authorityName, issuedAt, validUntil, edition, standing, inForce, pending, applicationId, id } = result
  return (
    <Card title={textIn(result.name)} aside={<Chip tone={tones[standing]}>{t(`licences.standing.${standing}`)}</Chip>}>
      <div className="tb-stack">
        <p>
          {t('licences.number', { number })}{edition > 1 && ` · ${t('licences.edition', { n: edition })}`}<br />
          <span className="tb-muted">{t('licences.by', { authority: textIn(authorityName), date: format.date(plainDateOf(issuedAt)) })}</span>
        </p>
        <p>{validUntil ? t('licences.validUntil', { date: format.date(validUntil) }) : t('licences.forGood')}</p>
        {inForce && validUntil && isSoon(validUntil) && <Notice compact tone="attention">{t('licences.soon', { n: daysUntil(validUntil) })}</Notice>}
        {pending && <Notice compact tone="azure">{t('licences.pending')}</Notice>}
        {!pending && result.ways.map((way) => <WayTo key={way.service} way={way} result={result} />)}
        <div className="tb-row">
          <LinkButton variant="quiet" href={paths.applicationResult({ application: applicationId, result: id })}>{t('licences.open')}</LinkButton>
          {pending && <LinkButton variant="quiet" href={paths.applications()}>{t('licences.follow')}</LinkButton>}
        </div>
      </div>
    </Card>
  )
}

function WayTo({ way, result }: { way: Way; result: OwnResult }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const navigate = useNavigate()
  const start = useChange(
    () => api('startAmendment', { params: { id: result.id }, body: { service: way.service } }),
    ({ application }) => void navigate(paths.apply({ application })),
  )
  if (!way.possible) {
    const day = reasonDay(way)
    // What has ended or is under way is said once, above.
    if (!day || !way.because) return null
    return <p className="tb-muted">{way.because === 'early' ? t('licences.because.early', { date: format.date(day) }) : t('licences.because.late', { date: format.date(day) })}</p>
  }
  const other = draftIn(start.error)
  return (
    <div className="tb-stack">
      <div><Button variant={way.way === 'extend' ? 'primary' : 'ghost'} busy={start.isPending} aria-label={`${t(`licences.way.${way.way}`)}：${textIn(result.name)}`} onClick={() => start.mutate()}>{t(`licences.way.${way.way}`)}</Button></div>
      {way.way === 'extend' && way.timelyUntil && <p className="tb-muted">{t('licences.timely', { date: format.date(way.timelyUntil) })}</p>}
      {start.error !== null && (
        <Notice tone="danger" live="assertive" actions={other !== undefined && <LinkButton variant="ghost" href={paths.apply({ application: other })}>{t('licences.openDraft')}</LinkButton>}>
          {other !== undefined ? t('licences.draft') : (messageOf(start.error) ?? t('licences.failed'))}
        </Notice>
      )}
    </div>
  )
}

/** The draft that is in the way, if that is why it was refused. */
function draftIn(error: unknown): string | undefined {
  const details = error instanceof ApiFailure ? error.details : undefined
  return typeof details === 'object' && details !== null && 'application' in details && typeof details.application === 'string' ? details.application : undefined
}
