// What the person comes for: something new, what they have begun, what is being handled. Only names, numbers and states are shown here.
// The form itself is the resident's own, opened in their name; this tab comes back here afterwards.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { canApplication } from '../../../../server/modules/applications/application.ts'
import { api } from '../../../api/client.ts'
import { startActing } from '../../../shared/acting.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { applicationsQuery, matchingQuery, shownKey, type Application, type Served, type ShownCard } from './queries.ts'

export function Work({ served }: { served: Served }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const { data: found, isFetching } = useQuery(matchingQuery(asked))
  const { data: applications, error, refetch, isFetching: loading } = useQuery(applicationsQuery(served.mandate))
  const open = (application: string) =>
    startActing({ mandate: served.mandate, name: served.name, capacity: 'window', home: paths.workbenchWindow() }, paths.apply({ application }))
  const starting = useChange(async (matter: string) => {
    const { id } = await api('startApplication', { body: { matter, channel: 'window' } })
    const shown = queryClient.getQueryData<ShownCard>(shownKey(served.id))
    // What the form does not ask is not kept; whatever goes wrong here is typed as ever.
    if (shown) await api('saveAnswers', { params: { id }, body: { answers: shown.values } }).catch(() => {})
    return id
  }, open)
  return (
    <Card title={t('window.work.title')}>
      <div className="tb-stack">
        <SearchBox label={t('window.work.find')} placeholder={t('window.work.findHint')} value={typed} busy={isFetching} onChange={setTyped} onSubmit={setAsked} />
        {starting.error !== null && <Notice tone="danger" live="assertive">{messageOf(starting.error) ?? t('window.failed')}</Notice>}
        {found?.length === 0 && <p role="status">{t('window.work.none')}</p>}
        {found && found.length > 0 && (
          <ul className="window-list">
            {found.map(({ id, title, summary }) => (
              <li key={id}>
                <span><b>{title}</b><small>{summary}</small></span>
                <Button variant="ghost" busy={starting.isPending && starting.variables === id} onClick={() => starting.mutate(id)} aria-label={`${t('window.work.start')} ${title}`}>{t('window.work.start')}</Button>
              </li>
            ))}
          </ul>
        )}
        {applications ? <Applications all={applications} onOpen={open} /> : error ? <ErrorState level={2} onRetry={() => void refetch()} retrying={loading} /> : <Loading />}
      </div>
    </Card>
  )
}

function Applications({ all, onOpen }: { all: readonly Application[]; onOpen: (application: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const drafts = all.filter(({ state }) => canApplication(state, 'edit'))
  const running = all.filter(({ services }) => services.some(({ ended }) => !ended))
  return (
    <>
      <h3>{t('window.work.drafts')}</h3>
      {drafts.length === 0 ? <p className="tb-muted">{t('window.work.noDrafts')}</p> : <ul className="window-list">
        {drafts.map((each) => (
          <li key={each.id}>
            <span><b>{textIn(each.matterName)}</b><small>{t('window.work.filled', { n: each.filled, time: formatMoment(each.updatedAt, thisYear()) })}</small></span>
            <Button onClick={() => onOpen(each.id)} aria-label={`${t('window.work.goOn')} ${textIn(each.matterName)}`}>{t('window.work.goOn')}</Button>
          </li>
        ))}
      </ul>}
      <h3>{t('window.work.running')}</h3>
      {running.length === 0 ? <p className="tb-muted">{t('window.work.noRunning')}</p> : <ul className="window-list">
        {running.map((each) => (
          <li key={each.id}>
            <span>
              <b>{textIn(each.matterName)}</b>
              <small>{[t('window.work.number', { number: each.number ?? '' }), each.promisedOn && t('window.work.promise', { date: format.day(each.promisedOn) })].filter(Boolean).join(' · ')}</small>
              {each.progress === 'needsYou' && <Chip tone="attention">{t('window.work.waits')}</Chip>}
            </span>
            <LinkButton variant="ghost" href={paths.workbenchReceipt({ application: each.id })}>{t('window.work.receipt')}</LinkButton>
          </li>
        ))}
      </ul>}
    </>
  )
}
