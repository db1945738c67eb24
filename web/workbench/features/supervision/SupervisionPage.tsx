// Supervision: cards of the units one is responsible for, how far each late case has come on the ladder, and late requests.
// Units answer their cards here, supervisors confirm or cancel them.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card as Sheet } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { reasonText } from './card-words.ts'
import { CardEntry } from './CardEntry.tsx'
import { LadderTable } from './LadderTable.tsx'
import { LateRequestsTable } from './LateRequestsTable.tsx'
import { cardsQuery, lateQuery, lateRequestsQuery, listAllCards, readStanding, standings, type StandingFilter } from './queries.ts'
import './supervision.css'

export const loader = forStaff(async ({ request }) => {
  await Promise.all([queryClient.ensureInfiniteQueryData(cardsQuery(readStanding(new URL(request.url).searchParams))), queryClient.ensureInfiniteQueryData(lateQuery), queryClient.ensureInfiniteQueryData(lateRequestsQuery)])
  return null
})

export const title = () => t('supervision.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const standing = readStanding(search)
  return (
    <div className="tb-page supervision-page tb-stack">
      <div>
        <h1>{t('supervision.title')}</h1>
        <p className="tb-muted">{t('supervision.lead')}</p>
      </div>
      <Cards standing={standing} />
      <Ladder />
      <LateRequests />
    </div>
  )
}

function Cards({ standing }: { standing: StandingFilter }) {
  const t = useT()
  const navigate = useNavigate()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(cardsQuery(standing))
  const cards = data?.pages.flatMap((page) => page.cards) ?? []
  return (
    <Sheet title={t('supervision.cards')}>
      <div className="supervision-filters">
        <Select
          label={t('supervision.show')}
          value={standing}
          onChange={(show) => void navigate(paths.workbenchSupervision({}, { show }), { preventScrollReset: true })}
          options={standings.map((value) => ({ value, label: t(`supervision.standings.${value}`) }))}
        />
        <Export standing={standing} />
      </div>
      {cards.length === 0 && <EmptyState icon="check" title={t('supervision.empty.title')}><p>{t('supervision.empty.text')}</p></EmptyState>}
      <ul className="supervision-cards">
        {cards.map((card) => <CardEntry key={card.id} card={card} />)}
      </ul>
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('supervision.more')}</Button>}
    </Sheet>
  )
}

function Ladder() {
  const t = useT()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lateQuery)
  return (
    <Sheet title={t('supervision.ladder')}>
      <LadderTable cases={data?.pages.flatMap((page) => page.cases) ?? []} />
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('supervision.more')}</Button>}
    </Sheet>
  )
}

function LateRequests() {
  const t = useT()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lateRequestsQuery)
  return (
    <Sheet title={t('supervision.requests')}>
      <LateRequestsTable requests={data?.pages.flatMap((page) => page.requests) ?? []} />
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('supervision.more')}</Button>}
    </Sheet>
  )
}

function Export({ standing }: { standing: StandingFilter }) {
  const t = useT()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const cards = await listAllCards(standing)
      const heading = [t('supervision.number'), t('supervision.cards'), t('supervision.why'), t('supervision.authority'), t('supervision.promised'), t('supervision.issued'), t('supervision.due'), t('supervision.standing'), t('supervision.answer.action'), t('supervision.verdict.reasons')]
      const lines = cards.map((card) => [
        card.number, t(`supervision.color.${card.color}`), reasonText(card, t), textNow(card.authorityName), card.promisedOn, format.instant(card.issuedAt), card.answerDueOn ?? '',
        t(`supervision.standings.${card.standing}`), card.answer?.text ?? '', card.decision?.reasons ?? '',
      ])
      await saveTable(t('supervision.file'), [heading, ...lines])
    } catch {
      toast(t('supervision.exportFailed'), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return <Button variant="quiet" busy={busy} onClick={() => void run()}>{t('supervision.export')}</Button>
}
