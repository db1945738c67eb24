// What waits for a head, and results whose days are over without extension: two lists that lead to the case where it is decided or proposed.
// Opened from a message, the bar and by its keys.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { currentLanguage, t, useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { moment } from '../cases/moment.ts'
import { forStaff } from '../../for-staff.ts'
import './proposals.css'

type Waiting = Reply<'listProposals'>['proposals'][number]
type Ended = Reply<'listEndedResults'>['results'][number]

const pageQuery = () => ({
  queryKey: ['cases', 'proposals', currentLanguage()],
  queryFn: async () => {
    const [{ proposals }, { results }] = await Promise.all([api('listProposals', { query: { limit: 100 } }), api('listEndedResults', { query: { limit: 100 } })])
    return { proposals, results }
  },
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  staleTime: 5_000,
})

export const loader = forStaff(() => queryClient.ensureQueryData(pageQuery()))

export const title = () => t('proposals.title')

const caseCell = (id: string, label: string, name: string, about: string) => (
  <><Link href={paths.workbenchCase({ case: id })} aria-label={`${label}：${name}`}>{name}</Link> <small className="tb-muted">{about}</small></>
)

const waitingColumns = (t: T, day: (date: string) => string): Column<Waiting>[] => [
  { key: 'case', header: t('proposals.case'), cell: (row) => caseCell(row.caseId, t('proposals.open'), row.serviceName, `${row.number} · ${row.applicant}`) },
  { key: 'action', header: t('proposals.action'), cell: (row) => <>{t(`cases.actions.${row.action}`)} {row.mine && <Chip tone="neutral">{t('proposals.mine')}</Chip>} {!row.heard && <Chip tone="warning">{t('proposals.unheard')}</Chip>}</> },
  { key: 'reasons', header: t('proposals.reasons'), cell: (row) => <>{row.reasons} {!row.heard && row.answerUntil && <small className="tb-muted">{t('proposals.until', { date: day(row.answerUntil) })}</small>}</> },
  { key: 'by', header: t('proposals.by'), cell: (row) => row.by },
  { key: 'since', header: t('proposals.since'), cell: (row) => moment(row.proposedAt) },
]

const endedColumns = (t: T, day: (date: string) => string): Column<Ended>[] => [
  { key: 'result', header: t('proposals.result'), cell: (row) => caseCell(row.caseId, t('proposals.cancel'), row.name, row.authorityName) },
  { key: 'number', header: t('proposals.number'), cell: (row) => row.number },
  { key: 'ended', header: t('proposals.endedOn'), cell: (row) => day(row.validUntil) },
]

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(pageQuery())
  if (!data) return <Loading />
  const { proposals, results } = data
  return (
    <div className="tb-page tb-stack-l proposals-page">
      <div>
        <h1>{t('proposals.title')}</h1>
        <p className="tb-muted">{t('proposals.lead')}</p>
      </div>
      <section className="tb-stack">
        <h2>{t('proposals.waiting', { n: proposals.length })}</h2>
        {proposals.length === 0 ? <EmptyState icon="check" title={t('proposals.none')} /> : <Table caption={t('proposals.waiting', { n: proposals.length })} columns={waitingColumns(t, format.day)} rows={proposals} rowKey={(row) => row.caseId} />}
      </section>
      <section className="tb-stack">
        <h2>{t('proposals.ended', { n: results.length })}</h2>
        <p className="tb-muted">{t('proposals.law')}</p>
        {results.length === 0 ? <EmptyState icon="check" title={t('proposals.noneEnded')} /> : <Table caption={t('proposals.ended', { n: results.length })} columns={endedColumns(t, format.date)} rows={results} rowKey={(row) => row.caseId} />}
      </section>
    </div>
  )
}
