// What the search box suggests: nothing typed yet, what was searched lately on this device; while somebody types, the best few results,
// asked a moment after the last letter. Words still being put together in an input method are not asked.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import type { Suggestion } from '../../../ui/useSuggestions.ts'
import { useRecentSearches } from './recent-searches.ts'

const most = 6
const pauseMs = 150
const longest = 60

/** `words` as typed so far; `asked`: the words whose results the page shows already, for which nothing is suggested; `region`: only what is offered there. */
export function useSearchSuggestions(words: string, asked = '', region?: string): { suggestions: readonly Suggestion[]; onSuggestion: (suggestion: Suggestion) => void } {
  const t = useT()
  const navigate = useNavigate()
  const recent = useRecentSearches()
  const q = useSettled(words.trim())
  const wanted = q !== '' && q !== asked && q.length <= longest && words.trim() !== ''
  const { data } = useQuery({
    queryKey: ['search', 'suggestions', q, region ?? ''],
    queryFn: ({ signal }) => api('search', { query: { q, limit: most, typing: true, ...(region ? { region } : {}) } }, { signal }),
    enabled: wanted,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const found = wanted ? (data?.results ?? []) : []
  const again = words === '' ? recent.words : []
  return {
    suggestions: [
      ...again.map((word) => ({ id: paths.search({}, { q: word, region }), label: word, meta: t('search-box.again') })),
      ...found.map(({ type, url, title }) => ({ id: url, label: title, meta: t(`search-box.types.${type}`) })),
    ],
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
