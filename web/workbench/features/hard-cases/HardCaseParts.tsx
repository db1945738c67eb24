// The parts of a hard case in the middle column, each a card: account, opinions, meetings, answer, lessons, history.
// Words stand exactly as they were typed.
import type { ReactNode } from 'react'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { LessonsCard } from './LessonsCard.tsx'
import { readMeeting } from './meeting.ts'
import type { HardCase } from './queries.ts'
import { stanceTones } from './tones.ts'
import { writeLaws } from './words.ts'

export function HardCaseParts({ one }: { one: HardCase }) {
  return (
    <>
      <Story one={one} />
      <Opinions one={one} />
      <Meetings one={one} />
      <Answer one={one} />
      {one.answer && <LessonsCard one={one} />}
      <History one={one} />
    </>
  )
}

const Words = ({ children }: { children: ReactNode }) => <p className="hard-words">{children}</p>

function Story({ one }: { one: HardCase }) {
  const t = useT()
  return (
    <Card title={t('hard-case-desk.story.title')} aside={<span>{one.applicant}</span>}>
      <div className="tb-stack">
        <Words>{one.account}</Words>
        <KeyValue
          items={[
            ...(one.wish ? [{ id: 'wish', label: t('hard-case-desk.story.wish'), value: <span className="hard-words">{one.wish}</span> }] : []),
            { id: 'contact', label: t('hard-case-desk.story.contact'), value: <>{one.phone && <a href={`tel:${one.phone}`}>{one.phone}</a>}{!one.hasAccount && <> · {t('hard-case-desk.story.noAccount')}</>}</> },
            ...(one.files.length > 0 ? [{ id: 'files', label: t('hard-case-desk.story.files'), value: <Files files={one.files} href={(file) => addressOf('getHardCaseFile', { id: one.id, file })} /> }] : []),
          ]}
        />
      </div>
    </Card>
  )
}

export function Files({ files, href }: { files: HardCase['files']; href: (id: string) => string }) {
  return (
    <ul className="hard-files">
      {files.map((file) => <li key={file.id}><a href={href(file.id)} target="_blank" rel="noreferrer">{file.name}</a></li>)}
    </ul>
  )
}

function Opinions({ one }: { one: HardCase }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  if (one.opinions.length === 0) return null
  return (
    <Card title={t('hard-case-desk.opinions.title')}>
      <ul className="hard-opinions">
        {one.opinions.map((each) => (
          <li key={each.id}>
            <div className="tb-row">
              <h3>{textIn(each.authority)}</h3>
              {each.stance ? <Chip tone={stanceTones[each.stance]}>{t(`hard-case-desk.opinions.stance.${each.stance}`)}</Chip> : <Chip tone={each.late ? 'danger' : 'azure'}>{t(each.late ? 'hard-case-desk.opinions.late' : 'hard-case-desk.opinions.waiting')}</Chip>}
              {each.stance && each.late && <Chip tone="warning">{t('hard-case-desk.opinions.late')}</Chip>}
              {!each.stance && each.reminded && <Chip>{t('hard-case-desk.opinions.reminded')}</Chip>}
              <small className="tb-row-end tb-muted">{each.givenAt ? t('hard-case-desk.opinions.given', { name: each.givenBy, time: formatMoment(each.givenAt, thisYear()) }) : t('hard-case-desk.opinions.due', { date: format.day(each.dueOn) })}</small>
            </div>
            <p className="tb-muted hard-words">{each.question}</p>
            {each.opinion && <Words>{each.opinion}</Words>}
            {each.laws.length > 0 && <p className="tb-muted">{writeLaws(each.laws)}</p>}
            {each.files.length > 0 && <Files files={each.files} href={(file) => addressOf('getHardCaseFile', { id: one.id, file })} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Meetings({ one }: { one: HardCase }) {
  const t = useT()
  const format = useFormat()
  const meetings = one.history.filter(({ action }) => action === 'meet').map(({ at, detail }) => ({ at, ...readMeeting(detail) }))
  if (meetings.length === 0) return null
  return (
    <Card title={t('hard-case-desk.meetings.title')}>
      {meetings.map(({ at, heldOn, place, attendees, minutes, decisions }) => (
        <article key={at} className="tb-stack">
          <h3>{t('hard-case-desk.meetings.on', { date: format.day(heldOn), place })}</h3>
          <p className="tb-muted">{t('hard-case-desk.meetings.people', { names: attendees.map(({ name, unit }) => (unit ? `${name}（${unit}）` : name)).join('、') })}</p>
          <Words>{minutes}</Words>
          {decisions.length > 0 && (
            <ol className="hard-decisions">
              {decisions.map(({ what, who, byOn }) => <li key={what + who}>{t('hard-case-desk.meetings.decided', { what, who })} {byOn && t('hard-case-desk.meetings.by', { date: format.day(byOn) })}</li>)}
            </ol>
          )}
        </article>
      ))}
    </Card>
  )
}

function Answer({ one }: { one: HardCase }) {
  const t = useT()
  const textIn = useTextIn()
  const { answer } = one
  if (!answer) return null
  const line = (id: string, label: string, value: string | undefined) => (value ? [{ id, label, value: <span className="hard-words">{value}</span> }] : [])
  return (
    <Card title={t('hard-case-desk.answer.title')} tone="success" aside={<span>{answer.name} · {formatMoment(answer.at, thisYear())}</span>}>
      <KeyValue
        lines
        items={[
          ...line('words', t('hard-case-desk.answer.words'), answer.words),
          ...line('to', t('hard-case-desk.answer.to'), answer.to),
          ...line('target', t('hard-case-desk.answer.target'), answer.target ? textIn(answer.target.name) : undefined),
          ...line('solution', t('hard-case-desk.answer.solution'), answer.solution),
          ...line('by', t('hard-case-desk.answer.by'), answer.by?.join('、')),
          ...line('laws', t('hard-case-desk.answer.laws'), answer.laws && writeLaws(answer.laws)),
          ...line('keywords', t('hard-case-desk.answer.keywords'), one.keywords.join('、')),
        ]}
      />
    </Card>
  )
}

const wordsOf = (detail: Readonly<Record<string, unknown>>): string => [detail['words'], detail['why']].find((each): each is string => typeof each === 'string') ?? ''

function History({ one }: { one: HardCase }) {
  const t = useT()
  const textIn = useTextIn()
  const year = thisYear()
  const authorityOf = ({ line, region }: Readonly<Record<string, unknown>>): string => {
    const found = one.authorities.find((each) => each.line === line && each.region === region) ?? one.opinions.find((each) => each.line === line && each.region === region)
    return found === undefined ? String(line ?? '') : textIn('name' in found ? found.name : found.authority)
  }
  return (
    <Card title={t('hard-case-desk.history.title')}>
      <Timeline
        label={t('hard-case-desk.history.title')}
        items={one.history.map(({ action, actorKind, actorName, at, detail }, index) => ({
          id: String(index), dateTime: at, time: formatMoment(at, year),
          text: `${action === 'giveOpinion' ? '' : actorKind === 'system' ? t('hard-case-desk.history.system') : actorName} ${t(`hard-case-desk.history.${action}`, { authority: authorityOf(detail) })}`,
          ...(wordsOf(detail) ? { detail: <span className="hard-words">{wordsOf(detail)}</span> } : {}),
          tone: action === 'passDay' || action === 'raise' ? ('danger' as const) : ('neutral' as const),
        }))}
      />
    </Card>
  )
}
