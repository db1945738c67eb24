// One request for access: what is asked and why, what was given, what happened, what can be done now.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { forStaff } from '../../for-staff.ts'
import { requestQuery, type AccessRequest } from './queries.ts'
import { RequestWork } from './RequestWork.tsx'
import { DueChip, StateChip } from './Views.tsx'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(requestQuery(params['request'] ?? '')))

export const title = (one: AccessRequest | null) => (one ? t('data-sharing.one.of', { asker: textNow(one.askerName), name: textNow(one.resourceTitle) }) : t('data-sharing.requests.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: one } = useSuspenseQuery(requestQuery(useParams()['request'] ?? ''))
  return (
    <div className="tb-page sharing-page">
      <p><Link href={paths.workbenchAccessRequests()}>{t('data-sharing.backToRequests')}</Link></p>
      <div className="tb-columns">
        <header>
          <div className="tb-row">
            <h1>{t('data-sharing.one.of', { asker: textIn(one.askerName), name: textIn(one.resourceTitle) })}</h1>
            <StateChip state={one.state} />
            <DueChip one={one} />
          </div>
          <p className="tb-muted">{one.number} · {textIn(one.ownerName)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('data-sharing.one.work')}><RequestWork key={one.revision} one={one} /></aside>
        <div className="tb-stack">
          <What one={one} />
          <Wanted one={one} />
          <History one={one} />
        </div>
      </div>
    </div>
  )
}

function What({ one }: { one: AccessRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const limits = [one.perDay === null ? t('data-sharing.one.noLimit') : t('data-sharing.one.limit', { n: format.number(one.perDay) }), one.until === null ? t('data-sharing.one.open') : t('data-sharing.one.until', { day: format.date(one.until) }), t(one.batch ? 'data-sharing.one.batch' : 'data-sharing.one.single')]
  return (
    <Card title={t('data-sharing.one.what')}>
      <KeyValue
        items={[
          { id: 'resource', label: t('data-sharing.resource'), value: <Link href={paths.workbenchResource({ resource: one.resource })}>{textIn(one.resourceTitle)}</Link> },
          { id: 'for', label: t('data-sharing.one.forService'), value: one.serviceName ? textIn(one.serviceName) : t('data-sharing.one.forAuthority') },
          { id: 'purpose', label: t('data-sharing.request.purpose'), value: one.purpose },
          { id: 'law', label: t('data-sharing.request.law'), value: `《${one.legalBasis.title}》${one.legalBasis.article ?? ''}` },
          { id: 'limits', label: t('data-sharing.one.asked'), value: limits.join(' · ') },
        ]}
      />
    </Card>
  )
}

function Wanted({ one }: { one: AccessRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<AccessRequest['wanted'][number]>[] = [
    { key: 'name', header: t('data-sharing.fields'), cell: (field) => <>{textIn(field.title)} <code className="sharing-code">{field.name}</code></> },
    { key: 'class', header: t('data-sharing.class'), cell: (field) => t(`data-sharing.classes.${field.class}`) },
    ...(one.granted === null ? [] : [{ key: 'given', header: t('data-sharing.one.given'), cell: (field: AccessRequest['wanted'][number]) => <Chip tone={field.granted ? 'success' : 'neutral'}>{t(field.granted ? 'data-sharing.one.yes' : 'data-sharing.one.no')}</Chip> }]),
    { key: 'note', header: t('data-sharing.note'), cell: (field) => (field.shared ? '' : t('data-sharing.one.gone')) },
  ]
  return <Card title={t('data-sharing.one.fields')}><Table caption={t('data-sharing.one.fields')} rows={one.wanted} rowKey={({ name }) => name} columns={columns} /></Card>
}

function History({ one }: { one: AccessRequest }) {
  const t = useT()
  return (
    <Card title={t('data-sharing.one.history')}>
      <Timeline label={t('data-sharing.one.history')} items={one.events.toReversed().map(({ action, by, at, text }, index) => ({ id: `${index}`, dateTime: at, time: formatMoment(at, thisYear()), text: t(`data-sharing.one.actions.${action}`, { who: by || t('data-sharing.one.system') }), ...(text ? { detail: text } : {}) }))} />
    </Card>
  )
}
