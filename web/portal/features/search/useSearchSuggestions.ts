// What the search box suggests: nothing typed yet, what was searched lately on this device; while somebody types, the best few results,
// asked a moment after the last letter. Words still being put together in an input method are not asked.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import type { Suggestion } from '../../../ui/useSuggestions.ts'
import { noteChoice } from './choices.ts'
import { useRecentSearches } from './recent-searches.ts'
import type { Search } from './search-address.ts'
import { suggestionsQuery } from './suggestions.ts'

const pauseMs = 150
const longest = 60

/** `words` as typed so far; `search`: what the page shows already; for its words nothing is suggested, its place and for whom count. What is taken is told as a choice. */
export function useSearchSuggestions(words: string, search: Search): { suggestions: readonly Suggestion[]; onSuggestion: (suggestion: Suggestion) => void } {
  const t = useT()
  const navigate = useNavigate()
  const recent = useRecentSearches()
  const q = useSettled(words.trim())
  const wanted = q !== '' && q !== search.q && q.length <= longest && words.trim() !== ''
  const { region } = search
  const { data } = useQuery({ ...suggestionsQuery({ ...search, q }), enabled: wanted })
  const found = wanted ? (data?.results ?? []) : []
  const again = words === '' ? recent.words : []
  return {
    suggestions: [
      ...again.map((word) => ({ id: paths.search({}, { q: word, region }), label: word, meta: t('search-box.again') })),
      ...found.map(({ type, url, title }) => ({ id: url, label: title, meta: t(`search-box.types.${type}`) })),
    ],
    onSuggestion: ({ id }) => {
      const taken = found.find(({ url }) => url === id)
      if (data && taken) noteChoice(data.asked, data.ticket, taken, true)
      void navigate(id)
    },
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
