// How the case is handled beyond accepting and deciding: levels of approval as steps, opinions of other authorities, special procedures, the result.
// Shown only where there is something of it to say.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { CaseReceipt } from './CaseReceipt.tsx'
import { moment } from './moment.ts'
import { Proposals } from './Proposals.tsx'
import type { CaseReply } from './queries.ts'

type Course = CaseReply['course']

export function CaseCourse({ one: { id, course } }: { one: CaseReply }) {
  const t = useT()
  const format = useFormat()
  const hasLevels = course.levels.length > 1
  const notes = [
    course.correctionUntil ? t('handling.course.correctionUntil', { date: format.day(course.correctionUntil) }) : '',
    course.answerBy ? t('handling.course.answerBy', { date: format.day(course.answerBy) }) : '',
    course.deemedAccepted ? t('handling.course.deemedAccepted') : '',
    course.extension.extended > 0 ? t('handling.course.extended', { n: course.extension.extended }) : '',
  ].filter((note) => note !== '')
  if (!hasLevels && notes.length === 0 && course.procedures.length === 0 && course.opinions.length === 0 && !course.result && course.proposals.length === 0) return null
  return (
    <Card title={t('handling.course.title')}>
      <div className="tb-stack case-course">
        {hasLevels && <Levels levels={course.levels} />}
        {notes.map((note) => <p key={note} className="tb-muted">{note}</p>)}
        {course.procedures.length > 0 && <Procedures course={course} />}
        {course.opinions.length > 0 && <Opinions opinions={course.opinions} />}
        {course.result && <><Outcome result={course.result} /><CaseReceipt caseId={id} /></>}
        {course.proposals.length > 0 && <Proposals proposals={course.proposals} />}
      </div>
    </Card>
  )
}

const levelTones: Record<Course['levels'][number]['state'], Tone> = { done: 'success', now: 'azure', ahead: 'neutral' }

function Levels({ levels }: { levels: Course['levels'] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <section>
      <h3>{t('handling.course.levels')}</h3>
      <ol className="case-levels">
        {levels.map(({ name, state, by, at, opinion }) => (
          <li key={textIn(name)} aria-current={state === 'now' ? 'step' : undefined} data-state={state}>
            <Chip tone={levelTones[state]}>{textIn(name)}</Chip>
            <span className="tb-muted">{by && at ? t('handling.course.passed', { name: by, time: moment(at) }) : state === 'now' ? t('handling.course.now') : state === 'ahead' ? t('handling.course.ahead') : ''}</span>
            {opinion && <p>{opinion}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Procedures({ course: { procedures } }: { course: Course }) {
  const t = useT()
  const format = useFormat()
  return (
    <section>
      <h3>{t('handling.procedures.title')}</h3>
      <ul className="case-lines">
        {procedures.map(({ id, kind, from, days, heldOn, place, endedOn, outcome }) => (
          <li key={id}>
            <b>{t(`handling.kinds.${kind}`)}</b>
            <Chip tone={endedOn ? 'neutral' : 'warning'}>{endedOn ? t('handling.procedures.ended_tag') : t('handling.procedures.going_tag')}</Chip>
            {heldOn && place && <span>{t('handling.procedures.held', { date: format.day(heldOn), place })}</span>}
            <span className="tb-muted">{endedOn ? t('handling.procedures.ended', { date: format.day(endedOn), outcome: outcome ?? '' }) : t('handling.procedures.going', { from: format.day(from), n: days })}</span>
          </li>
        ))}
      </ul>
      <p className="tb-muted">{t('handling.course.clockStands')}</p>
    </section>
  )
}

const answerTones: Record<NonNullable<Course['opinions'][number]['answer']>, Tone> = { agree: 'success', disagree: 'danger', silent: 'neutral' }

function Opinions({ opinions }: { opinions: Course['opinions'] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <section>
      <h3>{t('handling.opinions.title')}</h3>
      <ul className="case-lines">
        {opinions.map(({ id, authorityName, question, askedOn, dueOn, answer, text, by, answeredOn }) => (
          <li key={id}>
            <b>{textIn(authorityName)}</b>
            <Chip tone={answer ? answerTones[answer] : 'azure'}>{answer ? t(`handling.opinions.${answer}`) : t('handling.opinions.waiting')}</Chip>
            <span className="tb-muted">
              {answeredOn && by ? t('handling.opinions.by', { name: by, date: format.day(answeredOn) }) : `${t('handling.opinions.asked', { date: format.day(askedOn) })}${dueOn ? ` · ${t('handling.opinions.due', { date: format.day(dueOn) })}` : ''}`}
            </span>
            <p>{text || question}</p>
          </li>
        ))}
      </ul>
      {opinions.some(({ answer }) => answer === 'disagree') && <Notice compact tone="warning">{t('handling.opinions.decideOn')}</Notice>}
    </section>
  )
}

const standingTones: Record<NonNullable<Course['result']>['standing'], Tone> = { valid: 'success', corrected: 'azure', revoked: 'danger', cancelled: 'danger', replaced: 'neutral', expired: 'danger' }

/** What may no longer be relied on is said in a sentence, not only by a colour. */
const ended = ['revoked', 'cancelled', 'expired', 'replaced'] as const

function Outcome({ result: { number, standing, validUntil, edition, deliverBy, delivered } }: { result: NonNullable<Course['result']> }) {
  const t = useT()
  const format = useFormat()
  const over = ended.find((each) => each === standing)
  return (
    <section>
      <h3>{t('handling.result.title')}</h3>
      {over && <Notice compact tone={over === 'replaced' ? 'neutral' : 'danger'}>{t(`handling.result.over.${over}`)}</Notice>}
      <p className="case-lines">
        <span className="case-number">{t('handling.result.number', { number })}</span>{' '}
        <Chip tone={standingTones[standing]}>{t(`handling.result.${standing}`)}</Chip>{' '}
        {edition > 1 && <span>{t('handling.result.edition', { n: edition })}</span>}{' '}
        {validUntil && <span>{t('handling.result.validUntil', { date: format.date(validUntil) })}</span>}{' '}
        {delivered ? <span className="tb-muted">{t('handling.result.delivered', { date: format.day(delivered.on) })}</span> : deliverBy && <span className="tb-muted">{t('handling.result.deliverBy', { date: format.day(deliverBy) })}</span>}
      </p>
    </section>
  )
}
