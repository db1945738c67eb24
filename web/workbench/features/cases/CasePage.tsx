// One case: what its authority needs to know, what the rules say, what happened; at the right what can be done.
// The queue stays at the left, so one works through it without going back.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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
import { CaseCourse } from './CaseCourse.tsx'
import { CaseContent } from './CaseContent.tsx'
import { CaseEvidence } from './CaseEvidence.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { ProcessCard } from './ProcessCard.tsx'
import { SinceNotice } from './SinceNotice.tsx'
import { DocumentViewer } from '../documents/DocumentViewer.tsx'
import { ViewingContext } from '../documents/viewing.ts'
import { CaseNotices } from '../notices/CaseNotices.tsx'
import { CaseFee } from '../payments/CaseFee.tsx'
import { CaseVisits } from '../site-visits/CaseVisits.tsx'
import { ChainCard } from '../transfers/ChainCard.tsx'
import { CaseSupervision } from '../supervision/CaseSupervision.tsx'
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
  const [at, open] = useState<number>()
  const files = one.evidence.flatMap((each) => each.files.map((file) => ({ ...file, title: textIn(each.name) })))
  return (
    <DeskContext value={desk}>
    <ViewingContext value={{ at, open }}>
      <ThreeColumns
        narrow={at === undefined ? 'main' : 'list'}
        listLabel={at === undefined ? t('queue.list') : t('desk.viewer.title')}
        mainLabel={t('cases.title', { service: textIn(one.serviceName), applicant: one.applicant })}
        sideLabel={t('cases.actions.title')}
        list={at === undefined ? <QueueColumn queue={queue} selected={one.id} /> : <DocumentViewer caseId={one.id} files={files} />}
        side={<CaseSide />}
      >
        <div className="tb-stack case-main">
          <CaseHeader one={one} filter={queue.filter} />
          <CaseSupervision caseId={one.id} />
          <CaseCourse one={one} />
          <CaseFee caseId={one.id} revision={one.revision} />
          <ChainCard id={one.id} />
          <CaseVisits one={one} />
          <SinceNotice one={one} />
          <CaseContent />
          <CaseEvidence />
          <CaseRules one={one} />
          <CaseNotices one={one} />
          <CaseNotes caseId={one.id} />
          <CaseHistory one={one} />
          <ProcessCard caseId={one.id} />
        </div>
      </ThreeColumns>
    </ViewingContext>
    </DeskContext>
  )
}
