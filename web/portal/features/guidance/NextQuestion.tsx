// The one question that settles most, with "I do not know now" and the way back; the focus follows to the next one.
// When nothing is left it says so, and what waits until somebody applies.
import { useEffect, useRef, type ReactNode } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Answer } from '../../../../server/modules/planning/plan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choices } from './Choices.tsx'
import type { Guide } from './queries.ts'

interface Props {
  guide: Guide
  onAnswer: (concept: string, value: Answer) => void
  onUnknown: (concept: string) => void
  undo: ReactNode
}

export function NextQuestion({ guide, onAnswer, onUnknown, undo }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { next, left, later, comesOut } = guide
  const root = useFocusOnNext(next?.concept ?? '')
  return (
    <div ref={root}>
      <Card title={t(next ? 'guidance.question.title' : 'guidance.question.done')} aside={left > 1 && <span>{t('guidance.question.left', { n: left })}</span>}>
        <div className="tb-stack">
          {next && (
            <Choices key={next.concept} label={textIn(next.ask)} help={next.help ? textIn(next.help) : undefined} choices={next.choices} onChoose={(value) => onAnswer(next.concept, value)}>
              <Button variant="quiet" onClick={() => onUnknown(next.concept)}>{t('guidance.question.unknown')}</Button>
            </Choices>
          )}
          {later > 0 && <p className="tb-muted">{t('guidance.question.later', { n: later })}</p>}
          {undo && <div>{undo}</div>}
          <p className="tb-hidden" role="status">
            {t('guidance.question.updated', { services: comesOut.services.length, documents: comesOut.documents.length, days: comesOut.after.workingDays })}
          </p>
        </div>
      </Card>
    </div>
  )
}

/** The button that was pressed goes away with its question: the focus then moves to the next one, or to the heading. */
function useFocusOnNext(concept: string) {
  const root = useRef<HTMLDivElement>(null)
  const seen = useRef(concept)
  useEffect(() => {
    if (seen.current === concept) return
    seen.current = concept
    if (document.activeElement !== document.body) return
    const target = root.current?.querySelector<HTMLElement>('legend') ?? root.current?.querySelector<HTMLElement>('h2')
    if (target) target.tabIndex = -1
    target?.focus({ preventScroll: true })
  }, [concept])
  return root
}
