// Text messages for those in charge: the failed ones first, each to be sent again; all of them; and the words to be registered.
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import './text-messages.css'

type TextMessage = Reply<'listTextMessages'>['messages'][number]
type Words = Reply<'listTextMessageWords'>['words'][number]

const views = ['failed', 'all', 'words'] as const
type View = (typeof views)[number]

const wordsQuery = queryOptions({ queryKey: ['text-messages', 'words'], queryFn: ({ signal }) => api('listTextMessageWords', {}, { signal }), staleTime: 60_000 })

const listQuery = (failed: boolean) => infiniteQueryOptions({
  queryKey: ['text-messages', failed],
  queryFn: ({ pageParam, signal }) => api('listTextMessages', { query: { failed, limit: 50, ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
})

export const loader = forStaff(() => queryClient.ensureQueryData(wordsQuery))

export const title = () => t('text-message-desk.title')

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data } = useSuspenseQuery(wordsQuery)
  const [search, setSearch] = useSearchParams()
  const selected: View = views.find((each) => each === search.get('view')) ?? 'failed'
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('text-message-desk.title')}</h1>
        <p className="tb-muted">{t('text-message-desk.lead')}</p>
        <p className="tb-muted">{t('text-message-desk.limits', { number: format.number(data.perNumber), day: format.number(data.perDay) })}</p>
      </header>
      {!data.connected && <Notice tone="attention" title={t('text-message-desk.offTitle')}><p>{t('text-message-desk.off')}</p></Notice>}
      <Tabs
        label={t('text-message-desk.views')} selected={selected} onSelect={(view) => setSearch({ view }, { replace: true })}
        tabs={[
          { id: 'failed', label: t('text-message-desk.failed'), content: <Messages key="failed" failed /> },
          { id: 'all', label: t('text-message-desk.all'), content: <Messages key="all" failed={false} /> },
          { id: 'words', label: t('text-message-desk.words'), content: <WordsTable words={data.words} /> },
        ]}
      />
    </div>
  )
}

const tones = { queued: 'neutral', calling: 'azure', sent: 'azure', delivered: 'success', failed: 'danger', dropped: 'neutral' } as const

function useReason(): (code: string) => string {
  const t = useT()
  const known: Record<string, string> = {
    stopped: t('text-message-desk.because.stopped'), unwanted: t('text-message-desk.because.unwanted'), expired: t('text-message-desk.because.expired'), numberLimit: t('text-message-desk.because.numberLimit'), dayLimit: t('text-message-desk.because.dayLimit'),
    superseded: t('text-message-desk.because.superseded'), noTemplate: t('text-message-desk.because.noTemplate'), unreachable: t('text-message-desk.because.unreachable'),
  }
  return (code) => known[code] ?? t('text-message-desk.because.other', { code })
}

function Messages({ failed }: { failed: boolean }) {
  const t = useT()
  const format = useFormat()
  const reason = useReason()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(listQuery(failed))
  const sending = useChange((id: string) => api('sendTextMessageAgain', { params: { id }, body: {} }), () => {
    toast(t('text-message-desk.againOk'), { tone: 'success' })
    void queryClient.invalidateQueries({ queryKey: ['text-messages'] })
  })
  const again = (id: string) => sending.mutate(id, { onError: (error) => toast(messageOf(error) ?? t('text-message-desk.failedToDo'), { tone: 'danger' }) })
  const columns: Column<TextMessage>[] = [
    { key: 'phone', header: t('text-message-desk.phone'), cell: ({ phone }) => <span className="text-message-whole">{phone}</span> },
    { key: 'text', header: t('text-message-desk.text'), cell: ({ text }) => text },
    {
      key: 'state', header: t('text-message-desk.state'),
      cell: ({ state, because, tries }) => (
        <>
          <span className="text-message-whole"><Chip tone={tones[state]}>{t(`text-message-desk.states.${state}`)}</Chip></span>
          {because !== null && <div>{reason(because)}</div>}
          {tries > 1 && <div className="tb-muted">{t('text-message-desk.tries', { tries })}</div>}
        </>
      ),
    },
    { key: 'at', header: t('text-message-desk.at'), cell: ({ endedAt, sentAt, madeAt }) => format.instant(endedAt ?? sentAt ?? madeAt) },
    { key: 'again', header: <span className="text-message-whole">{t('text-message-desk.again')}</span>, stackedLabel: 'hidden', cell: ({ id, mayBeSentAgain }) => (mayBeSentAgain ? <Button variant="quiet" busy={sending.isPending && sending.variables === id} onClick={() => again(id)}>{t('text-message-desk.again')}</Button> : null) },
  ]
  if (!data) return <Loading />
  return (
    <div className="tb-stack">
      <Table
        caption={t('text-message-desk.list')} columns={columns} rows={data.pages.flatMap(({ messages }) => messages)} rowKey={({ id }) => id}
        empty={<EmptyState icon="check" level={2} title={failed ? t('text-message-desk.noneFailed') : t('text-message-desk.none')} />}
      />
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('text-message-desk.older')}</Button>}
    </div>
  )
}

function WordsTable({ words }: { words: readonly Words[] }) {
  const t = useT()
  const columns: Column<Words>[] = [
    { key: 'kind', header: t('text-message-desk.kind'), cell: ({ kind }) => t(`text-message-desk.kinds.${kind}`) },
    { key: 'text', header: t('text-message-desk.text'), cell: ({ text }) => text },
    { key: 'template', header: t('text-message-desk.template'), cell: ({ template }) => template ?? <Chip tone="attention">{t('text-message-desk.notRegistered')}</Chip> },
  ]
  return (
    <div className="tb-stack">
      <p>{t('text-message-desk.wordsLead')}</p>
      <Table caption={t('text-message-desk.words')} columns={columns} rows={words} rowKey={({ kind }) => kind} />
    </div>
  )
}
