// What the pages of requests ask the server: one's own, progress by link, what everybody may read, the map, what is being written.
// Lists come in pages; what is open is asked again when somebody comes back to it.
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { findEmergency } from '../../../../server/modules/triage/emergency.ts'
import { isRunning, type RequestAction } from '../../../../server/modules/requests/request.ts'
import { api, type Reply } from '../../../api/client.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { queryClient } from '../../../shared/query-client.ts'
import type { Writing } from './useWritten.ts'
import { shortestText, type Step, type Written } from './written.ts'

export type OwnRequest = Reply<'getMyRequest'>
export type MyRequestRow = Reply<'listMyRequests'>['requests'][number]
export type Progress = Reply<'getRequestProgress'>
export type Published = Reply<'getPublicRequest'>
export type Preview = Reply<'previewRequest'>
export type Similar = Preview['similar'][number]

/** What the parts of a page need, with login and without. */
export type Shown = OwnRequest | Progress

const pageSize = 20

export const mineQuery = infiniteQueryOptions({
  queryKey: ['requests', 'mine'],
  queryFn: ({ pageParam, signal }) => api('listMyRequests', { query: { limit: pageSize, ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
})

const refreshEvery = 60_000

export const requestQuery = (id: string) => queryOptions({ queryKey: ['requests', 'one', id], queryFn: () => api('getMyRequest', { params: { id } }), refetchInterval: refreshEvery })

export const progressQuery = (token: string) => queryOptions({ queryKey: ['requests', 'progress', token], queryFn: () => api('getRequestProgress', { params: { token } }), retry: false, refetchInterval: refreshEvery })

export interface PublicFilter {
  q: string
  category: string
  region: string
}

export const publicQuery = ({ q, category, region }: PublicFilter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'public', q, category, region],
    queryFn: ({ pageParam, signal }) => api('listPublicRequests', { query: { limit: pageSize, ...(q.length > 1 ? { words: q } : {}), ...(category ? { category } : {}), ...(region ? { region } : {}), ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 60_000,
  })

export const publishedQuery = (id: string) => queryOptions({ queryKey: ['requests', 'published', id], queryFn: () => api('getPublicRequest', { params: { id } }), staleTime: 60_000 })

export const classesQuery = queryOptions({ queryKey: ['request-classes'], queryFn: async () => (await api('listRequestClasses')).classes, staleTime: Infinity })

/** Outlines with their names in the language of the page. */
export const mapQuery = queryOptions({
  queryKey: ['request-map'],
  queryFn: async () => {
    const { outlines, tiles } = await api('getRequestMap')
    // A ring is written as GeoJSON writes it: pairs of longitude and latitude.
    return { tiles: tiles ?? undefined, outlines: outlines.map(({ id, name, kind, region, rings }) => ({ id, name: textNow(name), kind, region, rings: rings as [number, number][][] })) }
  },
  staleTime: Infinity,
})

/** After a step: the request as the reply says, the list anew. */
export function keepRequest(one: OwnRequest): void {
  queryClient.setQueryData(requestQuery(one.id).queryKey, one)
  void queryClient.invalidateQueries({ queryKey: mineQuery.queryKey })
}

export const mayTake = (one: Pick<Shown, 'can'>, action: RequestAction): boolean => one.can.some((each) => each.action === action && each.possible)

export const isLate = ({ state, mark }: Pick<Shown, 'state' | 'mark'>): boolean => isRunning(state) && mark >= 2

/** What the page knows of what is being written; dangers also without a network. */
export interface Understood extends Partial<Preview> {
  emergency: Preview['emergency']
}

export interface StepProps {
  writing: Writing
  understood: Understood
  errorOf: (field: string) => string | undefined
  goTo: (step: Step) => void
}

const pauseMs = 600

/** Asked once somebody pauses; what it was last time stays until the new answer is there. */
export function useUnderstood({ text, address, at }: Written): Understood {
  const [asked, setAsked] = useState({ text: '', address: '', at })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text: text.trim(), address: address.trim(), at }), pauseMs)
    return () => clearTimeout(timer)
  }, [text, address, at])
  const body = { text: asked.text, place: { ...(asked.address.length > 1 ? { address: asked.address } : {}), ...asked.at } }
  const { data } = useQuery({
    queryKey: ['requests', 'preview', asked], queryFn: ({ signal }) => api('previewRequest', { body }, { signal }), placeholderData: (before) => before, enabled: asked.text.length >= shortestText, staleTime: refreshEvery, retry: false,
  })
  return { ...data, emergency: findEmergency(text) ?? null }
}
