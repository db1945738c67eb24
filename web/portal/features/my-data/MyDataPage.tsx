// Who asked which registry about me, when, what for, by what law and with what outcome: every look-up, in plain words.
// The law gives everybody this right; the page also says what to do when something looks wrong.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useLanguage, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { byDay } from './by-day.ts'
import { dataUseQuery, type DataUse } from './queries.ts'
import './my-data.css'

export const title = () => t('my-data.title')

export function Component() {
  const t = useT()
  const session = useSession()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('my-data.title')}</h1>
        <p>{t('my-data.lead')}</p>
      </header>
      {session.status === 'loading' && <Loading />}
      {session.status === 'anonymous' && (
        <EmptyState icon="lock" title={t('my-data.signIn.title')} action={<Button onClick={() => session.login()}>{t('shell.login')}</Button>}>
          <p>{t('my-data.signIn.text')}</p>
        </EmptyState>
      )}
      {session.status === 'signed-in' && !isResident(session) && (
        <EmptyState icon="person" title={t('my-data.staff.title')}>
          <p>{t('my-data.staff.text')}</p>
        </EmptyState>
      )}
      {isResident(session) && <LookUps />}
      <Card title={t('my-data.wrong.title')}>
        <p>{t('my-data.wrong.text')}</p>
        <p className="tb-muted">{t('my-data.wrong.law')}</p>
        <LinkButton href="tel:12345" variant="ghost" icon="phone">{t('shell.help.call')}</LinkButton>
      </Card>
    </div>
  )
}

function LookUps() {
  const t = useT()
  const format = useFormat()
  const { data: calls, error, refetch, isFetching } = useQuery(dataUseQuery)
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!calls) return <Loading />
  if (calls.length === 0) {
    return (
      <EmptyState icon="lock" title={t('my-data.empty.title')}>
        <p>{t('my-data.empty.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="tb-muted">{t('my-data.count', { n: calls.length })}</p>
      {byDay(calls).map(({ day, entries }) => (
        <Card key={day} title={format.date(day)}>
          <ul className="data-uses">
            {entries.map((call) => (
              <LookUp key={call.id} call={call} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

const tones: Record<'answers' | 'noRecord' | 'unavailable', Tone> = { answers: 'azure', noRecord: 'neutral', unavailable: 'warning' }
const outcomes = ['answers', 'noRecord', 'unavailable'] as const

function LookUp({ call }: { call: DataUse }) {
  const t = useT()
  const language = useLanguage()
  const outcome = outcomes.find((each) => each === call.outcome)
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(call.at))
  return (
    <li>
      <div className="tb-row">
        <time dateTime={call.at}>{time}</time>
        <b>{call.registryName}</b>
        {outcome && <Chip tone={tones[outcome]}>{t(`my-data.outcome.${outcome}`)}</Chip>}
      </div>
      <p>
        {t('my-data.forMatter', { matter: call.purpose })} · <Link href={paths.apply({ application: call.applicationId })}>{t('my-data.follow')}</Link>
      </p>
      <p className="tb-muted" lang="zh-CN">{t('my-data.byLaw', { law: call.legalBasis })}</p>
      <details>
        <summary>{t('my-data.asked', { n: call.conceptNames.length })}</summary>
        <ul className="data-items">
          {call.conceptNames.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}
