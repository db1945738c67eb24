// The one cache of server answers in each app; loaders fill it before a page is drawn.
// A refusal (4xx) is an answer and is not asked again; a failing network or server is, twice.
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf, messageOf, statusOf } from './failure.ts'

/** Under this key stands, in words for people, that the authorisation somebody acts by has ended; nothing while it has not. */
export const actingEnded = ['acting-ended']

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => codeOf(error) === 'mandate_ended' && queryClient.setQueryData(actingEnded, messageOf(error)) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
    },
    mutations: { retry: false },
  },
})
