// A difficulty somebody had and how it is solved, for everybody; leads to the services it is about and to one's own case.
// Public.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { answerQuery } from './queries.ts'
import './hard-cases.css'

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.ensureQueryData(answerQuery(params['answer'] ?? ''))

export const title = (answer: Reply<'getAnswer'>) => textNow(answer.ask)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { answer: id = '' } = useParams()
  const { data } = useSuspenseQuery(answerQuery(id))
  return (
    <div className="tb-page tb-stack">
      <div className="tb-columns">
        <header>
          <p className="tb-muted">{t('hard-cases.read.title')}</p>
          <h1>{textIn(data.ask)}</h1>
          <p>{t('hard-cases.read.from')}</p>
        </header>
        <aside className="tb-stack">
          <Card title={t('hard-cases.read.mine')}>
            <p>{t('hard-cases.form.accountHint')}</p>
            <LinkButton href={paths.hardCases()}>{t('hard-cases.read.tell')}</LinkButton>
          </Card>
        </aside>
        <div className="tb-stack">
          <Card>
            <p className="hard-words">{textIn(data.answer)}</p>
            {data.law && <p className="tb-muted">{t('hard-cases.read.law')}：《{data.law.title}》{data.law.article}</p>}
            {data.approvedAt && <p className="tb-muted">{t('hard-cases.read.approved', { date: format.instant(data.approvedAt) })}</p>}
          </Card>
          {data.services.length > 0 && (
            <Card title={t('hard-cases.read.services')}>
              <ul className="hard-fitting">
                {data.services.map(({ id: service, name }) => <li key={service}><Link href={paths.service({ service })}>{textIn(name)}</Link></li>)}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </div>
  )
}
