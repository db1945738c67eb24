// Lists published for objections now, for everybody.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkCard } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { payListsQuery } from './queries.ts'

export const loader = () => queryClient.fetchQuery(payListsQuery)

export const title = () => t('benefits.lists.title')

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data: lists } = useSuspenseQuery(payListsQuery)
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('benefits.lists.title')}</h1>
        <p>{t('benefits.lists.lead')}</p>
      </header>
      {lists.length === 0 && <EmptyState icon="info" title={t('benefits.lists.none')} />}
      {lists.map((list) => (
        <LinkCard key={list.id} level={2} href={paths.payList({ list: list.id })} title={list.benefitName}>
          <p>{t('benefits.lists.people', { n: list.items })} · {t('benefits.lists.until', { day: format.date(list.until) })}</p>
        </LinkCard>
      ))}
    </div>
  )
}
