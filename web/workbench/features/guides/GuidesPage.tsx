// What the linter found in guides, for designers and supervisors: findings at the left, the guide beside the finding, documents that recur.
// Everything is in the address, so a finding can be sent to a colleague.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Link } from '../../../ui/Link.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { EvidenceView } from './EvidenceView.tsx'
import { FindingFilters } from './FindingFilters.tsx'
import { FindingList } from './FindingList.tsx'
import { FindingView } from './FindingView.tsx'
import { guideFilterQuery, readGuideFilter } from './guide-filter.ts'
import { GuidesOverview } from './GuidesOverview.tsx'
import { evidenceQuery, findingQuery, findingsQuery } from './queries.ts'
import './guides.css'

export const loader = forStaff(async ({ request }) => {
  const filter = readGuideFilter(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureInfiniteQueryData(findingsQuery(filter)),
    filter.evidence ? queryClient.ensureQueryData(evidenceQuery) : undefined,
    filter.finding && !filter.evidence ? queryClient.ensureQueryData(findingQuery(filter.finding)) : undefined,
  ])
  return null
})

export const title = () => t('guides.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const filter = readGuideFilter(search)
  const list = useInfiniteQuery(findingsQuery(filter))
  const { data: detail } = useQuery({ ...findingQuery(filter.finding), enabled: filter.finding !== '' && !filter.evidence })
  const { data: evidence } = useQuery({ ...evidenceQuery, enabled: filter.evidence })
  const first = list.data?.pages[0]
  const isOpen = filter.evidence || filter.finding !== ''
  return (
    <ThreeColumns
      narrow={isOpen ? 'main' : 'list'}
      listLabel={t('guides.findings')}
      mainLabel={t('guides.title')}
      list={
        <>
          {!isOpen && <h1 className="guides-heading">{t('guides.title')}</h1>}
          {first && <FindingFilters filter={filter} page={first} />}
          {first && <FindingList filter={filter} pages={list.data?.pages ?? []} more={list.hasNextPage ? () => void list.fetchNextPage() : undefined} busy={list.isFetchingNextPage} />}
        </>
      }
    >
      <div className="guides-main tb-stack">
        {isOpen && <div className="guides-back"><Link href={paths.workbenchGuides({}, guideFilterQuery({ ...filter, finding: '', evidence: false }))}>{t('common.back')}</Link></div>}
        {filter.evidence ? evidence && <EvidenceView report={evidence} /> : filter.finding ? detail && <FindingView detail={detail} filter={filter} /> : first && <GuidesOverview page={first} filter={filter} />}
      </div>
    </ThreeColumns>
  )
}
