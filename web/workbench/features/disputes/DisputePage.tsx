// One record a resident says is wrong: both values, why, the proof, what happened; and the answer.
// The resident is told what is answered here; whether the registry shows it is looked up afterwards.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading } from '../../../ui/States.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { AnswerForm } from './AnswerForm.tsx'
import { disputeQuery, type StaffDispute } from './queries.ts'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(disputeQuery(params['dispute'] ?? '')))

export const title = (one: StaffDispute | null) => (one ? t('dispute-desk.one.title', { name: one.conceptName }) : t('dispute-desk.title'))

export function Component() {
  const t = useT()
  const format = useFormat()
  const { dispute = '' } = useParams()
  const { data: one } = useQuery(disputeQuery(dispute))
  if (!one) return <Loading />
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p><LinkButton variant="ghost" href={paths.workbenchDisputes()}>{t('dispute-desk.one.back')}</LinkButton></p>
        <h1>{t('dispute-desk.one.title', { name: one.conceptName })}</h1>
        <p className="tb-row">
          <Chip>{t(`dispute-desk.states.${one.state}`)}</Chip>
          {!one.ended && one.dueOn !== null && <span className="tb-muted">{t('dispute-desk.columns.due')} {format.date(one.dueOn)}</span>}
          {one.urgency !== 'calm' && <Chip tone={one.urgency === 'late' ? 'danger' : 'warning'}>{t(`dispute-desk.urgency.${one.urgency}`)}</Chip>}
        </p>
      </header>
      <Card>
        <KeyValue
          lines
          items={[
            { id: 'registry', label: t('dispute-desk.columns.registry'), value: `${one.registryName} · ${one.authorityName}` },
            { id: 'person', label: t('dispute-desk.one.person'), value: one.personName },
            { id: 'number', label: t('dispute-desk.one.idNumber'), value: one.idNumber },
            { id: 'recorded', label: t('dispute-desk.one.recorded'), value: one.recorded ?? <span className="tb-muted">{t('dispute-desk.one.unknown')}</span> },
            { id: 'claimed', label: t('dispute-desk.one.claimed'), value: <b>{one.claimed}</b> },
            ...(one.corrected === null ? [] : [{ id: 'corrected', label: t('dispute-desk.one.corrected'), value: <Corrected one={one} /> }]),
            { id: 'explanation', label: t('dispute-desk.one.explanation'), value: one.explanation },
            {
              id: 'files', label: t('dispute-desk.one.files'),
              value: one.files.length === 0 ? <span className="tb-muted">{t('dispute-desk.one.noFiles')}</span> : <span className="tb-row">{one.files.map((file) => <Link key={file.id} href={addressOf('getDisputeFile', { id: one.id, file: file.id })}>{file.name}</Link>)}</span>,
            },
          ]}
        />
      </Card>
      <AnswerForm key={one.revision} one={one} />
      <Card title={t('dispute-desk.one.history')}>
        <Timeline
          label={t('dispute-desk.one.history')}
          items={one.history.map(({ action, at, byName, reasons }, index) => ({
            id: String(index), dateTime: at, time: formatMoment(at, thisYear()), text: [byName, t(`dispute-desk.actions.${action}`)].filter(Boolean).join(' · '), ...(reasons === null ? {} : { detail: reasons }),
          }))}
        />
      </Card>
      <SignedOutDialog />
    </div>
  )
}

function Corrected({ one }: { one: StaffDispute }) {
  const t = useT()
  return (
    <>
      <b>{one.corrected}</b>
      <span className="tb-muted"> {one.shownAt !== null ? t('dispute-desk.one.shown', { time: formatMoment(one.shownAt, thisYear()) }) : one.entry === null ? '' : t(`dispute-desk.one.entry.${one.entry}`)}</span>
    </>
  )
}
