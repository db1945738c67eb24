// Which registers a run takes facts from before it screens, under the grants my authority holds: how the last pull went, one more, one less.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { feedsQuery, lackText, type Feeds as Reply } from './queries.ts'

const put = (reply: Reply) => queryClient.setQueryData(feedsQuery.queryKey, reply)

export function Feeds() {
  const t = useT()
  const format = useFormat()
  const { data: { feeds, offered } } = useSuspenseQuery(feedsQuery)
  const removing = useChange((resource: string) => api('removeBenefitFeed', { body: { resource } }), put)
  return (
    <section className="tb-stack" aria-labelledby="benefit-feeds">
      <h2 id="benefit-feeds">{t('benefit-desk.feeds.title')}</h2>
      <p className="tb-muted">{t('benefit-desk.feeds.lead')}</p>
      {feeds.length > 0 && (
        <ul className="tb-stack">
          {feeds.map((one) => (
            <li key={`${one.resource} ${one.region}`}>
              <b>{one.name}</b> {one.facts.map(({ name }) => name).join(t('benefit-desk.feeds.and'))} · {one.purpose}
              <span className="tb-row">
                <span className="tb-muted">{one.problem ? lackText(t, one.problem) : one.pulledAt ? t('benefit-desk.feeds.pulled', { day: format.instant(one.pulledAt), n: one.records ?? 0 }) : t('benefit-desk.feeds.notYet')}</span>
                <Button variant="quiet" busy={removing.isPending} aria-label={t('benefit-desk.feeds.removeOf', { name: one.name })} onClick={() => removing.mutate(one.resource)}>{t('benefit-desk.feeds.remove')}</Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {removing.error !== null && <Notice tone="danger" live="assertive">{messageOf(removing.error) ?? t('benefit-desk.failed')}</Notice>}
      {offered.length > 0 && <Add offered={offered} />}
    </section>
  )
}

function Add({ offered }: { offered: Reply['offered'] }) {
  const t = useT()
  const [chosen, setChosen] = useState(0)
  const [purpose, setPurpose] = useState('')
  const offer = offered[chosen]
  const adding = useChange(() => api('setBenefitFeed', { body: { resource: offer?.resource ?? '', for: offer?.for ?? 'person', facts: offer?.facts.map(({ concept }) => concept) ?? [], purpose: purpose.trim() || '-' } }), put)
  return (
    <details className="tb-fold">
      <summary>{t('benefit-desk.feeds.add')}</summary>
      <div className="tb-stack">
        <Select label={t('benefit-desk.feeds.register')} value={String(chosen)} onChange={(value) => setChosen(Number(value))} options={offered.map((each, at) => ({ value: String(at), label: `${each.name}${t('benefit-desk.feeds.and')}${t(`benefit-desk.feeds.${each.for}`)}` }))} />
        {offer && <p className="tb-muted">{t('benefit-desk.feeds.facts', { names: offer.facts.map(({ name }) => name).join(t('benefit-desk.feeds.and')) })}</p>}
        <TextInput label={t('benefit-desk.feeds.purpose')} hint={t('benefit-desk.feeds.purposeHint')} value={purpose} onChange={setPurpose} maxLength={300} />
        {adding.error !== null && <Notice tone="danger" live="assertive">{messageOf(adding.error) ?? t('benefit-desk.failed')}</Notice>}
        <div><Button variant="ghost" busy={adding.isPending} onClick={() => adding.mutate()}>{t('benefit-desk.feeds.set')}</Button></div>
      </div>
    </details>
  )
}
