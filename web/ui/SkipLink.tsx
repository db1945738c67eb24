// The first stop of the Tab key: jumps over the header to the content.
// Invisible until it has the focus.
import type { ReactNode } from 'react'
import './SkipLink.css'

export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="tb-skip-link" href={`#${to}`}>
      {children}
    </a>
  )
}
