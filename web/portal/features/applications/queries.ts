// What the pages of submitted applications ask of the server, beside the map itself (apply/submitted.ts, where it comes from).
// A draft opened here leads to where it is filled in.
import { useSuspenseQuery } from '@tanstack/react-query'
import { redirect, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Reply } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { applicationIn } from '../apply/queries.ts'
import { applicationQuery } from '../apply/submitted.ts'
import { matterQuery } from '../matters/queries.ts'

export { applicationQuery }
export type Tracking = Reply<'getApplication'>
export type TrackedCase = Tracking['cases'][number]
export type CaseResult = NonNullable<TrackedCase['result']>

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
