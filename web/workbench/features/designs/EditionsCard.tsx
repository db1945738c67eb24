// What has been released, newest first, by whom; an edition is taken back here, with a reason.
// Taking back is a new edition: nothing of history goes.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { problemText } from './problem-text.ts'
import type { EditionSummary } from './queries.ts'

export function EditionsCard({ editions }: { editions: readonly EditionSummary[] }) {
  const t = useT()
  const format = useFormat()
  const [taking, setTaking] = useState<EditionSummary>()
  const back = new Set(editions.flatMap(({ restores }) => restores ?? []))
  const columns: Column<EditionSummary>[] = [
    { key: 'number', header: t('designs.editions.number'), cell: ({ number, title, designId }) => <>{t('designs.editions.name', { n: number })} · {designId ? <Link href={paths.workbenchDesign({ design: designId })}>{title}</Link> : title}</> },
    { key: 'what', header: t('designs.editions.what'), cell: ({ restores, number }) => (restores ? <Chip tone="warning">{t('designs.editions.restores', { n: restores })}</Chip> : back.has(number) ? <Chip>{t('designs.editions.takenBack')}</Chip> : <Chip tone="success">{t('designs.editions.released')}</Chip>) },
    { key: 'people', header: t('designs.editions.people'), cell: ({ madeBy, releasedBy, restores }) => (restores ? releasedBy : t('designs.editions.by', { author: madeBy, reviewer: releasedBy })) },
    { key: 'at', header: t('designs.editions.at'), cell: ({ releasedAt }) => format.instant(releasedAt) },
    { key: 'do', header: t('designs.table.do'), cell: (edition) => !edition.restores && !back.has(edition.number) && <Button variant="plain" onClick={() => setTaking(edition)}>{t('designs.editions.rollBack')}<span className="tb-hidden"> {t('designs.editions.name', { n: edition.number })}</span></Button> },
  ]
  return (
    <Card title={t('designs.editions.title')}>
      <Table caption={t('designs.editions.title')} columns={columns} rows={editions} rowKey={({ number }) => String(number)} empty={<p className="tb-muted">{t('designs.editions.none')}</p>} />
      {taking && <RollBack edition={taking} onClose={() => setTaking(undefined)} />}
    </Card>
  )
}

function RollBack({ edition, onClose }: { edition: EditionSummary; onClose: () => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const act = async () => {
    setBusy(true)
    try {
      const { edition: number, asOnDisk } = await api('rollBackEdition', { params: { number: edition.number }, body: { reason } })
      await queryClient.invalidateQueries({ queryKey: ['designs'] })
      toast(t('designs.editions.done', { n: number }))
      if (asOnDisk.length > 0) toast(t('designs.editions.asOnDisk', { files: asOnDisk.join('、') }), { tone: 'warning' })
      onClose()
    } catch (error) {
      setTrouble(problemText(error, t))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} stay title={t('designs.editions.confirm', { n: edition.number, title: edition.title })} footer={<><Button variant="quiet" onClick={onClose}>{t('common.cancel')}</Button><Button variant="danger" busy={busy} disabledReason={reason.trim().length < 2 ? t('designs.editions.needReason') : undefined} onClick={() => void act()}>{t('designs.editions.rollBack')}</Button></>}>
      <div className="tb-stack">
        {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
        <p>{t('designs.editions.explain')}</p>
        <TextArea label={t('designs.editions.reason')} value={reason} onChange={setReason} limit={2000} required />
      </div>
    </Dialog>
  )
}
