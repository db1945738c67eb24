// One guide or a part of it that people rated poorly: before and after its last change, what they wrote, what designers decided, and deciding.
// Supervisors read along; what they may not do is not offered.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { gradeNames } from '../../../../server/modules/ratings/grade.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { DecideForm } from './DecideForm.tsx'
import { Figures, Tags, usePageName, useTurn } from './Figures.tsx'
import { partQuery, ratingsQuery, readPart, type ImprovementDetail, type Part } from './queries.ts'
import '../../whole-page.css'
import './improvements.css'

export const loader = forStaff(({ request, params }) => queryClient.fetchQuery(partQuery(readPart(params['of'] ?? '', new URL(request.url).searchParams))))

export const title = (one: ImprovementDetail | null) => one?.name ?? t('improvement-desk.title')

export function Component() {
  const t = useT()
  const pageName = usePageName()
  const { person } = useSession()
  const { of = '' } = useParams()
  const [address] = useSearchParams()
  const part = readPart(of, address)
  const { data: one } = useQuery(partQuery(part))
  if (!one) return <Loading />
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p><LinkButton variant="ghost" href={paths.workbenchImprovements()}>{t('improvement-desk.back')}</LinkButton></p>
        <h1>{one.name}</h1>
        <p className="tb-row"><span className="tb-muted">{pageName(one.page)}</span> <Chip>{t(`improvement-desk.states.${one.state}`)}</Chip> {one.recurs && <Chip tone="warning">{t('improvement-desk.recurs')}</Chip>}</p>
      </header>
      <Compared one={one} />
      <Said part={part} />
      {one.decisions.length > 0 && <History one={one} />}
      {person?.roles?.includes('designer') && <DecideForm key={one.revision} one={one} />}
      <SignedOutDialog />
    </div>
  )
}

function Compared({ one: { since, earlier, turn, design } }: { one: ImprovementDetail }) {
  const t = useT()
  const turnName = useTurn()
  return (
    <Card title={t('improvement-desk.compare')} {...(design ? { aside: <LinkButton variant="ghost" href={paths.workbenchDesigns()}>{t('improvement-desk.change')}</LinkButton> } : {})}>
      <dl className="tb-stack improvement-list">
        {earlier && <div><dt>{t('improvement-desk.earlier')}</dt><dd><Figures counted={earlier} /><br /><span className="tb-muted"><Tags tags={earlier.tags} /></span></dd></div>}
        <div><dt>{turnName(turn)}</dt><dd><Figures counted={since} /><br /><span className="tb-muted"><Tags tags={since.tags} /></span></dd></div>
      </dl>
    </Card>
  )
}

function Said({ part }: { part: Part }) {
  const t = useT()
  const textIn = useTextIn()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(ratingsQuery(part))
  const ratings = data?.pages.flatMap((page) => page.ratings) ?? []
  return (
    <Card title={t('improvement-desk.words')}>
      {data && ratings.length === 0 && <p className="tb-muted">{t('improvement-desk.noRatings')}</p>}
      <ul className="tb-stack improvement-list">
        {ratings.map((one) => (
          <li key={one.id}>
            <span className="tb-row"><Chip>{textIn(gradeNames[one.grade])}</Chip> <span className="tb-muted">{[formatMoment(one.at, thisYear()), ...one.tags, one.after === null ? '' : t('improvement-desk.seen', { n: one.after })].filter(Boolean).join(' · ')}</span></span>
            {one.words === null ? <p className="tb-muted">{t('improvement-desk.noWords')}</p> : <p lang="zh-CN">{one.words}</p>}
          </li>
        ))}
      </ul>
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('improvement-desk.more')}</Button>}
    </Card>
  )
}

function History({ one: { decisions } }: { one: ImprovementDetail }) {
  const t = useT()
  return (
    <Card title={t('improvement-desk.history')}>
      <ul className="tb-stack improvement-list">
        {decisions.map(({ at, step, note, edition, byName }) => (
          <li key={at}><b>{t(`improvement-desk.steps.${step}`)}</b>{edition === null ? '' : ` ${t('improvement-desk.inEdition', { n: edition })}`} {note} <small className="tb-muted">{byName} · {formatMoment(at, thisYear())}</small></li>
        ))}
      </ul>
    </Card>
  )
}
