// Who acts for me and whom I act for: what waits for an answer first, each with what it covers and the way to end it.
// The one place from which acting for somebody begins.
import { useSuspenseQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { HelpersCard } from '../powers/HelpersCard.tsx'
import { PowersSection } from '../powers/PowersSection.tsx'
import { helpersQuery, powersQuery } from '../powers/queries.ts'
import { DelegationCard } from './DelegationCard.tsx'
import { awaitsMe, delegationsQuery, type Delegation } from './queries.ts'
import { WaitingCard } from './WaitingCard.tsx'
import './delegations.css'

export const loader = async () => {
  await Promise.all([queryClient.fetchQuery(delegationsQuery), queryClient.fetchQuery(powersQuery), queryClient.fetchQuery(helpersQuery)])
  return null
}

export const title = () => t('delegations.title')

export function Component() {
  const t = useT()
  const { data: { given, held } } = useSuspenseQuery(delegationsQuery)
  const waiting = [...given, ...held].filter(awaitsMe)
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header>
        <h1>{t('delegations.title')}</h1>
        <p>{t('delegations.lead')}</p>
      </header>
      <div className="tb-row">
        <LinkButton href={paths.newDelegation({}, { as: 'person' })} icon="add">{t('delegations.offer')}</LinkButton>
        <LinkButton href={paths.newDelegation({}, { as: 'holder' })} variant="ghost">{t('delegations.ask')}</LinkButton>
        <LinkButton href={paths.agencies()} variant="ghost">{t('delegations.agencies')}</LinkButton>
        <LinkButton href={paths.batchAnswers()} variant="quiet">{t('delegations.batchAnswers')}</LinkButton>
        <LinkButton href={paths.myAgency()} variant="quiet">{t('delegations.myAgency')}</LinkButton>
      </div>
      <HelpersCard />
      {waiting.length > 0 && (
        <section className="tb-stack">
          <h2>{t('delegations.waiting.title')}</h2>
          {waiting.map((one) => <WaitingCard key={one.id} delegation={one} />)}
        </section>
      )}
      <Side heading={t('delegations.held.title')} empty={t('delegations.held.empty')} delegations={held} />
      <Side heading={t('delegations.given.title')} empty={t('delegations.given.empty')} delegations={given} />
      <PowersSection />
      <SignedOutDialog />
    </div>
  )
}

function Side({ heading, empty, delegations }: { heading: string; empty: string; delegations: readonly Delegation[] }) {
  const shown = delegations.filter((one) => !awaitsMe(one))
  return (
    <section className="tb-stack">
      <h2>{heading}</h2>
      {shown.length === 0 && <p className="tb-muted">{empty}</p>}
      {shown.map((one) => <DelegationCard key={one.id} delegation={one} />)}
    </section>
  )
}
