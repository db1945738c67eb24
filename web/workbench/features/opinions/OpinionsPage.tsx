// What other authorities ask of one's own: each opinion owed with its last day, leading to the case where it is given; and those given,
// with how their cases ended. Opened from a message and by its keys.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { currentLanguage, t, useT, type T } from '../../../shared/i18n/store.ts'
import { useFormat } from '../../../shared/format.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { forStaff } from '../../for-staff.ts'
import './opinions.css'

type Owed = Reply<'listOpinionsOwed'>['opinions'][number]
type Given = Reply<'listOpinionsGiven'>['opinions'][number]

const owedQuery = () => ({
  queryKey: ['cases', 'opinions', currentLanguage()],
  queryFn: async () => (await api('listOpinionsOwed')).opinions,
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  staleTime: 5_000,
})

const givenQuery = () => ({
  queryKey: ['cases', 'opinions', 'given', currentLanguage()],
  queryFn: async () => (await api('listOpinionsGiven')).opinions,
  staleTime: 5_000,
})

export const loader = forStaff(() => Promise.all([queryClient.ensureQueryData(owedQuery()), queryClient.ensureQueryData(givenQuery())]))

export const title = () => t('handling.owed.title')

const columns = (t: T, day: (date: string) => string): Column<Owed>[] => [
  {
    key: 'service', header: t('handling.owed.service'),
    cell: (row) => <><Link href={paths.workbenchCase({ case: row.case })} aria-label={`${t('handling.owed.open')}：${row.serviceName}`}>{row.serviceName}</Link> <small className="tb-muted">{row.number} · {row.applicant}</small></>,
  },
  { key: 'asker', header: t('handling.owed.asker'), cell: (row) => row.asker },
  { key: 'question', header: t('handling.owed.question'), cell: (row) => row.question },
  { key: 'due', header: t('handling.owed.due'), cell: (row) => <>{row.dueOn ? day(row.dueOn) : ''} {row.late && <Chip tone="danger">{t('handling.owed.late')}</Chip>}</> },
]

const answerTones: Record<Given['answer'], Tone> = { agree: 'success', disagree: 'danger', silent: 'neutral' }

const givenColumns = (t: T, day: (date: string) => string): Column<Given>[] => [
  { key: 'service', header: t('handling.owed.service'), cell: (row) => <>{row.serviceName} <small className="tb-muted">{row.number}</small></> },
  { key: 'asker', header: t('handling.owed.asker'), cell: (row) => row.asker },
  { key: 'question', header: t('handling.owed.question'), cell: (row) => row.question },
  {
    key: 'answer', header: t('handling.given.answer'),
    cell: (row) => <><Chip tone={answerTones[row.answer]}>{t(`handling.opinions.${row.answer}`)}</Chip> {row.text} {row.by && row.answeredOn && <small className="tb-muted">{t('handling.opinions.by', { name: row.by, date: day(row.answeredOn) })}</small>}</>,
  },
  { key: 'outcome', header: t('handling.given.outcome'), cell: (row) => <>{t(`cases.state.${row.state}`)} {row.endedOn && <small className="tb-muted">{day(row.endedOn)}</small>}</> },
]

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data: rows } = useQuery(owedQuery())
  const { data: given = [] } = useQuery(givenQuery())
  if (!rows) return <Loading />
  return (
    <div className="tb-page opinions-page tb-stack">
      <div>
        <h1>{t('handling.owed.title')}</h1>
        <p className="tb-muted">{t('handling.owed.lead')}</p>
      </div>
      {rows.length === 0 ? <EmptyState icon="check" title={t('handling.owed.empty')} /> : <Table caption={t('handling.owed.title')} columns={columns(t, format.day)} rows={rows} rowKey={(row) => `${row.case} ${row.opinion}`} />}
      {given.length > 0 && (
        <section className="tb-stack" aria-label={t('handling.given.title')}>
          <h2>{t('handling.given.title')}</h2>
          <p className="tb-muted">{t('handling.given.lead')}</p>
          <Table caption={t('handling.given.title')} columns={givenColumns(t, format.day)} rows={given} rowKey={(row) => `${row.number} ${row.opinion}`} />
        </section>
      )}
    </div>
  )
}
