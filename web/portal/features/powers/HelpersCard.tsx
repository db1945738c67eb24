// Helpers of a hall who may act for the reader now, each with the way to end it. Nothing is drawn when there is none.
import { useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { helpersQuery, type HelpSession } from './queries.ts'

export function HelpersCard() {
  const t = useT()
  const { data } = useSuspenseQuery(helpersQuery)
  const live = data.filter((each) => each.live)
  if (live.length === 0) return null
  return (
    <Card level={2} tone="attention" title={t('proxies.helpers.title')}>
      {live.map((each) => <OneSession key={each.id} session={each} />)}
    </Card>
  )
}

function OneSession({ session: { id, helper, hall, untilAt } }: { session: HelpSession }) {
  const t = useT()
  const textIn = useTextIn()
  const { mutate, isPending, error } = useChange(() => api('endBeingHelped', { params: { id } }), async () => {
    await queryClient.invalidateQueries({ queryKey: helpersQuery.queryKey })
    toast(t('proxies.helpers.ended'))
  })
  return (
    <div className="tb-stack">
      <p>{t('proxies.helpers.by', { hall: textIn(hall), name: helper, until: formatMoment(untilAt, thisYear()) })}</p>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('proxies.failed')}</Notice>}
      <div><Button variant="ghost" busy={isPending} onClick={() => mutate()}>{t('proxies.helpers.end')}</Button></div>
    </div>
  )
}
