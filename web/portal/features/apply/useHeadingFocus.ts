// Moves the focus to a heading that replaced what the person was using, so that screen readers go on from there.
// Pages themselves are focused by the frame; this is for changes within a page.
import { useEffect, useRef, type RefObject } from 'react'

/** The ref of a heading that takes the focus when it appears, if `take` is true then. */
export function useHeadingFocus(take = true): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = useRef(take) // Only its appearance counts.
  useEffect(() => {
    if (wanted.current) heading.current?.focus()
  }, [])
  return heading
}
