// My hard case: what comes next and by when, the answer with the question whether it helped, what I said, what happened.
// On a phone the answer comes before everything else.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useParams, type LoaderFunctionArgs } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { AddCard } from './AddCard.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import type { FailedFile } from './files.ts'
import { hardCaseQuery, type OwnHardCase } from './queries.ts'
import { Retract } from './Retract.tsx'
import { stateTones, waitingOf } from './states.ts'
import './hard-cases.css'

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.fetchQuery(hardCaseQuery(params['hardCase'] ?? ''))

export const title = (one: OwnHardCase) => one.title

export function Component() {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const { hardCase: id = '' } = useParams()
  const { data: one } = useSuspenseQuery(hardCaseQuery(id))
  return (
    <div className="tb-page tb-stack">
      <Breadcrumbs items={[{ label: t('hard-cases.title'), href: paths.hardCases() }, { label: one.title }]} />
      <div className="tb-columns">
        <header className="tb-stack">
          <JustSent one={one} />
          <div>
            <div className="tb-row">
              <h1>{one.title}</h1>
              <Chip tone={stateTones[one.state]}>{t(`hard-cases.state.${one.state}`)}</Chip>
            </div>
            <p className="tb-muted">{t('hard-cases.case.number', { number: one.number, date: format.instant(one.createdAt) })} · {textIn(one.regionName)} · {one.coordinator ? t('hard-cases.case.by', { name: one.coordinator }) : t('hard-cases.case.nobody')}</p>
          </div>
          {one.answer && <AnswerCard key={one.answer.at} one={one} answer={one.answer} />}
        </header>
        <aside className="tb-stack">
          <NextCard one={one} />
          {one.can.includes('add') && <AddCard id={one.id} />}
          {one.can.includes('retract') && <Retract id={one.id} />}
        </aside>
        <div className="tb-stack">
          <Card title={t('hard-cases.case.story')}>
            <p className="hard-words">{one.account}</p>
            {one.wish && <><h3>{t('hard-cases.case.wish')}</h3><p className="hard-words">{one.wish}</p></>}
            {one.files.length > 0 && (
              <>
                <h3>{t('hard-cases.case.files')}</h3>
                <ul className="hard-fitting">
                  {one.files.map((file) => <li key={file.id}><a href={addressOf('getMyHardCaseFile', { id: one.id, file: file.id })} target="_blank" rel="noreferrer">{file.name}</a> <span className="tb-muted">{format.bytes(file.size)}</span></li>)}
                </ul>
              </>
            )}
          </Card>
          {one.asked.length > 0 && (
            <Card title={t('hard-cases.case.asked')}>
              <ul className="hard-asked">
                {one.asked.map(({ id: opinion, authority, given }) => <li key={opinion}><span>{textIn(authority)}</span><Chip tone={given ? 'success' : 'neutral'}>{t(given ? 'hard-cases.case.given' : 'hard-cases.case.waiting')}</Chip></li>)}
              </ul>
            </Card>
          )}
          <History one={one} />
        </div>
      </div>
      <SignedOutDialog />
    </div>
  )
}

function JustSent({ one }: { one: OwnHardCase }) {
  const t = useT()
  const { state } = useLocation()
  if (one.history.length > 1 || typeof state !== 'object' || state === null || !('submitted' in state)) return null
  // Put there by the form of this feature.
  const failed = 'failed' in state && Array.isArray(state.failed) ? (state.failed as FailedFile[]) : []
  return (
    <>
      <Notice tone="success" live="polite" title={t('hard-cases.case.sent')}><p>{t('hard-cases.steps.sort.text')}</p></Notice>
      {failed.map(({ name, because }) => <Notice key={name} tone="warning" title={name}><p>{because || t('ui.file.failed')}</p></Notice>)}
    </>
  )
}

function NextCard({ one }: { one: OwnHardCase }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const waiting = waitingOf(one)
  const risen = one.history.some(({ action }) => action === 'raise')
  const words = {
    sort: () => t('hard-cases.case.waitSort', { date: format.day('on' in waiting ? waiting.on : '') }), answer: () => t('hard-cases.case.waitAnswer', { date: format.day('on' in waiting ? waiting.on : '') }),
    unknown: () => t('hard-cases.case.waitUnknown'), word: () => t('hard-cases.case.waitWord'), nothing: () => t('hard-cases.case.over'), unsettled: () => t('hard-cases.case.unsettled'),
  }
  return (
    <Card title={t('hard-cases.case.next')} tone={waiting.for === 'word' ? 'attention' : 'plain'}>
      {risen && <p>{t('hard-cases.case.risen', { place: textIn(one.regionName) })}</p>}
      <p>{words[waiting.for]()}</p>
    </Card>
  )
}

function History({ one }: { one: OwnHardCase }) {
  const t = useT()
  const textIn = useTextIn()
  const year = thisYear()
  return (
    <Card title={t('hard-cases.case.history')}>
      <Timeline
        label={t('hard-cases.case.history')}
        items={one.history.toReversed().map((event, index) => ({
          id: String(index), dateTime: event.at, time: formatMoment(event.at, year),
          text: t(`hard-cases.history.${textKeyOf(event.action)}`, { who: event.actorName || t('hard-cases.history.you'), authority: event.authority ? textIn(event.authority) : '' }),
          ...(event.words ? { detail: <span className="hard-words">{event.words}</span> } : {}),
        }))}
      />
    </Card>
  )
}

type Told = Exclude<OwnHardCase['history'][number]['action'], 'remind' | 'passDay'>

/** The server leaves out what is only of interest to the desk. */
const textKeyOf = (action: OwnHardCase['history'][number]['action']): Told => (action === 'remind' || action === 'passDay' ? 'ask' : action)
