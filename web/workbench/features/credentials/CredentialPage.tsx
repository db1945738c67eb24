// One e-licence: what it says, whether it holds, and to suspend, resume or revoke it. That somebody looked is kept.
// Values bystanders should not read along are shown when asked for. What cannot be done now stands there and says why.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { personIn, sessionQuery } from '../../../shared/SessionProvider.tsx'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading, NoPermission } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { ChangeDialog, changes, type Change } from './ChangeDialog.tsx'
import './credentials.css'
import { credentialQuery, decides, standingTones, type IssuedCredential } from './queries.ts'

export const loader = forStaff(async ({ params }) =>
  decides(personIn(await queryClient.ensureQueryData(sessionQuery))?.roles) ? queryClient.fetchQuery({ ...credentialQuery(params['credential'] ?? ''), staleTime: 0 }) : null)

export const title = (one: IssuedCredential | null) => (one ? textNow(one.name) : t('credential-desk.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { person } = useSession()
  const may = decides(person?.roles)
  const { data: one } = useQuery({ ...credentialQuery(useParams()['credential'] ?? ''), enabled: may })
  if (!may) return <NoPermission level={1} action={<Link href={paths.workbenchCredentials()}>{t('credential-desk.title')}</Link>} />
  if (!one) return <Loading />
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p className="credential-back"><Link href={paths.workbenchCredentials()}>{t('credential-desk.one.back')}</Link></p>
        <h1>{textIn(one.name)}</h1>
        <p className="tb-row">
          <Chip tone={standingTones[one.standing]}>{t(`credential-desk.standings.${one.standing}`)}</Chip>
          <span className="credential-number">{one.number}</span>
        </p>
      </header>
      {one.because !== null && <Notice compact tone="warning">{t('credential-desk.one.because', { reasons: one.because })}</Notice>}
      <Says one={one} />
      <Changing one={one} />
      <SignedOutDialog />
    </div>
  )
}

function Says({ one }: { one: IssuedCredential }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [revealed, setRevealed] = useState(false)
  const valueOf = ({ value, word }: IssuedCredential['claims'][number]): string => {
    if (word !== null) return textIn(word)
    if (typeof value === 'boolean') return t(value ? 'credential-desk.yes' : 'credential-desk.no')
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : String(value ?? '')
  }
  const claims = one.claims.filter(({ value, derived }) => value !== null && !derived)
  return (
    <Card title={t('credential-desk.one.says')} aside={claims.some(({ masked }) => masked) && <Button variant="plain" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>{t(revealed ? 'credential-desk.one.hide' : 'credential-desk.one.reveal')}</Button>}>
      <div className="tb-stack">
        <KeyValue
          lines
          items={[
            ...claims.map((claim) => ({ id: claim.id, label: textIn(claim.name), value: claim.masked && !revealed ? <span className="tb-muted">{t('credential-desk.one.masked')}</span> : valueOf(claim) })),
            { id: 'of-issuer', label: t('credential-desk.columns.issuer'), value: textIn(one.issuer.name) },
            { id: 'of-issued', label: t('credential-desk.columns.issued'), value: formatMoment(one.issuedAt, thisYear()) },
            { id: 'of-until', label: t('credential-desk.columns.until'), value: one.validUntil === null ? t('credential-desk.forGood') : format.date(one.validUntil) },
            { id: 'of-edition', label: t('credential-desk.one.edition'), value: t('credential-desk.one.editionNumber', { n: one.edition }) },
            { id: 'of-origin', label: t('credential-desk.one.origin'), value: t(`credential-desk.origins.${one.origin}`) },
          ]}
        />
        <p className="tb-muted">{t('credential-desk.one.kept')}</p>
      </div>
    </Card>
  )
}

function Changing({ one }: { one: IssuedCredential }) {
  const t = useT()
  const [asking, setAsking] = useState<Change>()
  return (
    <Card title={t('credential-desk.change.title')}>
      <div className="tb-row credential-changes">
        {changes.map((each) => (
          <Button key={each} variant={each === 'revoke' ? 'danger' : 'ghost'} disabledReason={one.actions.includes(each) ? undefined : t(`credential-desk.change.because.${one.standing}`)} onClick={() => setAsking(each)}>
            {t(`credential-desk.change.${each}`)}
          </Button>
        ))}
      </div>
      {asking && <ChangeDialog one={one} action={asking} onClose={() => setAsking(undefined)} />}
    </Card>
  )
}
