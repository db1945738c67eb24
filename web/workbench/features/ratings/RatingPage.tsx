// One rating: what was said of whom, what was done, what may be done now; an appeal by the official, and what a supervisor decides.
// Who rated is shown shortened; the number to call is opened on request, which stays on record.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { gradeNames, isBad, tagNames } from '../../../../server/modules/ratings/grade.ts'
import { addressOf, api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading } from '../../../ui/States.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { ActForm } from './ActForm.tsx'
import { AppealForm, RulingForm } from './QuestionForms.tsx'
import { ratingQuery, type DeskRating } from './queries.ts'
import { Standing } from './RatingsPage.tsx'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(ratingQuery(params['rating'] ?? '')))

export const title = (one: DeskRating | null) => (one ? t('rating-desk.one.title', { name: one.name }) : t('rating-desk.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { rating = '' } = useParams()
  const { data: one } = useQuery(ratingQuery(rating))
  if (!one) return <Loading />
  const open = one.questions.filter(({ verdict }) => verdict === null)
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p><LinkButton variant="ghost" href={paths.workbenchRatings()}>{t('rating-desk.one.back')}</LinkButton></p>
        <h1>{t('rating-desk.one.title', { name: one.name })}</h1>
        <p className="tb-row">
          <Chip tone={isBad(one.grade) ? 'danger' : 'success'}>{textIn(gradeNames[one.grade])}</Chip>
          <Standing one={one} />
          {one.dueOn !== null && <span className="tb-muted">{t('rating-desk.one.due', { date: format.date(one.dueOn) })}</span>}
          {one.late && <Chip tone="danger">{t('rating-desk.late')}</Chip>}
        </p>
      </header>
      <Card>
        <KeyValue
          lines
          items={[
            ...(one.number === null ? [] : [{ id: 'number', label: t('rating-desk.one.number'), value: one.number }]),
            { id: 'authority', label: t('rating-desk.columns.authority'), value: one.authorityName },
            ...(one.official === null ? [] : [{ id: 'official', label: t('rating-desk.columns.official'), value: one.isOwn ? t('rating-desk.me') : one.official }]),
            ...(one.page === null ? [] : [{ id: 'page', label: t('rating-desk.one.page'), value: one.page }]),
            { id: 'tags', label: t('rating-desk.one.tags'), value: one.tags.length === 0 ? <span className="tb-muted">{t('rating-desk.one.nothing')}</span> : one.tags.map((tag) => textIn(tagNames[tag])).join(t('rating-desk.and')) },
            { id: 'words', label: t('rating-desk.one.words'), value: one.words ?? <span className="tb-muted">{t('rating-desk.one.nothing')}</span> },
            ...(one.person === null ? [] : [{ id: 'person', label: t('rating-desk.one.person'), value: <Person one={one} /> }]),
            { id: 'channel', label: t('rating-desk.one.channel'), value: `${t(`rating-desk.channels.${one.channel}`)} · ${formatMoment(one.at, thisYear())}` },
            ...(one.again === null ? [] : [{ id: 'again', label: t('rating-desk.one.again'), value: textIn(gradeNames[one.again]) }]),
            ...(one.files.length === 0 ? [] : [{ id: 'files', label: t('rating-desk.one.files'), value: <span className="tb-row">{one.files.map((file) => <Link key={file.id} href={addressOf('getRatingFile', { id: one.id, file: file.id })}>{file.name}</Link>)}</span> }]),
          ]}
        />
      </Card>
      {one.questions.map((question) => (
        <Card key={question.kind} title={t(`rating-desk.questions.${question.kind}`)}>
          <p>{question.kind === 'appeal' ? question.grounds : t(`rating-desk.why.${question.kind === 'denied' ? 'denied' : whyOf(question.grounds)}`)}</p>
          {question.verdict !== null && <p><b>{t(`rating-desk.verdicts.${question.verdict}`)}</b> {question.reasons}</p>}
        </Card>
      ))}
      {one.mayDecide && open.map(({ kind }) => <RulingForm key={kind} one={one} about={kind} />)}
      {one.mayAppeal && <AppealForm one={one} />}
      <ActForm key={one.revision} one={one} />
      {one.history.length > 0 && (
        <Card title={t('rating-desk.one.history')}>
          <Timeline
            label={t('rating-desk.one.history')}
            items={one.history.map(({ action, at, byName, detail }, index) => ({ id: String(index), dateTime: at, time: formatMoment(at, thisYear()), text: [byName, t(`rating-desk.actions.${action}`)].filter(Boolean).join(' · '), ...detailOf(detail) }))}
          />
        </Card>
      )}
      <SignedOutDialog />
    </div>
  )
}

const whys = ['burst', 'device', 'hasty', 'self', 'unfounded'] as const
const whyOf = (grounds: string) => whys.find((each) => each === grounds) ?? 'burst'

/** What was written with a step. */
const detailOf = (detail: DeskRating['history'][number]['detail']): { detail?: string } => {
  const said = [detail['note'], detail['measures'], detail['text'], detail['reasons']].find((each) => typeof each === 'string')
  return typeof said === 'string' ? { detail: said } : {}
}

function Person({ one }: { one: DeskRating }) {
  const t = useT()
  const mayCall = one.choices.some(({ action, because }) => action === 'contact' && because !== 'role' && because !== 'own')
  const opening = useChange(() => api('revealRaterPhone', { params: { id: one.id } }))
  const show = () => opening.mutate(undefined, { onError: (error) => toast(messageOf(error) ?? t('rating-desk.failed'), { tone: 'danger' }) })
  return (
    <span className="tb-row">
      <span>{one.person}</span>
      {opening.data?.phone ? <a href={`tel:${opening.data.phone}`}>{opening.data.phone}</a> : <span>{one.phoneMasked}</span>}
      {mayCall && one.phoneMasked && !opening.data && <Button variant="quiet" busy={opening.isPending} onClick={show}>{t('rating-desk.one.call')}</Button>}
    </span>
  )
}
