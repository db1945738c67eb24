// What a department asks to see: who, which claims, what for and by which law. The holder agrees, with one of their cards, or declines.
// Nothing is shown before they agree, and only what is listed.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { requestQuery, walletQuery } from './queries.ts'

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await Promise.all([queryClient.fetchQuery(requestQuery(params['request'] ?? '')), queryClient.fetchQuery(walletQuery)])
  return null
}

export const title = () => t('wallet.asked.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const code = useParams()['request'] ?? ''
  const { data: asked } = useSuspenseQuery(requestQuery(code))
  const { data: { cards } } = useSuspenseQuery(walletQuery)
  const fitting = cards.filter(({ type, standing }) => type === asked.type && standing === 'valid')
  const [chosen, setChosen] = useState(fitting[0]?.id ?? '')
  const answering = useChange((credential: string | null) => api('answerPresentationRequest', { params: { code }, body: { credential } }), () => queryClient.invalidateQueries({ queryKey: walletQuery.queryKey, exact: true }))
  const done = answering.data
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <h1>{t('wallet.asked.title')}</h1>
      <Card title={t('wallet.asked.from', { name: asked.by })} aside={textIn(asked.region)}>
        <p>{t('wallet.asked.for', { purpose: asked.purpose })}</p>
        <p className="tb-muted">{t('wallet.asked.law', { law: asked.legalBasis })}</p>
        <p>{t('wallet.asked.wants', { type: textIn(asked.typeName) })}</p>
        <ul className="wallet-sees">{asked.claims.map(({ id, name }) => <li key={id}>{textIn(name)}</li>)}</ul>
        <p className="tb-muted">{t('wallet.asked.until', { time: formatMoment(asked.expiresAt, thisYear()) })}</p>
      </Card>
      {done && <Notice tone="success" live="polite">{done.agreed ? t('wallet.asked.agreed', { name: asked.by }) : t('wallet.asked.declined')}</Notice>}
      {!done && asked.state !== 'open' && <Notice tone="neutral">{t('wallet.asked.ended')}</Notice>}
      {!done && asked.state === 'open' && (
        <div className="tb-stack">
          {fitting.length === 0 && <Notice tone="warning">{t('wallet.asked.none', { type: textIn(asked.typeName) })}</Notice>}
          {fitting.length > 1 && <RadioGroup label={t('wallet.asked.which')} value={chosen} onChange={setChosen} options={fitting.map(({ id, number, name }) => ({ value: id, label: textIn(name), hint: number }))} />}
          {answering.error !== null && <Notice tone="danger" live="assertive">{messageOf(answering.error) ?? t('wallet.show.failed')}</Notice>}
          <div className="tb-row">
            {fitting.length > 0 && <Button busy={answering.isPending} onClick={() => answering.mutate(chosen)}>{t('wallet.asked.agree')}</Button>}
            <Button variant="ghost" busy={answering.isPending} onClick={() => answering.mutate(null)}>{t('wallet.asked.decline')}</Button>
          </div>
        </div>
      )}
      <div><LinkButton variant="quiet" href={paths.wallet()}>{t('wallet.title')}</LinkButton></div>
      <SignedOutDialog />
    </div>
  )
}
