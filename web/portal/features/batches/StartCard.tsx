// Handing in the rows that are right: what is looked up with consent, the declaration of truth, and one button.
// Rows to mend stay behind and are said to.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { LawText } from '../apply/LawText.tsx'
import { batchMattersQuery, batchQuery, type Batch } from './queries.ts'

export function StartCard({ batch }: { batch: Batch }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const queries = useQueryClient()
  const { data: matters = [] } = useQuery(batchMattersQuery)
  const consents = matters.find(({ id }) => id === batch.matter)?.consents ?? []
  const [agreed, setAgreed] = useState(false)
  const [truthful, setTruthful] = useState(false)
  const because = batch.actions.find(({ action }) => action === 'start')?.because ?? null
  const n = batch.rows.ready
  const { mutate, isPending, error } = useChange(
    () => api('actOnBatch', { params: { id: batch.id }, body: { action: 'start', truthful: true, consents: Object.fromEntries(consents.map(({ registry }) => [registry, agreed])) } }),
    (reply) => queries.setQueryData(batchQuery(batch.id).queryKey, reply),
  )
  const reason = because === 'findings' ? t('batches.start.findings') : because === 'nothing' ? t('batches.start.nothing') : truthful ? undefined : t('batches.start.declare')
  return (
    <Card title={t('batches.start.title', { n })} tone={because === null ? 'attention' : 'plain'}>
      <div className="tb-stack">
        {batch.rows.faulty > 0 && <p>{t('batches.start.skip', { n: batch.rows.faulty })}</p>}
        {batch.applicants === 'own' && <p>{t('batches.start.own')}</p>}
        {consents.length > 0 && (
          <>
            <p>{t('batches.start.consents')}</p>
            <ul>
              {consents.map(({ registry, name, concepts, legalBasis }) => (
                <li key={registry}>
                  <b>{textIn(name)}</b>：{format.list(concepts.map(textIn))} <span className="tb-muted"><LawText {...legalBasis} /></span>
                </li>
              ))}
            </ul>
            <Checkbox label={t('batches.start.agree')} checked={agreed} onChange={setAgreed} />
          </>
        )}
        <Checkbox label={t('batches.start.truthful')} checked={truthful} onChange={setTruthful} />
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('batches.failed')}</Notice>}
        <div><Button busy={isPending} disabledReason={reason} onClick={() => mutate()}>{t('batches.start.submit', { n })}</Button></div>
      </div>
    </Card>
  )
}
