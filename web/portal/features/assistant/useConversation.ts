// The conversation of this tab: asks, takes in what comes, tries again. It outlives leaving the page and a reload; it ends with the tab, with
// signing out, and when somebody starts again.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { askAssistant } from './ask.ts'
import { aboutOf, keepTurns, readTurns, type Turn } from './conversation.ts'

export const assistantQuery = { queryKey: ['assistant'], queryFn: () => api('getAssistant'), staleTime: Infinity }

let kept: Turn[] = []
let taken = false
let asking: AbortController | undefined

/** What the tab has kept, taken once; whoever has signed out meanwhile finds nothing. */
const begun = (): Turn[] => {
  if (!taken) kept = readTurns()
  taken = true
  return kept
}

export function useConversation(opened: Turn['about']) {
  const { data } = useQuery(assistantQuery)
  const [turns, setTurns] = useState<readonly Turn[]>(begun)
  const put = (next: Turn[]) => {
    kept = next
    keepTurns(next)
    setTurns(next)
  }
  const change = (id: number, part: Partial<Turn>) => put(kept.map((turn) => (turn.id === id ? { ...turn, ...part } : turn)))

  const send = async (turn: Turn) => {
    asking?.abort()
    const own = new AbortController()
    asking = own
    try {
      const answer = await askAssistant({ question: turn.question, ...(turn.about ? { about: turn.about } : {}) }, data?.streams ?? false, (coming) => change(turn.id, { coming }), own.signal)
      change(turn.id, { answer, coming: undefined })
    } catch {
      if (!own.signal.aborted) change(turn.id, { failed: true, coming: undefined })
    }
  }
  return {
    turns,
    busy: turns.some(({ answer, failed }) => !answer && !failed),
    ask: (question: string, named?: Turn['about']) => {
      const about = named ?? aboutOf(kept, opened)
      const turn: Turn = { id: (kept.at(-1)?.id ?? 0) + 1, question, ...(about ? { about } : {}), coming: undefined, answer: undefined, failed: false }
      put([...kept, turn])
      void send(turn)
    },
    retry: (turn: Turn) => {
      const again = { ...turn, failed: false }
      change(turn.id, again)
      void send(again)
    },
    restart: () => {
      asking?.abort()
      put([])
    },
  }
}
