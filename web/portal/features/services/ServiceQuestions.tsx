// What people often ask about a service; each answer opens under its question.
// Nothing is shown where nothing is asked.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import type { ServiceGuide } from './queries.ts'

export function ServiceQuestions({ questions }: { questions: ServiceGuide['listing']['faq'] }) {
  const t = useT()
  const textIn = useTextIn()
  if (questions.length === 0) return null
  return (
    <Card id="questions" title={t('services.listing.faq')}>
      {questions.map(({ id, ask, answer }) => (
        <details key={id} className="guide-question">
          <summary>{textIn(ask)}</summary>
          <p>{textIn(answer)}</p>
        </details>
      ))}
    </Card>
  )
}
