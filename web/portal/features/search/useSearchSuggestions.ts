// What the search box suggests while somebody types: the best few results, asked a moment after the last letter.
// Words still being put together in an input method are not asked: they are the Latin letters of a Chinese word.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Suggestion } from '../../../ui/useSuggestions.ts'

const most = 6
const pauseMs = 150
const longest = 60

/** `words` as typed so far; `asked`: the words whose results the page shows already, for which nothing is suggested. */
export function useSearchSuggestions(words: string, asked = ''): { suggestions: readonly Suggestion[]; onSuggestion: (suggestion: Suggestion) => void } {
  const t = useT()
  const navigate = useNavigate()
  const q = useSettled(words.trim())
  const wanted = q !== '' && q !== asked && q.length <= longest && words.trim() !== ''
  const { data } = useQuery({
    queryKey: ['search', 'suggestions', q],
    queryFn: ({ signal }) => api('search', { query: { q, limit: most } }, { signal }),
    enabled: wanted,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const found = wanted ? (data?.results ?? []) : []
  return {
    suggestions: found.map(({ type, url, title }) => ({ id: url, label: title, meta: t(`search.types.${type}`) })),
    onSuggestion: ({ id }) => void navigate(id),
  }
}

/** The words once nothing was typed for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pauseMs)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
