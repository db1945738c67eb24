// One hard case: what the applicant says, what authorities wrote, meetings, the answer, what it becomes, the history.
// At the right what can be done and what may help; the list stays at the left.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { DeskContext, useNewDesk } from './desk.ts'
import { HardCaseList } from './HardCaseList.tsx'
import { HardCaseParts } from './HardCaseParts.tsx'
import { HardCaseSide } from './HardCaseSide.tsx'
import { hardCaseQuery, readView, type HardCase, type View } from './queries.ts'
import { stateTones } from './tones.ts'
import './hard-cases.css'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(hardCaseQuery(params['hardCase'] ?? '')))

export const title = (one: HardCase | null) => one?.title ?? t('hard-case-desk.title')

export function Component() {
  const { hardCase: id = '' } = useParams()
  const [search] = useSearchParams()
  const { data: one } = useQuery(hardCaseQuery(id))
  if (!one) return <Loading />
  return <HardCaseView key={id} one={one} view={readView(search) ?? 'open'} />
}

function HardCaseView({ one, view }: { one: HardCase; view: View }) {
  const t = useT()
  const desk = useNewDesk(one)
  return (
    <DeskContext value={desk}>
      <ThreeColumns narrow="main" listLabel={t('hard-case-desk.list')} mainLabel={one.title} sideLabel={t('hard-case-desk.actions.title')} list={<HardCaseList view={view} selected={one.id} />} side={<HardCaseSide />}>
        <div className="hard-main tb-stack">
          <Head one={one} view={view} />
          <HardCaseParts one={one} />
        </div>
      </ThreeColumns>
      <SignedOutDialog />
    </DeskContext>
  )
}

function Head({ one, view }: { one: HardCase; view: View }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const day = one.sortOn ? t('hard-case-desk.days.sort', { date: format.day(one.sortOn) }) : one.answerOn && !one.answer ? t('hard-case-desk.days.answer', { date: format.day(one.answerOn) }) : ''
  return (
    <header>
      <div className="hard-narrow-only"><Link href={paths.workbenchHardCases({}, { view })}>{t('hard-case-desk.links.back')}</Link></div>
      <div className="tb-row">
        <h1>{one.title}</h1>
        <Chip tone={stateTones[one.state]}>{t(`hard-case-desk.state.${one.state}`)}</Chip>
        {one.categoryName && <Chip>{textIn(one.categoryName)}</Chip>}
        {one.late && <Chip tone="danger">{t('hard-case-desk.late')}</Chip>}
        {day && <span className="tb-row-end tb-muted">{day}</span>}
      </div>
      <p className="tb-muted">{t('hard-case-desk.head.number', { number: one.number, place: textIn(one.regionName), channel: t(`hard-case-desk.channel.${one.channel}`), time: format.instant(one.createdAt) })} · {one.coordinator ? t('hard-case-desk.head.by', { name: one.coordinator }) : t('hard-case-desk.unclaimed')}</p>
      {one.risenFrom && <p><Chip tone="attention">{t('hard-case-desk.head.risen', { place: textIn(one.risenFrom) })}</Chip></p>}
      {one.fromCase && <p className="tb-muted">{t('hard-case-desk.head.fromCase', { number: one.fromCase })}</p>}
    </header>
  )
}
