// What others found difficult about a service, and how it was solved: answers of the pack and those approved from hard cases.
// Nothing is shown where there is none, and nothing waits for it.
import { useQuery } from '@tanstack/react-query'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { answersQuery } from './queries.ts'

export function ServiceAnswers({ service }: { service: string }) {
  const t = useT()
  const textIn = useTextIn()
  const { data } = useQuery(answersQuery(service))
  if (!data || data.answers.length === 0) return null
  return (
    <Card title={t('services.answers.title')}>
      {data.answers.map(({ id, ask, answer }) => (
        <details key={id} className="guide-question">
          <summary>{textIn(ask)}</summary>
          <p>{textIn(answer)}</p>
        </details>
      ))}
      <p><Link href={paths.hardCases()}>{t('services.answers.tell')}</Link></p>
    </Card>
  )
}
