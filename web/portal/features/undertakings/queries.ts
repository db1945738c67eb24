// What I have promised in one application, and broken promises on record about me.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type OwnUndertaking = Reply<'listOwnUndertakings'>['undertakings'][number]
export type OwnCreditEntry = Reply<'listOwnCreditEntries'>['entries'][number]

export const ownUndertakingsQuery = (application: string) =>
  queryOptions({ queryKey: ['undertakings', 'own', application], queryFn: async ({ signal }) => (await api('listOwnUndertakings', { query: { application } }, { signal })).undertakings })

export const ownCreditQuery = queryOptions({ queryKey: ['credit-entries', 'own'], queryFn: async ({ signal }) => (await api('listOwnCreditEntries', {}, { signal })).entries })

/** What the person is asked to do: hand a document in, which may be promised in several cases and is handed in once, or explain. */
export const asks = (all: readonly OwnUndertaking[]): OwnUndertaking[] => {
  const owed = all.filter((one) => one.owed)
  return all.filter((one) => (one.owed ? owed.find(({ evidence }) => evidence === one.evidence) === one : one.questioned && !one.ended))
}
