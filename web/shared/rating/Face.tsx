// A face for each grade, drawn as lines: the mouth says it, the words beside it say it as well.
// Decoration for screen readers.
import type { Grade } from '../../../server/modules/ratings/grade.ts'
import './rating.css'

const mouths: Record<Grade, string> = {
  'very-satisfied': 'M14 27a10.5 10.5 0 0 0 20 0z',
  satisfied: 'M15 29c4.5 5.5 13.5 5.5 18 0',
  neutral: 'M15.5 31h17',
  unsatisfied: 'M15 33.5c4.5-4.5 13.5-4.5 18 0',
  'very-unsatisfied': 'M14 35a10.5 10.5 0 0 1 20 0z',
}

export function Face({ grade }: { grade: Grade }) {
  return (
    <svg className="rating-face" data-grade={grade} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="20.5" />
      <path d="M17 18v3M31 18v3" />
      <path d={mouths[grade]} />
    </svg>
  )
}
