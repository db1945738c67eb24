// Who read my data: registries asked, for me or for somebody else's application, and officials who opened a case I am in.
// The law gives everybody this right; the page also says what to do when something looks wrong.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useLanguage, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { CreditCard } from '../undertakings/CreditCard.tsx'
import { byDay } from './by-day.ts'
import { dataUseQuery, doneForMeQuery, type DataUse } from './queries.ts'
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
      {isResident(session) && <CreditCard />}
      {isResident(session) && <DoneForMe />}
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
  const { data: uses, error, refetch, isFetching } = useQuery(dataUseQuery)
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!uses) return <Loading />
  if (uses.length === 0) {
    return (
      <EmptyState icon="lock" title={t('my-data.empty.title')}>
        <p>{t('my-data.empty.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="tb-muted">{t('my-data.count', { n: uses.length })}</p>
      {byDay(uses).map(({ day, entries }) => (
        <Card key={day} title={format.date(day)}>
          <ul className="data-uses">
            {entries.map((use) => (use.kind === 'read' ? <CaseRead key={use.id} read={use} /> : <LookUp key={use.id} call={use} />))}
          </ul>
        </Card>
      ))}
    </>
  )
}

/** What others did in the reader's name; nothing is drawn when nobody did anything. */
function DoneForMe() {
  const t = useT()
  const textIn = useTextIn()
  const { data: uses = [] } = useQuery(doneForMeQuery)
  if (uses.length === 0) return null
  return (
    <Card title={t('my-data.doneForMe.title')}>
      <ul className="data-uses">
        {uses.map(({ applicationId, mandate, matterName, actorName, at }) => (
          <li key={`${applicationId} ${mandate}`}>
            <time dateTime={at}>{formatMoment(at, thisYear())}</time> {t('my-data.doneForMe.line', { who: actorName, matter: textIn(matterName) })}
            <Follow application={applicationId} />
          </li>
        ))}
      </ul>
      <LinkButton href={paths.delegations()} variant="ghost">{t('shell.acting.manage')}</LinkButton>
    </Card>
  )
}

const tones: Record<'answers' | 'noRecord' | 'unavailable' | 'withheld', Tone> = { answers: 'azure', noRecord: 'neutral', unavailable: 'warning', withheld: 'warning' }
const outcomes = ['answers', 'noRecord', 'unavailable', 'withheld'] as const

function Time({ at }: { at: string }) {
  const language = useLanguage()
  return <time dateTime={at}>{new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(at))}</time>
}

function LookUp({ call }: { call: Extract<DataUse, { kind: 'call' }> }) {
  const t = useT()
  const outcome = outcomes.find((each) => each === call.outcome)
  return (
    <li>
      <div className="tb-row">
        <Time at={call.at} />
        <b>{call.registryName}</b>
        {call.authorityName && <span className="tb-muted">{call.authorityName}</span>}
        {outcome && <Chip tone={tones[outcome]}>{t(call.own ? `my-data.outcome.${outcome}` : `my-data.outcomeOther.${outcome}`)}</Chip>}
      </div>
      <p>
        {t(call.own ? 'my-data.forMatter' : 'my-data.forMatterOther', { matter: call.purpose })}
        <Follow application={call.applicationId} />
      </p>
      {!call.own && call.outcome === 'withheld' && <p>{t('my-data.withheldHint')}</p>}
      <p className="tb-muted" lang="zh-CN">{t('my-data.byLaw', { law: call.legalBasis })}</p>
      <Items summary={t('my-data.asked', { n: call.conceptNames.length })} names={call.conceptNames} />
    </li>
  )
}

/** An official opened a case. */
function CaseRead({ read }: { read: Extract<DataUse, { kind: 'read' }> }) {
  const t = useT()
  return (
    <li>
      <div className="tb-row">
        <Time at={read.at} />
        <b>{read.authorityName}</b>
        <Chip>{t('my-data.read', { n: read.times })}</Chip>
      </div>
      <p>
        {t(read.applicationId === null ? 'my-data.readForOther' : 'my-data.readFor', { service: read.serviceName, matter: read.matterName })}
        <Follow application={read.applicationId} />
      </p>
      <Items summary={t('my-data.seen', { n: read.conceptNames.length })} names={read.conceptNames} />
    </li>
  )
}

function Follow({ application }: { application: string | null }) {
  const t = useT()
  return application === null ? null : <> · <Link href={paths.apply({ application })}>{t('my-data.follow')}</Link></>
}

function Items({ summary, names }: { summary: string; names: readonly string[] }) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul className="data-items">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  )
}
