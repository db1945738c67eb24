// Parts of a request as its reporter sees them: the head, the answer, how far it is, what was written, what happened.
// The page without login shows the same parts with less in them.
import type { ReactNode } from 'react'
import { requestActions, type RequestAction } from '../../../../server/modules/requests/request.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Sound } from '../../../shared/Sound.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { courseOf, stateTone, withUnits } from './course.ts'
import { CourseMap } from './CourseMap.tsx'
import { isLate, type OwnRequest, type Shown } from './queries.ts'

export function Head({ one }: { one: Shown }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  // By the link it is called what it is about, not what was written.
  const heading = 'title' in one ? one.title : one.categoryName ? textIn(one.categoryName) : t(`requests.kinds.${one.kind}`)
  return (
    <div>
      <div className="tb-row">
        <h1>{heading}</h1>
        <Chip tone={stateTone(one.state)}>{t(`requests.states.${one.state}`)}</Chip>
        {isLate(one) && <Chip tone="danger">{t('requests.mine.late')}</Chip>}
      </div>
      <p className="tb-muted">{t(`requests.kinds.${one.kind}`)} · {t('requests.one.number', { number: one.number })} · {t('requests.one.at', { time: format.instant(one.receivedAt) })}</p>
    </div>
  )
}

export function CourseCard({ one }: { one: Shown }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card title={t('requests.one.course')}>
      <div className="tb-stack">
        <CourseMap
          items={courseOf(one.state, one.history)}
          now={
            <>
              {one.unit && <span>{t('requests.one.unit', { unit: textIn(one.unit.name) })}</span>}
              {one.dueAt && <span>{t('requests.one.promised', { time: format.instant(one.dueAt) })}</span>}
            </>
          }
        />
        {isLate(one) && <Notice compact tone="warning">{t('requests.one.late')}</Notice>}
        {one.seconds > 0 && <p className="tb-muted">{t('requests.one.seconds', { n: one.seconds })}</p>}
      </div>
    </Card>
  )
}

interface WithFiles {
  one: OwnRequest
  fileHref: (file: string) => string
}

export function AnswerCard({ one, children }: { one: Shown; children?: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const [answer] = one.answers
  if (!answer) return null
  return (
    <Card title={t('requests.one.answer')} aside={<Chip tone={answer.outcome === 'solved' ? 'success' : answer.outcome === 'impossible' ? 'warning' : 'azure'}>{t(`requests.outcomes.${answer.outcome}`)}</Chip>}>
      <p className="request-words">{answer.text}</p>
      {answer.promisedOn && <p><b>{t('requests.one.promisedOn', { date: format.date(answer.promisedOn) })}</b></p>}
      {children}
      <p className="tb-muted">{t('requests.one.answeredBy', { unit: answer.unit ? textIn(answer.unit.name) : '', time: answer.releasedAt ? format.instant(answer.releasedAt) : '' })}</p>
    </Card>
  )
}

export function StoryCard({ one, fileHref }: WithFiles) {
  const t = useT()
  const textIn = useTextIn()
  const own = one.files.filter(({ ofAnswer }) => !ofAnswer)
  return (
    <Card title={t('requests.one.story')}>
      <div className="tb-stack">
        <p className="request-words">{one.text}</p>
        <KeyValue
          items={[
            { id: 'place', label: t('requests.one.place'), value: [one.place.address, textIn(one.regionName)].filter(Boolean).join(' · ') },
            ...(own.length > 0 ? [{ id: 'files', label: t('requests.one.files'), value: <Files files={own} fileHref={fileHref} /> }] : []),
          ]}
        />
      </div>
    </Card>
  )
}

export function Files({ files, fileHref }: { files: OwnRequest['files']; fileHref: (file: string) => string }) {
  const t = useT()
  if (files.length === 0) return null
  return (
    <ul className="request-photos">
      {files.map((file, index) => (
        <li key={file.id}>
          {file.type.startsWith('image/') ? (
            <a href={fileHref(file.id)} target="_blank" rel="noreferrer"><img src={fileHref(file.id)} alt={t('requests.one.photo', { n: index + 1 })} loading="lazy" /></a>
          ) : file.type.startsWith('audio/') || file.type.startsWith('video/') ? (
            <Sound src={fileHref(file.id)} label={t('requests.one.sound')} />
          ) : (
            <a href={fileHref(file.id)} target="_blank" rel="noreferrer">{file.name}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

type Told = Exclude<RequestAction, 'correct' | 'assign' | 'note' | 'askTime' | 'refuseTime' | 'draft' | 'sendBack' | 'mark' | 'unmask'>

const isTold = (action: string): action is Told => requestActions.some((each) => each === action) && !['correct', 'assign', 'note', 'askTime', 'refuseTime', 'draft', 'sendBack', 'mark', 'unmask'].includes(action)

export function HistoryCard({ history, children }: { history: Shown['history']; children?: ReactNode }) {
  const t = useT()
  const textIn = useTextIn()
  const year = thisYear()
  return (
    <Card title={t('requests.one.history')}>
      <Timeline
        label={t('requests.one.history')}
        items={withUnits(history).toReversed().map((event, index) => ({
          id: String(index), dateTime: event.at, time: formatMoment(event.at, year),
          text: t(`requests.action.${isTold(event.action) ? event.action : 'other'}`, { unit: event.unit ? textIn(event.unit.name) : '' }),
          ...(event.words ? { detail: <span className="request-words">{event.words}</span> } : {}),
        }))}
      />
      {children}
    </Card>
  )
}
