// On the window's page: what was taken in for other regions and still has to be handed over, with the way there. Nothing where there is none.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export function TransfersLink() {
  const t = useT()
  const { data } = useQuery({ queryKey: ['transfers', 'giving'], queryFn: ({ signal }) => api('listTransfers', { query: { side: 'giving', open: true, limit: 50 } }, { signal }) })
  const due = (data?.transfers ?? []).filter(({ gives, actBy, state }) => gives && actBy !== null && state !== 'underway')
  if (due.length === 0) return null
  return (
    <Notice tone={due.some(({ urgency }) => urgency === 'late') ? 'warning' : 'azure'} actions={<LinkButton variant="quiet" href={paths.workbenchTransfers({}, { view: 'giving' })}>{t('window.transfers.open')}</LinkButton>}>
      <p>{t('window.transfers.due', { n: due.length })}</p>
    </Notice>
  )
}
