// What the pages of submitted applications ask of the server. While something can still move the map is asked again every
// few seconds, but not while the page is hidden.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { redirect, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { applicationIn } from '../apply/queries.ts'
import { matterQuery } from '../matters/queries.ts'

export type Tracking = Reply<'getApplication'>
export type TrackedCase = Tracking['cases'][number]
export type CaseResult = NonNullable<TrackedCase['result']>

const everyMs = 5000

export const applicationQuery = (application: string) =>
  queryOptions({
    queryKey: ['applications', application],
    queryFn: ({ signal }) => api('getApplication', { params: { id: application } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.cases.some(({ ended }) => !ended) ? everyMs : false),
  })

export interface TrackingPage {
  tracking: Tracking
  catalogue: Catalogue
}

export async function loadTracking({ params }: Pick<LoaderFunctionArgs, 'params'>): Promise<TrackingPage> {
  const application = applicationIn(params)
  const tracking = await queryClient.fetchQuery(applicationQuery(application)).catch((error: unknown) => {
    // A draft has no map yet: it is still being prepared.
    if (codeOf(error) === 'not_allowed_now') throw redirect(paths.apply({ application }))
    throw error
  })
  const { catalogue } = await queryClient.ensureQueryData(matterQuery(tracking.matter))
  return { tracking, catalogue }
}

/** The map of the application and the definitions its values are named by. */
export function useTracking(): TrackingPage {
  const application = useParams()['application'] ?? ''
  const { data: tracking } = useSuspenseQuery(applicationQuery(application))
  const { data: { catalogue } } = useSuspenseQuery(matterQuery(tracking.matter))
  return { tracking, catalogue }
}
