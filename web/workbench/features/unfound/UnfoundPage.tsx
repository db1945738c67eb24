// What people asked for and nobody could find or answer, for designers of the place: made findable by a keyword, answered otherwise, or set aside.
// Nothing says who asked; numbers are masked. What is narrowed stands in the address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { DealDialog } from './DealDialog.tsx'
import { PopularWords } from './PopularWords.tsx'
import { RatedGuides } from './RatedGuides.tsx'
import { UnhelpfulAnswers } from './UnhelpfulAnswers.tsx'
import { most, readFilter, sources, states, unfoundQuery, type Unfound } from './queries.ts'
import '../../whole-page.css'
import './unfound.css'

export const loader = forStaff(({ request }) => queryClient.ensureQueryData(unfoundQuery(readFilter(new URL(request.url).searchParams))))

export const title = () => t('unfound.title')

export function Component() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { person } = useSession()
  const [address] = useSearchParams()
  const filter = readFilter(address)
  const { data } = useSuspenseQuery(unfoundQuery(filter))
  const [dealing, setDealing] = useState<Unfound>()
  const decides = person?.roles?.includes('designer') ?? false
  const counts = new Map(data.counts.map(({ state, count }) => [state, count]))
  const columns: Column<Unfound>[] = [
    { key: 'words', header: t('unfound.words'), cell: ({ words }) => <b lang="zh-CN">{words}</b> },
    { key: 'times', header: t('unfound.times'), align: 'end', cell: ({ times }) => format.number(times) },
    { key: 'source', header: t('unfound.source'), cell: ({ source }) => <Chip tone={source === 'search' ? 'warning' : 'neutral'}>{t(`unfound.sources.${source}`)}</Chip> },
    { key: 'last', header: t('unfound.last'), cell: ({ lastAt }) => format.instant(lastAt) },
    ...(filter.state === 'open' ? [] : [{ key: 'note', header: t('unfound.became'), cell: ({ remedy, note, decidedBy }: Unfound) => <>{remedy && `${t(`unfound.remedies.${remedy}`)}：`}{note} <small className="tb-muted">{decidedBy}</small></> }]),
    {
      key: 'do', header: t('unfound.do'), cell: (one) => (
        <span className="unfound-do">
          <Link href={paths.search({}, { q: one.words, region: one.region })}>{t('unfound.look')}<span className="tb-hidden"> {one.words}</span></Link>
          {decides && <Button variant="plain" onClick={() => setDealing(one)}>{t('unfound.deal')}<span className="tb-hidden"> {one.words}</span></Button>}
        </span>
      ),
    },
  ]
  const exportList = () =>
    saveTable(t('unfound.title'), [
      [t('unfound.words'), t('unfound.times'), t('unfound.source'), t('unfound.first'), t('unfound.last'), t('unfound.became')],
      ...data.questions.map(({ words, times, source, firstAt, lastAt, remedy, note }) => [words, times, t(`unfound.sources.${source}`), format.instant(firstAt), format.instant(lastAt), [remedy && t(`unfound.remedies.${remedy}`), note].filter(Boolean).join(' ')]),
    ]).catch(() => toast(t('unfound.exportFailed'), { tone: 'danger' }))
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('unfound.title')}</h1>
        <p className="tb-muted">{t('unfound.lead')}</p>
      </header>
      <div className="unfound-bar">
        <nav aria-label={t('unfound.state')}>
          {states.map((state) => (
            <Link key={state} href={paths.workbenchUnfound({}, { state, source: filter.source })} aria-current={state === filter.state ? 'page' : undefined}>
              {t(`unfound.states.${state}`)} <small>{counts.get(state) ?? 0}</small>
            </Link>
          ))}
        </nav>
        <Select
          label={t('unfound.source')}
          labelHidden
          emptyIsAll
          placeholder={t('unfound.anySource')}
          value={filter.source ?? ''}
          onChange={(source) => void navigate(paths.workbenchUnfound({}, { state: filter.state, source }))}
          options={sources.map((source) => ({ value: source, label: t(`unfound.sources.${source}`) }))}
        />
        <Button variant="ghost" onClick={() => void exportList()} disabledReason={data.questions.length === 0 ? t('unfound.nothingToExport') : undefined}>{t('unfound.export')}</Button>
      </div>
      {data.questions.length === 0 && <EmptyState icon="check" title={t(`unfound.none.${filter.state}`)}><p>{t('unfound.noneText')}</p></EmptyState>}
      {data.questions.length > 0 && <Table caption={t(`unfound.states.${filter.state}`)} columns={columns} rows={data.questions} rowKey={({ id }) => id} />}
      {data.questions.length === most && <p className="tb-muted">{t('unfound.most', { n: most })}</p>}
      {filter.state === 'open' && <UnhelpfulAnswers onDeal={decides ? setDealing : undefined} />}
      <PopularWords decides={decides} />
      <RatedGuides />
      <DealDialog key={dealing?.id} one={dealing} onClose={() => setDealing(undefined)} />
      <SignedOutDialog />
    </div>
  )
}
