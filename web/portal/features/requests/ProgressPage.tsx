// How far a request is, for whoever has its link; nothing of the person is shown, but it can be added to and rated.
// A link that was not made here says so, and whom to call.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { codeOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { AddCard } from './AddCard.tsx'
import { JustSent } from './JustSent.tsx'
import { mayTake, progressQuery } from './queries.ts'
import { RateCard } from './RateCard.tsx'
import { ReachContext, reachByLink } from './reach.ts'
import { AnswerCard, CourseCard, Head, HistoryCard } from './RequestParts.tsx'
import './requests.css'

export const title = () => t('requests.progress.title')

export function Component() {
  const t = useT()
  const { token = '' } = useParams()
  const session = useSession()
  const reach = useMemo(() => reachByLink(token), [token])
  const { data: one, error, isPending, refetch, isFetching } = useQuery(progressQuery(token))
  if (isPending) return <div className="tb-page"><Loading lines={5} /></div>
  if (!one) {
    if (codeOf(error) !== 'not_found') return <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching} />
    return (
      <EmptyState level={1} icon="info" title={t('requests.progress.wrong')} action={<LinkButton href="tel:12345" icon="phone">{t('requests.progress.call')}</LinkButton>}>
        <p>{t('requests.progress.wrongText')}</p>
      </EmptyState>
    )
  }
  return (
    <ReachContext value={reach}>
    <div className="tb-page tb-page-text tb-stack">
      <JustSent one={one} token={token} />
      <Head one={one} />
      <p className="tb-muted">{t('requests.progress.lead')}</p>
      <AnswerCard one={one} />
      <RateCard one={one} />
      <CourseCard one={one} />
      {mayTake(one, 'add') && <AddCard />}
      <HistoryCard history={one.history}>
        {!isResident(session) && <p><Button variant="quiet" onClick={() => session.login(paths.requests())}>{t('requests.progress.signIn')}</Button></p>}
      </HistoryCard>
    </div>
    </ReachContext>
  )
}
