// Ratings given in my name, the newest first: what came of each, what I may still say.
import { useSuspenseQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { GivenRating } from './GivenRating.tsx'
import { ownRatingsQuery } from './queries.ts'

export const loader = () => queryClient.fetchQuery(ownRatingsQuery)

export const title = () => t('ratings.own.title')

export function Component() {
  const t = useT()
  const { data } = useSuspenseQuery(ownRatingsQuery)
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('ratings.own.title')}</h1>
        <p>{t('ratings.own.lead')}</p>
        <p><LinkButton variant="quiet" href={paths.publicRatings()}>{t('ratings.public.title')}</LinkButton></p>
      </header>
      {data.length === 0 && <EmptyState icon="info" title={t('ratings.own.empty')} action={<LinkButton variant="ghost" href={paths.applications()}>{t('shell.nav.applications')}</LinkButton>}><p>{t('ratings.own.emptyText')}</p></EmptyState>}
      {data.map((one) => <Card key={one.id}><GivenRating one={one} title={one.number === null ? one.name : `${one.name} ${one.number}`} /></Card>)}
      <SignedOutDialog />
    </div>
  )
}
