// Whether the person has opened the result in their account, for a case that has one.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { moment } from './moment.ts'

export function CaseReceipt({ caseId }: { caseId: string }) {
  const t = useT()
  const { data } = useQuery({ queryKey: ['cases', caseId, 'receipt'], queryFn: ({ signal }) => api('getReceipt', { params: { id: caseId } }, { signal }) })
  if (!data) return null
  const { opened } = data
  return <p className="tb-muted">{opened === null ? t('handling.result.unopened') : opened.by === null ? t('handling.result.opened', { time: moment(opened.at) }) : t('handling.result.openedBy', { time: moment(opened.at), name: opened.by })}</p>
}
