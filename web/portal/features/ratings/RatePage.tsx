// Rating by a link, from the code on a slip or at a kiosk: no login, once, nothing of the person is shown.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { gradeNames } from '../../../../server/modules/ratings/grade.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { RatingForm, type Said } from '../../../shared/rating/RatingForm.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { KioskRate } from './KioskRate.tsx'
import { linkQuery } from './queries.ts'

export const loader = ({ params }: { params: Record<string, string | undefined> }) => queryClient.fetchQuery(linkQuery(params['token'] ?? ''))

export const title = () => t('ratings.link.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { token = '' } = useParams()
  const { data } = useSuspenseQuery(linkQuery(token))
  const rating = useChange((said: Said) => api('rateCaseByLink', { params: { token }, body: said }))
  const given = rating.data?.grade ?? data.rated
  if (data.channel === 'kiosk') return <KioskRate token={token} name={data.name} authorityName={data.authorityName} rated={data.rated !== null} />
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('ratings.link.title')}</h1>
        <p><b>{data.name}</b> · {data.authorityName}</p>
      </header>
      {given === null ? (
        <Card>
          <RatingForm label={t('ratings.form.how')} onSend={rating.mutate} busy={rating.isPending} error={rating.error} />
          <p className="tb-muted">{t('ratings.link.until', { date: format.instant(data.until) })}</p>
        </Card>
      ) : (
        <Notice tone="success" live="polite" title={rating.data ? t('ratings.form.thanks') : t('ratings.link.done')}>
          <p>{t('ratings.link.given', { grade: textIn(gradeNames[given]) })}</p>
        </Notice>
      )}
      <p><LinkButton variant="quiet" href={paths.publicRatings()}>{t('ratings.public.title')}</LinkButton></p>
    </div>
  )
}
