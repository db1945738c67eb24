// The one cache of server answers in each app; loaders fill it before a page is drawn.
// A refusal (4xx) is an answer and is not asked again; a failing network or server is, twice.
import { QueryCache, QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import { codeOf, messageOf, statusOf } from './failure.ts'

/** Under this key stands, in words for people, that the authorisation somebody acts by has ended; nothing while it has not. */
export const actingEnded = ['acting-ended']

type Version = { id?: unknown; revision: number }
const isVersion = (reply: unknown): reply is Version => typeof reply === 'object' && reply !== null && 'revision' in reply && typeof reply.revision === 'number'

/** Of what has revisions the newest one seen: an answer asked for before a change, and later than the change's own, does not undo it on the screen. */
const newest = (before: unknown, reply: unknown): unknown =>
  isVersion(before) && isVersion(reply) && before.id === reply.id && before.revision > reply.revision ? before : replaceEqualDeep(before, reply)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => codeOf(error) === 'mandate_ended' && queryClient.setQueryData(actingEnded, messageOf(error)) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      structuralSharing: newest,
      retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
    },
    mutations: { retry: false },
  },
})
