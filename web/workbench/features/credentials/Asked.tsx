// What became of a request: the code while it waits, what was shown once the holder agreed, or that they did not.
// Asked again every few seconds while it is open; what was shown can be read for half an hour.
import { useQuery } from '@tanstack/react-query'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { askedQuery, type AskedRequest } from './queries.ts'

/** `address` is what the QR code holds. */
export type ShownCode = { code: string; address: string }

export function Asked({ id, code }: { id: string; code: ShownCode | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  const { data, error, refetch, isFetching } = useQuery(askedQuery(id))
  if (!data) return error ? <ErrorState onRetry={() => void refetch()} retrying={isFetching} /> : <Loading />
  const { request, shown } = data
  return (
    <div className="tb-stack">
      <div role="status">
        {request.state === 'open' && <Notice tone="azure">{t('credential-desk.asked.open', { time: formatMoment(request.expiresAt, thisYear()) })}</Notice>}
        {request.state === 'declined' && <Notice tone="warning">{t('credential-desk.asked.declined')}</Notice>}
        {request.state === 'ended' && <Notice tone="neutral">{t('credential-desk.asked.ended')}</Notice>}
        {request.state === 'agreed' && shown === null && <Notice tone="neutral">{t('credential-desk.asked.over')}</Notice>}
        {request.state === 'agreed' && shown !== null && <Notice tone={shown.verdict === 'valid' ? 'success' : 'warning'}>{t(shown.verdict === 'valid' ? 'credential-desk.asked.valid' : 'credential-desk.asked.notValid')}</Notice>}
      </div>
      {request.state === 'open' && error !== null && <Notice compact tone="warning">{t('credential-desk.asked.unreached')}</Notice>}
      {request.state === 'open' && code && (
        <Card title={t('credential-desk.asked.scan')}>
          <div className="credential-code"><QrCode value={code.address} label={t('credential-desk.asked.alt')} /></div>
          <p className="tb-muted">{t('credential-desk.asked.scanHint')}</p>
        </Card>
      )}
      {shown !== null && <Shown shown={shown} />}
      <Card title={t('credential-desk.asked.request')}>
        <KeyValue
          lines
          items={[
            { id: 'type', label: t('credential-desk.columns.name'), value: textIn(request.typeName) },
            { id: 'claims', label: t('credential-desk.ask.claims'), value: request.claims.map(({ name }) => textIn(name)).join(t('credential-desk.separator')) },
            { id: 'purpose', label: t('credential-desk.ask.purpose'), value: request.purpose },
            { id: 'legalBasis', label: t('credential-desk.ask.legalBasis'), value: request.legalBasis },
          ]}
        />
      </Card>
      <div><LinkButton variant="ghost" href={paths.workbenchCredentialAsk()}>{t('credential-desk.asked.again')}</LinkButton></div>
    </div>
  )
}

function Shown({ shown }: { shown: NonNullable<AskedRequest['shown']> }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card tone="success" title={t('credential-desk.asked.shown')}>
      <KeyValue
        lines
        items={[
          ...shown.claims.map(({ id, name, text }) => ({ id, label: textIn(name), value: text })),
          ...(shown.issuer === null ? [] : [{ id: 'of-issuer', label: t('credential-desk.columns.issuer'), value: textIn(shown.issuer) }]),
          { id: 'of-until', label: t('credential-desk.columns.until'), value: shown.validUntil === null ? t('credential-desk.forGood') : format.date(shown.validUntil) },
          ...(shown.shownBy === null ? [] : [{ id: 'of-shown-by', label: t('credential-desk.asked.shownBy'), value: shown.shownBy }]),
        ]}
      />
      <p className="tb-muted">{t('credential-desk.asked.kept')}</p>
    </Card>
  )
}
