// How far it is, drawn as a row of steps with their times; on a phone one below the other.
// The step a unit works on says which unit and by when.
import type { ReactNode } from 'react'
import { formatMoment } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { CourseItem } from './course.ts'

export function CourseMap({ items, now }: { items: readonly CourseItem[]; now?: ReactNode }) {
  const t = useT()
  const year = thisYear()
  return (
    <ol className="request-course" aria-label={t('requests.one.course')}>
      {items.map(({ step, state, at }) => (
        <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="request-mark" aria-hidden="true">{state === 'done' && <Icon name="check" />}{state === 'current' && <Icon name="clock" />}</span>
          <div>
            <b>{t(`requests.one.step.${step}`)}</b>
            {at && <small><time dateTime={at}>{formatMoment(at, year)}</time></small>}
            {state === 'current' && step !== 'rated' && now}
          </div>
        </li>
      ))}
    </ol>
  )
}
