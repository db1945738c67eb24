// At a window the screen belongs to the next person as soon as the session is over: it goes back to the window by itself, and a page
// the browser kept from before is not shown again.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { currentActing, stopActing, type Acting } from './acting.ts'

const often = 15_000

export function useWindowWatch(acting: Acting | undefined): void {
  const isWindow = acting?.capacity === 'window'
  const { data } = useQuery({ queryKey: ['window-watch'], queryFn: () => api('getWindow'), enabled: isWindow, refetchInterval: often, staleTime: 0 })
  const over = isWindow && data !== undefined && data.served?.mandate !== acting.mandate
  useEffect(() => {
    if (over) stopActing()
  }, [over])
  useEffect(() => {
    if (!isWindow) return undefined
    const home = currentActing()?.home ?? '/'
    const shownAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.replace(home)
    }
    addEventListener('pageshow', shownAgain)
    return () => removeEventListener('pageshow', shownAgain)
  }, [isWindow])
}
