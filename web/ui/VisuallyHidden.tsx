// Words for screen readers where the picture already says it to everyone else.
// Styled by .tb-hidden in base.css.
import type { ReactNode } from 'react'

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="tb-hidden">{children}</span>
}
