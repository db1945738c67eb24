// Those whom no message reaches: letters written and printed a batch at a time, what each visit found, and the list as a table for a spreadsheet.
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import { letterBatchesQuery, lettersFile, lettersQuery, periodText, type DeskEntitlement } from './queries.ts'
import { VisitForm } from './VisitForm.tsx'

/** A cell of a table of separated values; what a spreadsheet would run as a formula is made plain text. */
const cell = (text: string): string => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export function Letters() {
  const t = useT()
  const format = useFormat()
  const { data: batches } = useSuspenseQuery(letterBatchesQuery)
  const [chosen, setChosen] = useState('')
  // a batch whose last one was told is gone
  const batch = batches.some(({ writtenAt }) => writtenAt === chosen) ? chosen : ''
  const { data: rows = [], error } = useQuery({ ...lettersQuery(batch), placeholderData: keepPreviousData })
  const [visited, setVisited] = useState<string>()
  const writing = useChange(() => api('makeBenefitLetters', {}), ({ letters }) => {
    toast(t('benefit-desk.visit.written', { n: letters }))
    void queryClient.invalidateQueries({ queryKey: ['benefits'] })
  })
  const printed = batch || batches[0]?.writtenAt
  const open = rows.find(({ id }) => id === visited)
  const columns: Column<DeskEntitlement>[] = [
    { key: 'name', header: t('benefit-desk.name'), cell: (one) => one.name },
    { key: 'benefit', header: t('benefit-desk.policy'), cell: (one) => one.benefitName },
    { key: 'period', header: t('benefit-desk.period'), cell: (one) => periodText(one.period, t('benefit-desk.once')) },
    { key: 'region', header: t('benefit-desk.region'), cell: (one) => one.region },
    { key: 'amount', header: t('benefit-desk.amount'), align: 'end', cell: (one) => format.money(one.fen) },
    { key: 'visit', header: t('benefit-desk.visit.title'), cell: (one) => <Visited one={one} onOpen={() => setVisited(one.id)} /> },
  ]
  const table = [[t('benefit-desk.name'), t('benefit-desk.policy'), t('benefit-desk.period'), t('benefit-desk.region'), t('benefit-desk.amount')].map(cell), ...rows.map((one) => [one.name, one.benefitName, one.period, one.region, String(one.fen / 100)].map(cell))].map((line) => line.join(',')).join('\r\n')
  return (
    <section className="tb-stack" aria-label={t('benefit-desk.letters')}>
      <p className="tb-muted">{t('benefit-desk.lettersLead')}</p>
      {batches.length > 0 && (
        <Select label={t('benefit-desk.visit.batch')} value={batch} onChange={setChosen} emptyIsAll placeholder={t('benefit-desk.visit.everybody')} options={batches.map(({ writtenAt, letters }) => ({ value: writtenAt, label: t('benefit-desk.visit.batchOf', { at: format.instant(writtenAt), n: letters }) }))} />
      )}
      {rows.length > 0 && (
        <div className="tb-row">
          <Button variant="ghost" busy={writing.isPending} onClick={() => writing.mutate()}>{t('benefit-desk.visit.write')}</Button>
          {printed !== undefined && <a href={lettersFile(printed)} download>{t('benefit-desk.visit.file')}</a>}
          <a download={`${t('benefit-desk.letters')}.csv`} href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${table}`)}`}>{t('benefit-desk.download')}</a>
        </div>
      )}
      {(writing.error ?? error) !== null && <Notice tone="danger" live="assertive">{messageOf(writing.error ?? error) ?? t('benefit-desk.failed')}</Notice>}
      <Table caption={t('benefit-desk.letters')} captionShown columns={columns} rows={rows} rowKey={({ id }) => id} empty={<EmptyState icon="check" title={t('benefit-desk.noLetters')} />} />
      {open && <Card title={t('benefit-desk.visit.of', { name: open.name, policy: open.benefitName })} level={3}><VisitForm key={open.id} one={open} onDone={() => setVisited(undefined)} /></Card>}
    </section>
  )
}

function Visited({ one: { name, letter }, onOpen }: { one: DeskEntitlement; onOpen: () => void }) {
  const t = useT()
  if (!letter) return <span className="tb-muted">{t('benefit-desk.visit.none')}</span>
  return <span className="tb-row">{letter.outcome && <span>{t(`benefit-desk.visit.outcomes.${letter.outcome}`)}{letter.note && ` · ${letter.note}`}</span>}<Button variant="quiet" aria-label={t('benefit-desk.visit.noteOf', { name })} onClick={onOpen}>{t('benefit-desk.visit.enter')}</Button></span>
}
