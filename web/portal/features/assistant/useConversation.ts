// The conversation of this tab for a page. It outlives leaving the page and a reload; it ends with the tab, with signing out, and when somebody starts again.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { api } from '../../../api/client.ts'
import { useDistrict } from '../../../shared/district.ts'
import { askAssistant } from './ask.ts'
import { keepTurns, readTurns, type Turn } from './conversation.ts'
import { isBusy, startTalk, type Sending, type Talk } from './talking.ts'

export const assistantQuery = { queryKey: ['assistant'], queryFn: () => api('getAssistant'), staleTime: Infinity }

let talk: Talk | undefined
/** What the tab has kept, taken once; whoever has signed out meanwhile finds nothing. */
const talkOfTab = (): Talk => (talk ??= startTalk(readTurns(), keepTurns))

export function useConversation(opened: Turn['about']) {
  const { data } = useQuery(assistantQuery)
  const region = useDistrict()
  const own = talkOfTab()
  const turns = useSyncExternalStore(own.subscribe, own.turns)
  const send: Sending = ({ question, about }, onComing, signal) => askAssistant({ question, ...(about ? { about } : {}), ...(region === undefined ? {} : { region }) }, data?.streams ?? false, onComing, signal)
  return {
    turns, region, busy: isBusy(turns), restart: own.restart,
    ask: (question: string, about?: Turn['about']) => own.ask(send, question, about, opened),
    retry: (turn: Turn) => own.retry(send, turn.id),
  }
}
