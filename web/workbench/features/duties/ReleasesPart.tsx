// Releases that changed the duty list, and what any two of them differ in, line by line of the list.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { comparisonQuery, releasesQuery, type Release } from './queries.ts'

const tones = { added: 'success', removed: 'danger', changed: 'azure' } as const
type Change = Reply<'compareDutyReleases'>['changes'][number]

export function ReleasesPart() {
  const t = useT()
  const { data: releases, isError, refetch, isFetching } = useQuery(releasesQuery)
  const [open, setOpen] = useState<number>()
  if (isError) return <ErrorState onRetry={() => void refetch()} retrying={isFetching} />
  if (!releases) return <Loading />
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('duties.releases.lead')}</p>
      {releases.length === 0 && <EmptyState title={t('duties.releases.none.title')}><p>{t('duties.releases.none.text')}</p></EmptyState>}
      {releases.map((release) => <ReleaseCard key={release.number} release={release} older={releases.filter(({ number }) => number < release.number)} open={open === release.number} onOpen={() => setOpen(open === release.number ? undefined : release.number)} />)}
    </div>
  )
}

function ReleaseCard({ release, older, open, onOpen }: { release: Release; older: readonly Release[]; open: boolean; onOpen: () => void }) {
  const t = useT()
  const format = useFormat()
  const [since, setSince] = useState(String(older[0]?.number ?? 0))
  return (
    <Card title={t('duties.releases.number', { n: release.number, title: release.title })}>
      <div className="tb-stack">
        <p className="tb-muted">{t('duties.releases.made', { by: release.madeBy, reviewer: release.releasedBy, date: format.instant(release.releasedAt) })}{release.reason && ` · ${release.reason}`}</p>
        <div className="tb-row">
          <Button variant="ghost" aria-expanded={open} onClick={onOpen}>{t('duties.releases.show')}</Button>
        </div>
        {open && (
          <>
            <Select label={t('duties.releases.since')} value={since} onChange={setSince} options={[...older.map(({ number, title }) => ({ value: String(number), label: t('duties.releases.number', { n: number, title }) })), { value: '0', label: t('duties.releases.before') }]} />
            <Changes number={release.number} since={Number(since)} />
          </>
        )}
      </div>
    </Card>
  )
}

function Changes({ number, since }: { number: number; since: number }) {
  const t = useT()
  const { data, isError, refetch, isFetching } = useQuery(comparisonQuery(number, since))
  if (isError) return <ErrorState level={2} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  if (data.changes.length === 0) return <p>{t('duties.releases.noChange')}</p>
  return <ul className="duties-changes">{data.changes.map((each) => <li key={`${each.file} ${each.id}`}><ChangeView change={each} /></li>)}</ul>
}

function ChangeView({ change: { id, file, change, parts } }: { change: Change }) {
  const t = useT()
  const kind = change === 'added' || change === 'removed' ? change : 'changed'
  return (
    <>
      <p><Chip tone={tones[kind]}>{t(`duties.releases.change.${kind}`)}</Chip> <b>{id}</b> <small className="tb-muted">{file}</small></p>
      <ul>
        {parts.map(({ path, before, after }) => (
          <li key={path.join('.')}>
            {path.length > 0 && <code>{path.join('.')}</code>} {kind === 'changed' && <><del><span className="tb-hidden">{t('duties.releases.was')} </span><Value value={before} /></del> → </>}<span className="tb-hidden">{t('duties.releases.is')} </span><Value value={kind === 'removed' ? before : after} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Value({ value }: { value: unknown }) {
  const t = useT()
  return <>{value === undefined ? t('duties.releases.nothing') : typeof value === 'string' ? value : JSON.stringify(value)}</>
}
