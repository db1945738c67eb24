// The start of the desk: the list, and what this place is for until one is chosen.
// Which view is shown stands in the address.
import { lazy, Suspense } from 'react'
import { loadTexts, t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { personIn, sessionQuery } from '../../../shared/SessionProvider.tsx'
import { useSession } from '../../../shared/session.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { readFilter, viewsFor } from './filter.ts'
import { listQuery } from './queries.ts'
import { RequestList } from './RequestList.tsx'
import './requests.css'

const DriftCard = lazy(async () => {
  const [{ DriftCard: card }] = await Promise.all([import('./DriftCard.tsx'), loadTexts(['drift-desk'])])
  return { default: card }
})

export const loader = forStaff(async ({ request }) => {
  const roles = personIn(await queryClient.ensureQueryData(sessionQuery))?.roles ?? []
  await queryClient.ensureInfiniteQueryData(listQuery(readFilter(new URL(request.url).searchParams, viewsFor(roles))))
  return null
})

export const title = () => t('request-desk.title')

export function Component() {
  const t = useT()
  const { person } = useSession()
  return (
    <ThreeColumns narrow="list" listLabel={t('request-desk.list')} mainLabel={t('request-desk.title')} list={<><h1 className="tb-hidden">{t('request-desk.title')}</h1><RequestList /></>}>
      <div className="request-main tb-stack">
        <h2>{t('request-desk.title')}</h2>
        <p className="tb-muted">{t('request-desk.lead')}</p>
        <EmptyState title={t('request-desk.empty.pick')}><p>{t('request-desk.empty.pickText')}</p></EmptyState>
        {person?.roles?.includes('dispatcher') && <Suspense fallback={null}><DriftCard /></Suspense>}
      </div>
    </ThreeColumns>
  )
}
