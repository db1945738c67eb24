// What the pages of hard cases ask the server: the window, one's own cases, what may fit instead, an answer.
// Suggestions are those of the search everybody uses.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'

export type OwnHardCase = Reply<'getMyHardCase'>
export type MyHardCases = Reply<'listMyHardCases'>
export type HardCaseWindow = Reply<'getHardCaseWindow'>

/** null where nobody takes in hard cases. */
export const windowQuery = queryOptions({
  queryKey: ['hard-cases', 'window'],
  queryFn: (): Promise<HardCaseWindow | null> =>
    api('getHardCaseWindow').catch((error: unknown) => {
      if (codeOf(error) === 'not_offered') return null
      throw error
    }),
  staleTime: Infinity,
})

export const mineQuery = queryOptions({ queryKey: ['hard-cases', 'mine'], queryFn: () => api('listMyHardCases') })

export const hardCaseQuery = (id: string) => queryOptions({ queryKey: ['hard-cases', 'one', id], queryFn: () => api('getMyHardCase', { params: { id } }) })

export const answerQuery = (id: string) => queryOptions({ queryKey: ['answers', id], queryFn: () => api('getAnswer', { params: { id } }), staleTime: 60_000 })

/** Enough words to look for something, in letters. */
const leastAsked = 4
const mostAsked = 60

/** The last sentence worth asking for: people come to the point at the beginning or at the end. */
export const questionIn = (account: string): string => {
  const first = account.trim().split(/[。！？!?\n；;]/u).find((sentence) => [...sentence.trim()].length >= leastAsked) ?? ''
  return [...first.trim()].slice(0, mostAsked).join('')
}

export const fittingQuery = (question: string) =>
  queryOptions({
    queryKey: ['hard-cases', 'fitting', question],
    queryFn: ({ signal }) => api('search', { query: { q: question, limit: 4 } }, { signal }),
    enabled: question !== '',
    staleTime: 60_000,
  })
