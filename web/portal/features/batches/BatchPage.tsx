// One table: how far it is, what is to be mended, handing in what is right, pausing, results.
// The page looks again by itself while the server works.
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { addressOf, api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { MendCard } from './MendCard.tsx'
import { batchQuery, isAtWork, type Batch } from './queries.ts'
import { StartCard } from './StartCard.tsx'
import { stateTones } from './state-tones.ts'

const idIn = (params: LoaderFunctionArgs['params']): string => params['batch'] ?? ''

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.fetchQuery(batchQuery(idIn(params)))

export const title = ({ fileName }: Batch) => `${fileName} · ${t('batches.title')}`

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: batch } = useSuspenseQuery(batchQuery(idIn(useParams())))
  const { rows, findings, state } = batch
  return (
    <div className="tb-page tb-page-text tb-stack">
      <Breadcrumbs items={[{ label: t('batches.title'), href: paths.batches() }, { label: batch.fileName }]} />
      <header>
        <h1>{batch.fileName}</h1>
        <p className="tb-row">
          <span>{textIn(batch.matterName)} · {t('batches.rows', { n: rows.total })}</span>
          <Chip tone={stateTones[state]}>{t(`batches.state.${state}`)}</Chip>
        </p>
      </header>
      <HowFar batch={batch} />
      {findings.length > 0 && (
        <Notice tone="warning" title={t('batches.findings')}>
          <ul>
            {findings.map((each) => <li key={`${each.row} ${each.column} ${each.code}`}>{each.row !== null && `${t('batches.findingAt', { row: each.row })}：`}{each.message}</li>)}
          </ul>
        </Notice>
      )}
      {state === 'checked' && <StartCard batch={batch} />}
      {(rows.handedIn > 0 || rows.failed > 0) && (
        <Card title={t('batches.results.title')}>
          <p>{t('batches.results.text')}</p>
          <LinkButton href={addressOf('getBatchResults', { id: batch.id })} download icon="file">{t('batches.results.download')}</LinkButton>
        </Card>
      )}
      {rows.faulty + rows.failed > 0 && <MendCard batch={batch} />}
      <SignedOutDialog />
    </div>
  )
}

const counted = ['handedIn', 'asked', 'ready', 'faulty', 'failed', 'declined', 'expired', 'unchecked'] as const

function HowFar({ batch }: { batch: Batch }) {
  const t = useT()
  const { rows, state } = batch
  const isChecking = state === 'checking'
  const [done, total] = isChecking ? [rows.total - rows.unchecked, rows.total] : [rows.handedIn + rows.failed, rows.handedIn + rows.failed + rows.ready + rows.asked]
  const label = t(isChecking ? 'batches.checking' : 'batches.running', { n: done, total })
  return (
    <Card>
      <div className="tb-stack">
        {(isAtWork(batch) || state === 'paused') && (
          <div role="status">
            <p>{label}</p>
            <Progress value={total === 0 ? 0 : done / total} label={label} />
          </div>
        )}
        <p className="tb-row">
          {counted.filter((each) => rows[each] > 0).map((each) => <span key={each}><b>{rows[each]}</b> {t(`batches.counts.${each}`)}</span>)}
        </p>
        {rows.asked > 0 && <p>{t('batches.waitingNote')}</p>}
        <Actions batch={batch} />
      </div>
    </Card>
  )
}

function Actions({ batch }: { batch: Batch }) {
  const t = useT()
  const queries = useQueryClient()
  const { mutate, isPending, error } = useChange(
    (action: 'pause' | 'resume' | 'cancel') => api('actOnBatch', { params: { id: batch.id }, body: { action } }),
    (reply) => queries.setQueryData(batchQuery(batch.id).queryKey, reply),
  )
  const possible = (['pause', 'resume', 'cancel'] as const).filter((action) => batch.actions.some((each) => each.action === action && each.because === null))
  return (
    <>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('batches.failed')}</Notice>}
      <div className="tb-row">
        {possible.map((action) => <Button key={action} variant={action === 'resume' ? 'primary' : 'quiet'} busy={isPending} onClick={() => mutate(action)}>{t(`batches.act.${action}`)}</Button>)}
      </div>
      {batch.state === 'running' && <p className="tb-muted">{t('batches.cancelNote')}</p>}
    </>
  )
}
