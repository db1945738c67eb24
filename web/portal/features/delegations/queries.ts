// Authorisations I have given and those I hold, and what was done under one of them.
// Asked only when a resident is logged in.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Delegations = Reply<'listDelegations'>
export type Delegation = Delegations['given'][number]

export const delegationsQuery = queryOptions({ queryKey: ['delegations'], queryFn: ({ signal }) => api('listDelegations', {}, { signal }) })

export const usesQuery = (id: string) => queryOptions({ queryKey: ['delegations', id, 'uses'], queryFn: async ({ signal }) => (await api('listDelegationUses', { params: { id } }, { signal })).uses })

/** Waits for the reader's own answer. */
export const awaitsMe = ({ actions }: Delegation): boolean => actions.includes('accept')

/** The other side's name. */
export const otherName = ({ side, personName, holderName }: Delegation): string => (side === 'person' ? holderName : personName)
