// Ratings of my authority: bad ones to put right, what is due first at the top; questions a supervisor decides; all; those about me.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { gradeNames, isBad, tagNames } from '../../../../server/modules/ratings/grade.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { ratingsQuery, views, type DeskItem, type View } from './queries.ts'

const readView = (search: URLSearchParams): View => views.find((each) => each === search.get('view')) ?? 'open'

export const loader = forStaff(({ request }) => queryClient.fetchQuery(ratingsQuery(readView(new URL(request.url).searchParams))))

export const title = () => t('rating-desk.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const view = readView(search)
  const { data: { ratings } } = useSuspenseQuery(ratingsQuery(view))
  const columns: Column<DeskItem>[] = [
    { key: 'name', header: t('rating-desk.columns.name'), cell: (one) => <Link href={paths.workbenchRating({ rating: one.id })}>{one.name}{one.number === null ? '' : ` ${one.number}`}</Link> },
    { key: 'grade', header: t('rating-desk.columns.grade'), cell: (one) => <span className="tb-row"><Chip tone={isBad(one.grade) ? 'danger' : 'success'}>{textIn(gradeNames[one.grade])}</Chip>{one.tags.map((tag) => <span key={tag} className="tb-muted">{textIn(tagNames[tag])}</span>)}</span> },
    { key: 'authority', header: t('rating-desk.columns.authority'), cell: (one) => one.authorityName },
    { key: 'official', header: t('rating-desk.columns.official'), cell: (one) => (one.isOwn ? t('rating-desk.me') : (one.official ?? '')) },
    { key: 'state', header: t('rating-desk.columns.state'), cell: (one) => <Standing one={one} /> },
    { key: 'due', header: t('rating-desk.columns.due'), cell: (one) => (one.dueOn === null ? '' : <span className="tb-row">{format.date(one.dueOn)}{one.late && <Chip tone="danger">{t('rating-desk.late')}</Chip>}</span>) },
    { key: 'at', header: t('rating-desk.columns.at'), cell: (one) => formatMoment(one.at, thisYear()) },
  ]
  const content = <Table caption={t(`rating-desk.views.${view}`)} rows={ratings} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" level={2} title={t(`rating-desk.empty.${view}`)} />} />
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('rating-desk.title')}</h1>
        <p className="tb-muted">{t('rating-desk.lead')}</p>
      </header>
      <Tabs label={t('rating-desk.title')} selected={view} onSelect={(id) => setSearch({ view: id }, { replace: true })} tabs={views.map((id) => ({ id, label: t(`rating-desk.views.${id}`), content: id === view ? content : null }))} />
    </div>
  )
}

const tones: Record<NonNullable<DeskItem['state']>, Tone> = { open: 'danger', contacted: 'azure', fixed: 'azure', replied: 'azure', passed: 'success', unfounded: 'neutral' }

export function Standing({ one }: { one: Pick<DeskItem, 'state' | 'counts' | 'questions'> }) {
  const t = useT()
  const asked = one.questions.find(({ verdict }) => verdict === null)
  return (
    <span className="tb-row">
      {one.state && <Chip tone={tones[one.state]}>{t(`rating-desk.states.${one.state}`)}</Chip>}
      {asked && <Chip tone="attention">{t(`rating-desk.questions.${asked.kind}`)}</Chip>}
      {(one.counts === 'none' || one.counts === 'unit') && <Chip>{t(`rating-desk.counts.${one.counts}`)}</Chip>}
    </span>
  )
}
