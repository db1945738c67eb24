// What the pages of an application being prepared ask of the server, and how they get it into the cache before they are drawn.
// An application already handed in has no such pages: whoever comes here is sent to its map.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { redirect, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { canApplication } from '../../../../server/modules/applications/application.ts'
import { api, type Reply } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { matterQuery } from '../matters/queries.ts'

export type Draft = Reply<'getDraft'>

export const draftQuery = (application: string) =>
  queryOptions({ queryKey: ['draft', application], queryFn: ({ signal }) => api('getDraft', { params: { id: application } }, { signal }) })

export interface DraftPage {
  draft: Draft
  catalogue: Catalogue
}

/** The id in the address; anything that is none leads to the page for addresses nobody knows. */
export function applicationIn(params: LoaderFunctionArgs['params']): string {
  const id = params['application'] ?? ''
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw Object.assign(new Error('no application'), { status: 404 })
  return id
}

export async function loadDraft({ params }: Pick<LoaderFunctionArgs, 'params'>): Promise<DraftPage> {
  const application = applicationIn(params)
  const draft = await queryClient.fetchQuery(draftQuery(application)).catch((error: unknown) => {
    throw codeOf(error) === 'not_offered' ? redirect(paths.applyKept({ application })) : error
  })
  if (!canApplication(draft.state, 'edit')) throw redirect(paths.application({ application }))
  const { catalogue } = await queryClient.ensureQueryData(matterQuery(draft.matter))
  return { draft, catalogue }
}

/** The draft and its definitions, newest version. */
export function useDraft(): DraftPage & { application: string } {
  const application = useParams()['application'] ?? ''
  const { data: draft } = useSuspenseQuery(draftQuery(application))
  const { data: { catalogue } } = useSuspenseQuery(matterQuery(draft.matter))
  return { application, draft, catalogue }
}

/** What a draft holds, also while its matter is not offered. */
export const keptQuery = (application: string) =>
  queryOptions({ queryKey: ['kept', application], queryFn: ({ signal }) => api('getKept', { params: { id: application } }, { signal }) })

/** Takes the version that came with a change. */
export function keepDraft(draft: Draft): Draft {
  queryClient.setQueryData(draftQuery(draft.id).queryKey, draft)
  return draft
}

/** The draft as last seen; after a change that was kept. */
export function currentDraft(application: string): Draft | undefined {
  return queryClient.getQueryData(draftQuery(application).queryKey)
}
