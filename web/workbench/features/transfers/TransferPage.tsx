// One hand-over: what is to be done, what was signed and whether it still holds, both clocks, who has had it, what differs in the two places.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ChainTimeline } from '../../../shared/ChainTimeline.tsx'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { forStaff } from '../../for-staff.ts'
import { DueChip, StateChip } from './DueChip.tsx'
import { differencesQuery, transferQuery, type Transfer } from './queries.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { TransferWork } from './TransferWork.tsx'
import './transfers.css'

export const loader = forStaff(async ({ params }) => queryClient.fetchQuery(transferQuery(params['transfer'] ?? '')))

export const title = (one: Transfer | null) => (one ? t('transfer-desk.of', { matter: textNow(one.matterName), applicant: one.applicant }) : t('transfer-desk.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: one } = useSuspenseQuery(transferQuery(useParams()['transfer'] ?? ''))
  return (
    <div className="tb-page">
      <p><Link href={paths.workbenchTransfers()}>{t('transfer-desk.back')}</Link></p>
      <div className="tb-columns">
        <header>
          <div className="tb-row">
            <h1>{t('transfer-desk.of', { matter: textIn(one.matterName), applicant: one.applicant })}</h1>
            <StateChip state={one.state} />
            <DueChip one={one} />
          </div>
          <p className="tb-muted">{one.number} · {textIn(one.hall)} → {textIn(one.authorityName)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('transfer-desk.work')}>
          <TransferWork key={one.revision} one={one} />
          <Clocks one={one} />
        </aside>
        <div className="tb-stack">
          <SignedCard one={one} />
          {one.chains.map((chain) => <Card key={chain.case} title={t('cross-region.chain.of', { name: textIn(chain.name) })}><ChainTimeline chain={chain} label={t('cross-region.chain.of', { name: textIn(chain.name) })} /></Card>)}
          <Differences one={one} />
          <History one={one} />
        </div>
      </div>
    </div>
  )
}

function Clocks({ one }: { one: Transfer }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [hall, authority] = [textIn(one.hall), textIn(one.authorityName)]
  const running = one.chains.flatMap(({ links }) => links).find(({ until, holder, dueOn, lawfulOn }) => until === null && holder === 'authority' && (dueOn !== null || lawfulOn !== null))
  const day = (on: string | null): string => (on === null ? t('transfer-desk.noDay') : format.day(on))
  return (
    <Card title={t('transfer-desk.clocks.title')}>
      <KeyValue
        items={[
          { id: 'hand', label: t('transfer-desk.clocks.hand', { place: hall }), value: day(one.handOverBy) },
          ...(one.receiptBy === null ? [] : [{ id: 'receipt', label: t('transfer-desk.clocks.receipt', { place: authority }), value: day(one.receiptBy) }]),
          { id: 'law', label: t('transfer-desk.clocks.law', { place: authority }), value: running ? `${t('cross-region.chain.dueOn', { day: day(running.dueOn) })} · ${t('cross-region.chain.lawfulOn', { day: day(running.lawfulOn) })}` : t('transfer-desk.clocks.notYet') },
        ]}
      />
      <p className="tb-muted">{t('transfer-desk.clocks.lawText')}</p>
    </Card>
  )
}

function SignedCard({ one }: { one: Transfer }) {
  const t = useT()
  const format = useFormat()
  const { signed } = one
  const documents = signed?.documents ?? one.documents
  return (
    <Card title={t('transfer-desk.signed.title')}>
      <div className="tb-stack">
        {!signed && <p className="tb-muted">{t('transfer-desk.signed.not')}</p>}
        {signed && <Notice tone={signed.intact ? 'success' : 'danger'} compact>{signed.intact ? t('transfer-desk.signed.intact') : t('transfer-desk.signed.broken', { faults: format.list(signed.faults.map((fault) => t(`transfer-desk.signed.faults.${fault}`))) })}</Notice>}
        {signed && <p>{t('transfer-desk.signed.by', { name: signed.by, at: formatMoment(signed.at, thisYear()), n: signed.edition })}{signed.remark && `：${signed.remark}`}</p>}
        <div>
          <h3>{t('transfer-desk.signed.documents', { n: documents.length })}</h3>
          <ul>{documents.map(({ digest, name, case: number }) => <li key={`${number} ${digest}`}>{name}<br /><span className="tb-muted transfers-digest">SHA-256 {digest}</span></li>)}</ul>
        </div>
        {signed && (
          <div>
            <h3>{t('transfer-desk.signed.originals')}</h3>
            {signed.originals.length === 0 ? <p className="tb-muted">{t('transfer-desk.signed.noOriginals')}</p> : <ul>{signed.originals.map(({ name, count }) => <li key={name}>{name} × {count}</li>)}</ul>}
            {signed.parcel && <p>{t('transfer-desk.signed.parcel', signed.parcel)}</p>}
            <p className="tb-muted transfers-digest">{t('transfer-desk.signed.digest')} {signed.digest}</p>
          </div>
        )}
      </div>
    </Card>
  )
}

/** What the place it is for asks otherwise than the place that took it in, service by service. */
function Differences({ one }: { one: Transfer }) {
  const services = [...new Set(one.services)]
  return services.map((service) => <ServiceDifferences key={service} one={one} service={service} />)
}

function ServiceDifferences({ one, service }: { one: Transfer; service: string }) {
  const t = useT()
  const { data } = useQuery(differencesQuery(one.fromRegion, one.toRegion, service))
  const [compared] = data?.services ?? []
  if (!compared || compared.differences.length === 0) return null
  return <Card title={t('transfer-desk.differences')}><DifferenceList one={compared} here={one.fromRegion} there={one.toRegion} /></Card>
}

function History({ one }: { one: Transfer }) {
  const t = useT()
  return (
    <Card title={t('transfer-desk.history')}>
      <Timeline label={t('transfer-desk.history')} items={one.events.toReversed().map(({ action, by, at, text, turn, days }, index) => ({ id: `${index}`, dateTime: at, time: formatMoment(at, thisYear()), text: turn === null ? t(`transfer-desk.actions.${action}`, { who: by, n: days ?? 0 }) : t(`transfer-desk.turns.${turn}`), ...(text ? { detail: text } : {}) }))} />
    </Card>
  )
}
