// Numbered documents about a case and their receipts: when they could be opened, and when the applicant first did.
// Looking at one as an official is kept in the audit trail and is no receipt.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'

type Notice = Reply<'listCaseNotices'>['notices'][number]

const whileMaking = 3_000

/** @param revision of the case: with every step there may be a document more */
const caseNoticesQuery = (caseId: string, revision: number) => ({
  queryKey: ['cases', 'notices', caseId, revision],
  queryFn: async () => (await api('listCaseNotices', { params: { id: caseId } })).notices,
  refetchInterval: ({ state }: { state: { data?: Notice[] | undefined } }) => (state.data?.some(({ number }) => number === null) ? whileMaking : false),
})

export function CaseNotices({ one }: { one: { id: string; revision: number } }) {
  const t = useT()
  const { data: notices = [] } = useQuery(caseNoticesQuery(one.id, one.revision))
  if (notices.length === 0) return null
  return (
    <Card title={t('notices.staff.title')}>
      <ul className="case-notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={`/api/v1/cases/notices/${notice.id}/document`} target="_blank" rel="noreferrer">{notice.name}</a> {notice.number}
            <div className="tb-muted"><Receipt notice={notice} /></div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Receipt({ notice }: { notice: Notice }) {
  const t = useT()
  if (notice.deliveredAt === null) return t('notices.staff.undelivered')
  const opened = notice.openedAt ? t('notices.staff.opened', { time: formatMoment(notice.openedAt, thisYear()) }) : t('notices.staff.unopened')
  return t('notices.staff.receipt', { delivered: formatMoment(notice.deliveredAt, thisYear()), opened })
}
