// One promise: the words that were signed, the document, what the registries say, what happened, and what can be done now.
// Nobody decides on a breach before the applicant was heard; the button says so.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { forStaff } from '../../for-staff.ts'
import { CreditPart } from './CreditPart.tsx'
import { undertakingQuery, type Undertaking } from './queries.ts'
import { DueText, StateChip } from './Standing.tsx'
import { WorkPart } from './WorkPart.tsx'
import './undertakings.css'

export const loader = forStaff(async ({ params }) => queryClient.fetchQuery(undertakingQuery(params['undertaking'] ?? '')))

export const title = (one: Undertaking | null) => (one ? t('undertakings-desk.of', { name: textNow(one.documentName), applicant: one.applicant }) : t('undertakings-desk.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: one } = useSuspenseQuery(undertakingQuery(useParams()['undertaking'] ?? ''))
  return (
    <div className="tb-page undertakings-page">
      <p><Link href={paths.workbenchUndertakings()}>{t('undertakings-desk.back')}</Link></p>
      <div className="tb-columns">
        <header>
          <div className="tb-row">
            <h1>{t('undertakings-desk.of', { name: textIn(one.documentName), applicant: one.applicant })}</h1>
            <StateChip one={one} />
          </div>
          <p className="tb-muted">{textIn(one.serviceName)} · {textIn(one.authorityName)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('undertakings-desk.work')}>
          <WorkPart key={one.revision} one={one} />
          {one.credit && <CreditPart key={one.credit.state} one={one} credit={one.credit} />}
        </aside>
        <div className="tb-stack">
          <Signed one={one} />
          <Documents one={one} />
          <History one={one} />
        </div>
      </div>
    </div>
  )
}

function Signed({ one }: { one: Undertaking }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card title={t('undertakings-desk.signed')}>
      <div className="tb-stack">
        <blockquote>{textIn(one.statement)}</blockquote>
        {!one.intact && <Notice tone="danger" compact>{t('undertakings-desk.altered')}</Notice>}
        <KeyValue
          items={[
            { id: 'kind', label: t('undertakings-desk.kind'), value: t(`undertakings-desk.kinds.${one.kind}`) },
            { id: 'duty', label: t('undertakings-desk.follows'), value: <>{t(`undertakings-desk.duties.${one.duty}`)}{one.how && ` · ${t(`undertakings-desk.hows.${one.how}`)}`}</> },
            { id: 'due', label: t('undertakings-desk.due'), value: <DueText one={one} day={format.day} /> },
            { id: 'case', label: t('undertakings-desk.facts'), value: <Link href={paths.workbenchCase({ case: one.caseId }, { view: 'any' })}>{t('undertakings-desk.toCase', { number: one.caseNumber })}</Link> },
          ]}
        />
        {one.questioned && <Notice tone={one.heard ? 'neutral' : 'warning'} compact>{one.heard ? t('undertakings-desk.heard') : one.answerOn === null ? t('undertakings-desk.heardUntilUnknown') : t('undertakings-desk.heardUntil', { day: format.day(one.answerOn) })}</Notice>}
      </div>
    </Card>
  )
}

const outcomes = ['confirmed', 'differs', 'noRecord', 'notAsked'] as const

function Documents({ one }: { one: Undertaking }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const outcome = outcomes.find((each) => each === one.checked?.outcome)
  if (one.duty !== 'document' && one.documents.length === 0 && !outcome) return null
  return (
    <Card title={t('undertakings-desk.documents')}>
      <div className="tb-stack">
        {outcome && one.checked && <p><b>{t('undertakings-desk.checked')}</b> {t(`undertakings-desk.outcomes.${outcome}`, { concepts: format.list(one.checked.concepts.map(textIn)) })}</p>}
        {one.swapped && <Notice tone="warning" compact>{t('undertakings-desk.swapped')}</Notice>}
        {one.duty === 'document' && one.documents.length === 0 && <p className="tb-muted">{t('undertakings-desk.noDocuments')}</p>}
        {one.documents.length > 0 && (
          <ul className="undertakings-files">
            {one.documents.map((file) => <li key={file.id}><a href={addressOf('getCaseFile', { id: one.caseId, file: file.id })} target="_blank" rel="noreferrer">{file.name}</a></li>)}
          </ul>
        )}
      </div>
    </Card>
  )
}

function History({ one }: { one: Undertaking }) {
  const t = useT()
  return (
    <Card title={t('undertakings-desk.history')}>
      <Timeline
        label={t('undertakings-desk.history')}
        items={one.history.toReversed().map(({ action, actorKind, actorName, at, text }, index) => ({
          id: `${index}`, dateTime: at, time: formatMoment(at, thisYear()), text: t(`undertakings-desk.actions.${action}`, { who: actorKind === 'system' ? t('undertakings-desk.system') : actorName }), ...(text ? { detail: text } : {}),
        }))}
      />
    </Card>
  )
}
