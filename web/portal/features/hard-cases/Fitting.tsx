// What may fit already, while somebody is still writing: matters, services and answers the search finds for the first sentence.
// Nothing is shown while nothing fits.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { fittingQuery, questionIn } from './queries.ts'

export function Fitting({ account }: { account: string }) {
  const t = useT()
  const question = useDeferredValue(questionIn(account))
  const { data } = useQuery({ ...fittingQuery(question), placeholderData: (before) => before })
  const results = question === '' ? [] : (data?.results ?? [])
  return (
    <div role="status">
      {results.length > 0 && (
        <Card title={t('hard-cases.similar.title')}>
          <p className="tb-muted">{t('hard-cases.similar.lead')}</p>
          <ul className="hard-fitting">
            {results.map((result) => (
              <li key={result.type + result.id}>
                <Link href={result.url}>{result.title}</Link>
                <p className="tb-muted">{result.summary}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
