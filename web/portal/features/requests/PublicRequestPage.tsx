// One request others reported, with its answer and how its reporter rated it; everybody may read it.
// Personal data was removed when it was published.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { gradeNames } from '../../../../server/modules/ratings/grade.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { publishedQuery, type Published } from './queries.ts'
import './requests.css'

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.ensureQueryData(publishedQuery(params['request'] ?? ''))

export const title = (one: Published) => one.title

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { request: id = '' } = useParams()
  const { data: one } = useSuspenseQuery(publishedQuery(id))
  return (
    <div className="tb-page tb-page-text tb-stack">
      <Breadcrumbs items={[{ label: t('requests.public.back'), href: paths.publicRequests() }, { label: one.title }]} />
      <header>
        <h1>{one.title}</h1>
        <p className="tb-muted">{[t(`requests.kinds.${one.kind}`), one.categoryName && textIn(one.categoryName), one.regionName && textIn(one.regionName), format.instant(one.receivedAt)].filter(Boolean).join(' · ')}</p>
      </header>
      <Card title={t('requests.public.question')}><p className="request-words">{one.text}</p></Card>
      <Card title={t('requests.public.reply')}>
        <p className="request-words">{one.answer}</p>
        <p className="tb-muted">{t('requests.public.answered', { unit: one.unit ? textIn(one.unit.name) : '', date: format.instant(one.publishedAt) })}</p>
        {one.grade && <p className="tb-muted">{t('requests.public.rating')}：{textIn(gradeNames[one.grade])}</p>}
      </Card>
      <div><LinkButton variant="ghost" href={paths.newRequest()}>{t('requests.public.mine')}</LinkButton></div>
    </div>
  )
}
