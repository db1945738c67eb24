// The left column: views with their counts, the list, and the ways to intake and ledger.
// Officials who do not coordinate see what is asked of their authority.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { PickList, type PickItem } from '../../../ui/PickList.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { caseViews, listQuery, opinionsQuery, views, type HardCaseRow, type OpinionRow, type View } from './queries.ts'
import './hard-cases.css'

export const isOpinionView = (view: View): view is 'opinions' | 'given' => view === 'opinions' || view === 'given'

export function HardCaseList({ view, selected }: { view: View; selected?: string | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data: list } = useQuery(listQuery(isOpinionView(view) ? 'open' : view))
  const { data: asked } = useQuery(opinionsQuery(view === 'given'))
  const counts = list?.counts
  const shown = views.filter((each) => list?.coordinates !== false || isOpinionView(each))
  const caseItem = (one: HardCaseRow): PickItem => ({
    id: one.id, href: paths.workbenchHardCase({ hardCase: one.id }, { view }), title: one.title, meta: `${one.number} · ${textIn(one.regionName)}`,
    side: one.late ? t('hard-case-desk.late') : one.sortOn ? t('hard-case-desk.days.sort', { date: format.day(one.sortOn) }) : one.answerOn && view !== 'all' && view !== 'answered' ? t('hard-case-desk.days.answer', { date: format.day(one.answerOn) }) : t(`hard-case-desk.state.${one.state}`),
    sideTone: one.late ? 'danger' : 'neutral', sideMeta: one.mine ? t('hard-case-desk.mine') : (one.coordinator ?? t('hard-case-desk.unclaimed')),
  })
  const opinionItem = (one: OpinionRow): PickItem => ({
    id: one.id, href: paths.workbenchHardCaseOpinion({ opinion: one.id }, { view }), title: one.title, meta: `${one.number} · ${textIn(one.authority)}`,
    side: one.late && !one.givenAt ? t('hard-case-desk.late') : t('hard-case-desk.days.opinion', { date: format.day(one.dueOn) }), sideTone: one.late && !one.givenAt ? 'danger' : 'neutral', sideMeta: one.askedBy,
  })
  const items = isOpinionView(view) ? asked?.opinions.map(opinionItem) : list?.hardCases.map(caseItem)
  return (
    <>
      <nav className="hard-views" aria-label={t('hard-case-desk.views.label')}>
        {shown.map((each) => (
          <Link key={each} href={paths.workbenchHardCases({}, { view: each })} aria-current={each === view ? 'page' : undefined}>
            {t(`hard-case-desk.views.${each}`)} <span>{countOf(each, counts)}</span>
          </Link>
        ))}
      </nav>
      <p className="hard-links">
        <Link href={paths.workbenchHardCaseIntake()}>{t('hard-case-desk.links.intake')}</Link>
        {list?.coordinates && <Link href={paths.workbenchHardCaseLedger()}>{t('hard-case-desk.links.ledger')}</Link>}
      </p>
      <PickList
        label={t('hard-case-desk.list')}
        selected={selected}
        items={items ?? []}
        empty={items === undefined ? <Loading lines={5} /> : (
          <EmptyState icon="check" title={t(isOpinionView(view) ? 'hard-case-desk.empty.opinions' : 'hard-case-desk.empty.title')}>
            <p>{t(isOpinionView(view) ? 'hard-case-desk.empty.opinionsText' : 'hard-case-desk.empty.text')}</p>
          </EmptyState>
        )}
      />
    </>
  )
}

const countOf = (view: View, counts: Readonly<Record<string, number>> | undefined): number | string => (caseViews.some((each) => each === view) ? (counts?.[view] ?? '') : '')
