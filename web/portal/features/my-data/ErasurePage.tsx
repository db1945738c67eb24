// What I can have erased about me, what must stay and by which law; and erasing it (Personal Information Protection Law Art. 47).
// Nothing is erased before it was named once more.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { erasureQuery } from './queries.ts'
import { ResidentGate } from './ResidentGate.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import './my-data.css'

type Erasable = Reply<'getErasure'>['erasable'][number]

export const title = () => t('my-data.erasure.title')

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <Breadcrumbs items={[{ label: t('my-data.title'), href: paths.myData() }, { label: t('my-data.erasure.title') }]} />
        <h1>{t('my-data.erasure.title')}</h1>
        <p>{t('my-data.erasure.lead')}</p>
      </header>
      <ResidentGate><Erasure /></ResidentGate>
      <p className="tb-muted">{t('my-data.erasure.law')}</p>
      <SignedOutDialog />
    </div>
  )
}

function Erasure() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(erasureQuery)
  const [asking, setAsking] = useState(false)
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  const erasable = data.erasable.filter(({ count }) => count > 0)
  return (
    <>
      {data.held && <Notice tone="warning">{t('my-data.erasure.held')}</Notice>}
      <Card title={t('my-data.erasure.can.title')}>
        {erasable.length === 0 ? <p className="tb-muted">{t('my-data.erasure.can.nothing')}</p> : (
          <div className="tb-stack">
            <ul className="data-uses">{erasable.map((one) => (
              <li key={one.kind}>
                <div className="tb-row"><b>{one.name}</b><span className="tb-muted">{t(one.kind === 'drafts' ? 'my-data.erasure.can.count' : 'my-data.erasure.can.set', { n: one.count })}</span></div>
                <p className="tb-muted">{t(`my-data.erasure.can.what.${one.kind}`)}</p>
              </li>
            ))}</ul>
            {!data.held && <div><Button variant="danger" onClick={() => setAsking(true)}>{t('my-data.erasure.erase')}</Button></div>}
          </div>
        )}
      </Card>
      <Card title={t('my-data.erasure.kept.title')}>
        <p>{t('my-data.erasure.kept.text')}</p>
        <ul className="data-uses">{data.kept.map(({ kind, name, why, law, count }) => (
          <li key={kind}>
            <div className="tb-row"><b>{name}</b>{count !== null && <span className="tb-muted">{t('my-data.erasure.kept.count', { n: count })}</span>}</div>
            <p>{why}</p>
            <p className="tb-muted" lang="zh-CN">{t('my-data.erasure.kept.law', { law })}</p>
          </li>
        ))}</ul>
      </Card>
      {asking && <EraseDialog erasable={erasable} onClose={() => setAsking(false)} />}
    </>
  )
}

function EraseDialog({ erasable, onClose }: { erasable: readonly Erasable[]; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const namesOf = (all: readonly Erasable[]): string => format.list(all.filter(({ count }) => count > 0).map(({ name, count }) => t('my-data.erasure.confirm.item', { name, n: count })))
  const { mutate, isPending, error } = useChange(() => api('eraseMine', { body: {} }), ({ erased, ...left }) => {
    queryClient.setQueryData(erasureQuery.queryKey, left)
    void queryClient.invalidateQueries({ queryKey: ['applications'] })
    toast(erased.some(({ count }) => count > 0) ? t('my-data.erasure.done', { what: namesOf(erased) }) : t('my-data.erasure.doneNothing'))
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('my-data.erasure.confirm.title')} text={t('my-data.erasure.confirm.text', { what: namesOf(erasable) })} act={t('my-data.erasure.erase')} failed={t('my-data.erasure.failed')}
      error={error} busy={isPending} onConfirm={() => mutate()} onClose={onClose}
    />
  )
}
