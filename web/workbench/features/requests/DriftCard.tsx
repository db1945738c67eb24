// Whether requests are still read as well as when the model was learnt, for those who run the centre: the newest measurement with each figure,
// what passed a limit, words nobody has trained on, and measuring now. Stays away for whoever has only a part of the region.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Tone } from '../../../ui/tone.ts'

type Drift = Reply<'listRequestDrifts'>['drifts'][number]
type Area = Drift['areas'][number]

const driftsQuery = { queryKey: ['request-drifts'], queryFn: async ({ signal }: { signal: AbortSignal }) => (await api('listRequestDrifts', {}, { signal })).drifts, retry: false }

export function DriftCard() {
  const t = useT()
  const { data } = useQuery(driftsQuery)
  const measuring = useChange(() => api('measureRequestDrift', { body: {} }), () => {
    toast(t('drift-desk.measured'), { tone: 'success' })
    return queryClient.invalidateQueries({ queryKey: driftsQuery.queryKey })
  })
  if (!data) return null
  const [newest] = data
  return (
    <Card title={t('drift-desk.title')} tone={newest && newest.warnings.length > 0 ? 'attention' : 'plain'}>
      <div className="tb-stack">
        <p className="tb-muted">{t('drift-desk.lead')}</p>
        {newest ? <Newest drift={newest} /> : <p>{t('drift-desk.none')}</p>}
        {measuring.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(measuring.error) ?? t('ui.error.text')}</p></Notice>}
        <div><Button variant="ghost" busy={measuring.isPending} onClick={() => measuring.mutate()}>{t('drift-desk.measure')}</Button></div>
      </div>
    </Card>
  )
}

/** As the index is read for credit scores. */
const levelOf = (index: number): { level: 'steady' | 'some' | 'much'; tone: Tone } => (index < 0.1 ? { level: 'steady', tone: 'success' } : index <= 0.25 ? { level: 'some', tone: 'warning' } : { level: 'much', tone: 'danger' })

function Newest({ drift }: { drift: Drift }) {
  const t = useT()
  const format = useFormat()
  const { abstained, corrected, moved, terms, warnings } = drift
  const level = moved === null ? undefined : levelOf(moved)
  return (
    <>
      <p><b>{t('drift-desk.span', { from: format.date(drift.from), to: format.date(dayBefore(drift.before)), n: drift.requests })}</b></p>
      {warnings.length > 0 && (
        <Notice tone="warning">
          <ul>{warnings.map((warning) => <li key={warning}>{t(`drift-desk.warnings.${warning}`)}</li>)}</ul>
          <p>{t('drift-desk.what')}</p>
        </Notice>
      )}
      <KeyValue
        lines
        items={[
          { id: 'moved', label: t('drift-desk.standing.moved'), value: level && moved !== null ? <span className="tb-row">{moved.toFixed(2)} <Chip tone={level.tone}>{t(`drift-desk.levels.${level.level}`)}</Chip></span> : t('drift-desk.few') },
          { id: 'psi', label: t('drift-desk.standing.psi'), value: drift.psi.toFixed(2) },
          { id: 'abstained', label: t('drift-desk.standing.abstained'), value: `${format.share(abstained.share)} · ${t('drift-desk.expected', { share: format.share(abstained.expected) })}` },
          { id: 'corrected', label: t('drift-desk.standing.corrected'), value: `${format.share(corrected.share)} · ${t('drift-desk.ofRead', { n: corrected.requests })}` },
          ...(corrected.nowRight === null ? [] : [{ id: 'nowRight', label: t('drift-desk.standing.nowRight'), value: format.share(corrected.nowRight) }]),
          ...(terms.length === 0 ? [] : [{ id: 'terms', label: t('drift-desk.terms'), value: format.list(terms.map(({ term, requests }) => t('drift-desk.term', { term, n: requests }))) }]),
        ]}
      />
      <Areas areas={drift.areas} />
    </>
  )
}

function Areas({ areas }: { areas: readonly Area[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const perhaps = (value: number | null, shown: (value: number) => string) => (value === null ? '–' : shown(value))
  const columns: Column<Area>[] = [
    { key: 'name', header: t('drift-desk.columns.name'), cell: ({ name }) => textIn(name) },
    { key: 'share', header: t('drift-desk.columns.share'), align: 'end', cell: ({ share }) => format.share(share) },
    { key: 'before', header: t('drift-desk.columns.before'), align: 'end', cell: ({ before }) => perhaps(before, format.share) },
    { key: 'moved', header: t('drift-desk.columns.moved'), align: 'end', cell: ({ moved }) => perhaps(moved, (value) => value.toFixed(3)) },
    { key: 'learnt', header: t('drift-desk.columns.learnt'), align: 'end', cell: ({ learnt }) => format.share(learnt) },
    { key: 'psi', header: t('drift-desk.columns.psi'), align: 'end', cell: ({ psi }) => psi.toFixed(3) },
  ]
  return (
    <details>
      <summary>{t('drift-desk.areas')}</summary>
      <p className="tb-muted">{t('drift-desk.scale')}</p>
      <Table caption={t('drift-desk.areas')} columns={columns} rows={areas} rowKey={({ area }) => area} />
    </details>
  )
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
