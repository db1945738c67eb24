// My licences: what each is, how long it holds, and changing or extending it from here.
// What no longer holds says so in words and stands last.
import { useSuspenseQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { LicenceCard } from './LicenceCard.tsx'
import { ownResultsQuery } from './queries.ts'

export const loader = async () => ({ results: await queryClient.fetchQuery(ownResultsQuery) })

export const title = () => t('licences.title')

export function Component() {
  const t = useT()
  const { data: results } = useSuspenseQuery(ownResultsQuery)
  const inOrder = [...results.filter(({ inForce }) => inForce), ...results.filter(({ inForce }) => !inForce)]
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <div>
        <h1>{t('licences.title')}</h1>
        <p className="tb-muted">{t('licences.lead')}</p>
      </div>
      {results.length === 0 && (
        <EmptyState title={t('licences.empty')} action={<LinkButton href={paths.home()}>{t('licences.find')}</LinkButton>}>
          <p>{t('licences.emptyText')}</p>
        </EmptyState>
      )}
      {inOrder.map((result) => <LicenceCard key={result.id} result={result} />)}
      <SignedOutDialog />
    </div>
  )
}
