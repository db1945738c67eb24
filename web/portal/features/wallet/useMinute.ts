// Counts down to an instant; when it has come, or somebody comes back to the page after it, asks for another.
// While the page is hidden nothing is left of the time: what depends on it is not on the screen.
import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '../../../shared/now.ts'

const second = 1000

/** @returns seconds left; 0 while hidden, over, or not begun */
export function useMinute(until: string | undefined, onOver: () => void): number {
  const [left, setLeft] = useState(0)
  const tick = useEffectEvent(() => {
    const hidden = document.visibilityState === 'hidden'
    const seconds = until === undefined || hidden ? 0 : Math.max(0, Math.ceil((new Date(until).getTime() - now().getTime()) / second))
    setLeft(seconds)
    if (until !== undefined && !hidden && seconds === 0) onOver()
  })
  useEffect(() => {
    tick()
    const timer = setInterval(tick, second)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [until])
  return left
}
