// My payments: what is due, what was paid and what came back, each with the application it belongs to and its receipt.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { FeeItem } from './FeeItem.tsx'
import { myFeesQuery } from './queries.ts'
import './payments.css'

export const title = () => t('payments.mine')

export function Component() {
  const t = useT()
  const session = useSession()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('payments.mine')}</h1>
        <p>{t('payments.lead')}</p>
      </header>
      {session.status === 'loading' && <Loading />}
      {session.status === 'anonymous' && (
        <EmptyState icon="lock" title={t('payments.signIn')} action={<Button onClick={() => session.login()}>{t('shell.login')}</Button>}>
          <p>{t('payments.signInText')}</p>
        </EmptyState>
      )}
      {session.status === 'signed-in' && !isResident(session) && (
        <EmptyState icon="person" title={t('payments.staff')}>
          <p>{t('payments.staffText')}</p>
        </EmptyState>
      )}
      {isResident(session) && <Fees />}
    </div>
  )
}

function Fees() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(myFeesQuery)
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  if (data.fees.length === 0) return <EmptyState title={t('payments.empty')} />
  return data.fees.map((fee) => (
    <Card key={fee.id} tone={fee.owed ? 'attention' : 'plain'} aside={<Link href={paths.application({ application: fee.applicationId })}>{t('payments.toApplication')}</Link>} title={fee.caseNumber}>
      <ul className="fee-list"><FeeItem fee={fee} /></ul>
    </Card>
  ))
}
