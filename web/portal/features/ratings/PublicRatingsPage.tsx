// Bad ratings and what was done about them, for everybody to read; who said it is not shown.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { gradeNames, tagNames } from '../../../../server/modules/ratings/grade.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Face } from '../../../shared/rating/Face.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { publishedQuery, type Published } from './queries.ts'
import './ratings.css'

export const loader = async () => {
  await queryClient.fetchInfiniteQuery(publishedQuery)
  return null
}

export const title = () => t('ratings.public.title')

export function Component() {
  const t = useT()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(publishedQuery)
  const ratings = data.pages.flatMap((page) => page.ratings)
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('ratings.public.title')}</h1>
        <p>{t('ratings.public.lead')}</p>
      </header>
      {ratings.length === 0 && <EmptyState icon="check" title={t('ratings.public.empty')}><p>{t('ratings.public.emptyText')}</p></EmptyState>}
      {ratings.map((one) => <Entry key={one.id} one={one} />)}
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('ratings.public.older')}</Button>}
    </div>
  )
}

function Entry({ one }: { one: Published }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card title={one.name} aside={<time className="tb-muted" dateTime={one.publishedAt}>{format.instant(one.publishedAt)}</time>}>
      <div className="tb-stack">
        <p className="tb-row"><Face grade={one.grade} /> {textIn(gradeNames[one.grade])}{one.tags.length > 0 && <span className="tb-muted">{one.tags.map((tag) => textIn(tagNames[tag])).join(t('ratings.and'))}</span>}</p>
        {one.words !== '' && <p className="ratings-words">{one.words}</p>}
        <p><b>{t('ratings.reply', { authority: one.authorityName })}</b> {one.reply}</p>
        {one.again && <p className="tb-muted">{t('ratings.again.public', { grade: textIn(gradeNames[one.again]) })}</p>}
      </div>
    </Card>
  )
}
