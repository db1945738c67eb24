// Brings a message or a form into sight when it appears: the column of actions may be scrolled, on a phone it lies below the case.
// Its first line comes to the top, so nothing above it is missed.
import { useEffect, useRef, type RefObject } from 'react'

/** @param appeared changes when there is something new to be seen; undefined: nothing */
export function useInSight<E extends HTMLElement>(appeared: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    if (appeared !== undefined) element.current?.scrollIntoView({ block: 'start' })
  }, [appeared])
  return element
}
