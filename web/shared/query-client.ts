// The one cache of server answers in each app; loaders fill it before a page is drawn.
// A refusal (4xx) is an answer and is not asked again; a failing network or server is, twice.
import { QueryClient } from '@tanstack/react-query'
import { statusOf } from './failure.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
    },
    mutations: { retry: false },
  },
})
