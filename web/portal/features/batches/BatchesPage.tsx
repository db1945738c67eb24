// Applying by a table: the matters it is possible for, each with its template and a place to upload; the tables uploaded so far.
// An uploaded table leads to its own page.
import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../api/client.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, LinkCard } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { batchesQuery, batchMattersQuery, type Batch, type BatchMatter } from './queries.ts'
import { stateTones } from './state-tones.ts'
import { UploadTable } from './UploadTable.tsx'

export const loader = async () => {
  await Promise.all([queryClient.fetchQuery(batchMattersQuery), queryClient.fetchQuery(batchesQuery)])
  return null
}

export const title = () => t('batches.title')

export function Component() {
  const t = useT()
  const { data: matters } = useSuspenseQuery(batchMattersQuery)
  const { data: batches } = useSuspenseQuery(batchesQuery)
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header>
        <h1>{t('batches.title')}</h1>
        <p>{t('batches.lead')}</p>
      </header>
      {matters.length === 0 && <EmptyState title={t('batches.noMatters.title')}><p>{t('batches.noMatters.text')}</p></EmptyState>}
      {matters.map((matter) => <MatterEntry key={matter.id} matter={matter} />)}
      <section className="tb-stack">
        <h2>{t('batches.mine')}</h2>
        {batches.length === 0 && <p className="tb-muted">{t('batches.none')}</p>}
        {batches.map((batch) => <BatchEntry key={batch.id} batch={batch} />)}
      </section>
      <SignedOutDialog />
    </div>
  )
}

function MatterEntry({ matter }: { matter: BatchMatter }) {
  const t = useT()
  const textIn = useTextIn()
  const sentences = useSentences()
  return (
    <Card title={textIn(matter.name)} aside={<Chip>{t('batches.most', { n: matter.most })}</Chip>}>
      <div className="tb-stack">
        <p>{sentences(textIn(matter.summary), t('batches.steps'))}</p>
        <div>
          <LinkButton href={addressOf('getBatchTemplate', { matter: matter.id })} download icon="file" variant="ghost">{t('batches.template')}</LinkButton>
        </div>
        <UploadTable matter={matter.id} />
      </div>
    </Card>
  )
}

function BatchEntry({ batch }: { batch: Batch }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <LinkCard level={3} href={paths.batch({ batch: batch.id })} title={batch.fileName} foot={<Chip tone={stateTones[batch.state]}>{t(`batches.state.${batch.state}`)}</Chip>}>
      <p className="tb-muted">{textIn(batch.matterName)} · {t('batches.rows', { n: batch.rows.total })} · {formatMoment(batch.createdAt, thisYear())}</p>
    </LinkCard>
  )
}
