// Five grades to choose from, each a face with its words; one question with one answer, by touch, mouse or keyboard.
// For forms; the tablet at a window uses buttons of its own.
import { useId } from 'react'
import { gradeNames, grades, type Grade } from '../../../server/modules/ratings/grade.ts'
import { useTextIn } from '../i18n/content.ts'
import { Face } from './Face.tsx'
import './rating.css'

interface Props {
  /** Where a list of errors leads to. */
  id?: string
  label: string
  value: Grade | undefined
  onChange: (grade: Grade) => void
  error?: string | undefined
}

export function GradePicker({ id, label, value, onChange, error }: Props) {
  const textIn = useTextIn()
  const name = useId()
  return (
    <fieldset className="rating-grades" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      {error && <p id={`${name}-error`} className="rating-error">{error}</p>}
      <div className="rating-row">
        {grades.map((grade, nth) => (
          <label key={grade} className="rating-grade" data-chosen={grade === value || undefined}>
            <input id={nth === 0 ? id : undefined} type="radio" name={name} value={grade} checked={grade === value} onChange={() => onChange(grade)} />
            <Face grade={grade} />
            <span>{textIn(gradeNames[grade])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
