// Rows of tables others want to hand in for the reader: what would be handed in, what is looked up, and the reader's word.
// Agreeing and not agreeing stand side by side, neither is hidden.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { LawText } from '../apply/LawText.tsx'

type Asked = Reply<'listBatchQuestions'>['asked'][number]

const askedQuery = queryOptions({ queryKey: ['batch-answers'], queryFn: async ({ signal }) => (await api('listBatchQuestions', {}, { signal })).asked })

export const loader = () => queryClient.fetchQuery(askedQuery)

export const title = () => t('batches.answers.title')

export function Component() {
  const t = useT()
  const { data: asked } = useSuspenseQuery(askedQuery)
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header>
        <h1>{t('batches.answers.title')}</h1>
        <p>{t('batches.answers.lead')}</p>
      </header>
      {asked.length === 0 && <EmptyState title={t('batches.answers.none')} />}
      {asked.map((each) => <AskedRow key={`${each.batch} ${each.row}`} asked={each} />)}
      <SignedOutDialog />
    </div>
  )
}

function AskedRow({ asked: { batch, row, by, matterName, until, cells, consents } }: { asked: Asked }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [agreed, setAgreed] = useState(false)
  const { mutate, isPending, variables, error } = useChange(
    (agrees: boolean) => api('answerBatchRow', { params: { batch, row }, body: { agrees, consents: Object.fromEntries(consents.map(({ registry }) => [registry, agreed])) } }),
    async ({ agrees }) => {
      await queryClient.invalidateQueries({ queryKey: askedQuery.queryKey })
      toast(t(agrees ? 'batches.answers.agreed' : 'batches.answers.declined'))
    },
  )
  return (
    <Card level={2} tone="attention" title={t('batches.answers.asks', { by, matter: textIn(matterName) })}>
      <div className="tb-stack">
        <p>{t('batches.answers.until', { time: formatMoment(until, thisYear()) })}</p>
        <KeyValue items={cells.map(({ label, value }) => ({ id: label, label, value }))} />
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
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('batches.failed')}</Notice>}
        <div className="tb-row">
          <Button busy={isPending && variables} onClick={() => mutate(true)}>{t('batches.answers.agree')}</Button>
          <Button variant="ghost" busy={isPending && !variables} onClick={() => mutate(false)}>{t('batches.answers.decline')}</Button>
        </div>
      </div>
    </Card>
  )
}
