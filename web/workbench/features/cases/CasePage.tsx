// One case: what its authority needs to know, what the rules say, what happened; at the right what can be done.
// The queue stays at the left, so one works through it without going back.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Loading } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { queueQuery } from '../queue/queries.ts'
import { readFilter } from '../queue/queue.ts'
import { QueueColumn } from '../queue/QueueColumn.tsx'
import { useFilter } from '../queue/useFilter.ts'
import { useQueue, type Queue } from '../queue/useQueue.ts'
import { CaseContent } from './CaseContent.tsx'
import { CaseEvidence } from './CaseEvidence.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { CaseRules } from './CaseRules.tsx'
import { CaseSide } from './CaseSide.tsx'
import { DeskContext, useNewDesk } from './desk.ts'
import { caseQuery, prepareCase, type CaseReply } from './queries.ts'
import './cases.css'

export const loader = forStaff(({ params: { case: id = '' }, request }) => {
  void queryClient.prefetchInfiniteQuery(queueQuery(readFilter(new URL(request.url).searchParams)))
  return queryClient.ensureQueryData(caseQuery(id))
})

export const title = (one: CaseReply | null) => (one ? t('cases.title', { service: textNow(one.serviceName), applicant: one.applicant }) : t('queue.title'))

export function Component() {
  const { case: id = '' } = useParams()
  const { filter } = useFilter()
  const queue = useQueue(filter, id, prepareCase)
  const { data: one } = useQuery(caseQuery(id))
  if (!one) return <Loading />
  return <CaseView key={id} one={one} queue={queue} />
}

function CaseView({ one, queue }: { one: CaseReply; queue: Queue }) {
  const t = useT()
  const textIn = useTextIn()
  const desk = useNewDesk(one, queue)
  return (
    <DeskContext value={desk}>
      <ThreeColumns
        narrow="main"
        listLabel={t('queue.list')}
        mainLabel={t('cases.title', { service: textIn(one.serviceName), applicant: one.applicant })}
        sideLabel={t('cases.actions.title')}
        list={<QueueColumn queue={queue} selected={one.id} />}
        side={<CaseSide />}
      >
        <div className="tb-stack case-main">
          <CaseHeader one={one} filter={queue.filter} />
          <CaseContent />
          <CaseEvidence />
          <CaseRules one={one} />
          <CaseHistory one={one} />
        </div>
      </ThreeColumns>
    </DeskContext>
  )
}
