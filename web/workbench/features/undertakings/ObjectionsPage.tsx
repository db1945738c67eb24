// Broken promises on record that somebody objects to or wants repaired, the longest waiting first; each leads to where it is answered.
// For those who decide on promises.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { objectionsQuery, type Objection } from './queries.ts'
import './undertakings.css'

export const loader = forStaff(() => queryClient.ensureQueryData(objectionsQuery))

export const title = () => t('undertakings-desk.objections.title')

/** The words of the last time its subject spoke. */
const lastSaid = ({ answers }: Objection): string => answers.findLast(({ mine }) => mine)?.text ?? ''

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data: entries } = useSuspenseQuery(objectionsQuery)
  const columns: Column<Objection>[] = [
    { key: 'document', header: t('undertakings-desk.document'), cell: (one) => <Link href={paths.workbenchUndertaking({ undertaking: one.undertaking })}>{textIn(one.documentName)}</Link> },
    { key: 'applicant', header: t('undertakings-desk.applicant'), cell: (one) => one.applicant },
    { key: 'service', header: t('undertakings-desk.service'), cell: (one) => textIn(one.serviceName) },
    { key: 'asks', header: t('undertakings-desk.objections.asks'), cell: (one) => <Chip tone="warning">{t(one.state === 'repairing' ? 'undertakings-desk.objections.repair' : 'undertakings-desk.objections.object')}</Chip> },
    { key: 'said', header: t('undertakings-desk.objections.said'), cell: (one) => lastSaid(one) },
    { key: 'recorded', header: t('undertakings-desk.objections.recorded'), cell: (one) => t('undertakings-desk.objections.period', { from: format.date(one.recordedOn), until: format.date(one.untilOn) }) },
  ]
  return (
    <div className="tb-page tb-stack undertakings-page">
      <header>
        <h1>{t('undertakings-desk.objections.title')}</h1>
        <p className="tb-muted">{t('undertakings-desk.objections.lead')}</p>
        <p><Link href={paths.workbenchUndertakings()}>{t('undertakings-desk.title')}</Link></p>
      </header>
      <Table caption={t('undertakings-desk.objections.title')} rows={entries} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" title={t('undertakings-desk.objections.empty')} />} />
    </div>
  )
}
