// One of my requests: how far it is and by whom, the answer and the question whether it helped, what I wrote, what happened.
// On a phone the answer comes before everything else.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { AddCard } from './AddCard.tsx'
import { JustSent } from './JustSent.tsx'
import { mayTake, requestQuery, type OwnRequest } from './queries.ts'
import { RateCard } from './RateCard.tsx'
import { AnswerCard, CourseCard, Files, Head, HistoryCard, StoryCard } from './RequestParts.tsx'
import { ReachContext, reachOwn } from './reach.ts'
import { SmallSteps } from './SmallSteps.tsx'
import './requests.css'

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.fetchQuery(requestQuery(params['request'] ?? ''))

export const title = (one: OwnRequest) => one.title

export function Component() {
  const t = useT()
  const { request: id = '' } = useParams()
  const { data: one } = useSuspenseQuery(requestQuery(id))
  const fileHref = (file: string) => addressOf('getMyRequestFile', { id, file })
  const reach = useMemo(() => reachOwn(id), [id])
  return (
    <ReachContext value={reach}>
    <div className="tb-page tb-stack">
      <Breadcrumbs items={[{ label: t('requests.one.mine'), href: paths.requests() }, { label: one.title }]} />
      <div className="tb-columns">
        <header className="tb-stack">
          <JustSent one={one} token={one.token} />
          <Head one={one} />
          <AnswerCard one={one}><Files files={one.files.filter(({ ofAnswer }) => ofAnswer)} fileHref={fileHref} /></AnswerCard>
          <RateCard one={one} />
          <CourseCard one={one} />
        </header>
        <aside className="tb-stack">
          <SmallSteps one={one} />
          {mayTake(one, 'add') && <AddCard />}
        </aside>
        <div className="tb-stack">
          <StoryCard one={one} fileHref={fileHref} />
          <HistoryCard history={one.history} />
        </div>
      </div>
      <SignedOutDialog />
    </div>
    </ReachContext>
  )
}
