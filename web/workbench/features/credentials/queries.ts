// E-licences as the authority that answers for them sees them: a list, one of them; and what holders were asked to show.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { StaffRole } from '../../../shared/session.tsx'
import type { Tone } from '../../../ui/tone.ts'

export type ListedCredential = Reply<'listIssuedCredentials'>['credentials'][number]
export type IssuedCredential = Reply<'getIssuedCredential'>
export type Standing = ListedCredential['standing']
export type AskedRequest = Reply<'getPresentationRequest'>
export type AskableRegion = Reply<'listPresentationTypes'>['regions'][number]

export const standings = ['valid', 'suspended', 'expired', 'replaced', 'revoked'] as const satisfies readonly Standing[]
export const standingTones: Record<Standing, Tone> = { valid: 'success', suspended: 'warning', expired: 'neutral', replaced: 'neutral', revoked: 'danger' }

const mayDecide: readonly StaffRole[] = ['approver', 'head']
const mayAsk: readonly StaffRole[] = ['window', 'clerk', 'approver', 'head']

/** Reading what one says, and changing it; the server decides (server/permissions.ts), this spares people dead ends. */
export const decides = (roles: readonly StaffRole[] = []): boolean => roles.some((role) => mayDecide.includes(role))
export const asks = (roles: readonly StaffRole[] = []): boolean => roles.some((role) => mayAsk.includes(role))

/** What the list is narrowed by; it stands in the address. */
export type Filter = { type: string; standing: Standing | ''; number: string }

export const readFilter = (search: URLSearchParams): Filter => ({ type: search.get('type') ?? '', standing: standings.find((each) => each === search.get('standing')) ?? '', number: search.get('number') ?? '' })

export const credentialsQuery = ({ type, standing, number }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['issued-credentials', 'list', type, standing, number],
    queryFn: ({ pageParam, signal }) => api('listIssuedCredentials', { query: { ...(type ? { type } : {}), ...(standing ? { standing } : {}), ...(number ? { number } : {}), ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ credentials, more }) => (more ? credentials.at(-1)?.id : undefined),
  })

/** Every look at one is kept, so it is not asked again by itself. */
export const credentialQuery = (id: string) => queryOptions({ queryKey: ['issued-credentials', 'one', id], queryFn: ({ signal }) => api('getIssuedCredential', { params: { id } }, { signal }), staleTime: Infinity })

export const askableQuery = queryOptions({ queryKey: ['presentation-requests', 'types'], queryFn: async ({ signal }) => (await api('listPresentationTypes', {}, { signal })).regions })

const everyMs = 3_000

/** Looked at again and again while it is open. */
export const askedQuery = (id: string) =>
  queryOptions({
    queryKey: ['presentation-requests', 'one', id],
    queryFn: ({ signal }) => api('getPresentationRequest', { params: { id } }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.request.state === 'open' ? everyMs : false),
  })
