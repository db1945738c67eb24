// One e-licence: everything it says, hidden from bystanders until asked for; PDF, correction and renewal; who saw or used it.
// Without network it shows what this phone kept.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useLanguage, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { NotFound } from '../../../shared/RouteError.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { CardPicture } from './CardPicture.tsx'
import { linesOf } from './faces.ts'
import { usesQuery, walletQuery, type WalletCard } from './queries.ts'

export const loader = () => queryClient.fetchQuery(walletQuery)

export const title = () => t('wallet.card.details')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const language = useLanguage()
  const { acting } = useSession()
  const { card: id } = useParams()
  const { data: { cards, keptAt } } = useSuspenseQuery(walletQuery)
  const [reveal, setReveal] = useState(false)
  const card = cards.find((each) => each.id === id)
  if (!card) return <NotFound />
  const lines = linesOf(card, language, reveal)
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <Breadcrumbs items={[{ label: t('wallet.title'), href: paths.wallet() }, { label: textIn(card.name) }]} />
      <h1>{textIn(card.name)}</h1>
      <CardPicture card={card} reveal={reveal} />
      <div className="tb-row">
        {card.standing === 'valid' && <LinkButton href={paths.walletShow({ card: card.id })}>{t('wallet.card.show')}</LinkButton>}
        {keptAt === null && !acting && <a className="tb-button" data-variant="ghost" href={addressOf('printCredential', { id: card.id })} target="_blank" rel="noreferrer">{t('wallet.details.pdf')}</a>}
      </div>
      <Card title={t('wallet.details.all')} aside={<Button variant="quiet" aria-pressed={reveal} onClick={() => setReveal(!reveal)}>{reveal ? t('wallet.details.hide') : t('wallet.details.reveal')}</Button>}>
        <div className="tb-stack">
          <KeyValue items={[
            ...lines.map(({ id: claim, label, text }) => ({ id: claim, label, value: text })),
            { id: 'issuer', label: t('wallet.details.issuer'), value: textIn(card.issuer) },
            { id: 'issued', label: t('wallet.details.issued'), value: format.date(plainDateOf(card.issuedAt)) },
            { id: 'validity', label: t('wallet.details.validity'), value: card.validUntil ? t('wallet.card.validUntil', { date: format.date(card.validUntil) }) : t('wallet.card.forGood') },
          ]} />
          {!reveal && lines.some(({ masked }) => masked) && <p className="tb-muted">{t('wallet.details.masked')}</p>}
          {keptAt === null && <p><LinkButton variant="ghost" href={card.resultId === null ? paths.myData() : `${paths.wallet()}#results`}>{t('wallet.details.wrong')}</LinkButton></p>}
        </div>
      </Card>
      {!acting && <Uses card={card} offline={keptAt !== null} />}
    </div>
  )
}

function Uses({ card: { id, faces }, offline }: { card: WalletCard; offline: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: uses } = useQuery({ ...usesQuery(id), enabled: !offline })
  return (
    <Card title={t('wallet.details.uses')}>
      {offline && <p>{t('wallet.details.offline')}</p>}
      {uses?.length === 0 && <p>{t('wallet.details.usesNone')}</p>}
      <ul className="wallet-uses">
        {(uses ?? []).map(({ id: use, at, by, kind, purpose, claims, reference }) => (
          <li key={use}>
            <b>{by ?? t('wallet.details.someone')}</b> <span className="tb-muted">{formatMoment(at, thisYear())}</span>
            <div>{kind === 'verified' && reference !== null ? t('wallet.details.refused', { why: t(reference === 'used' || reference === 'late' ? `wallet.details.because.${reference}` : 'wallet.details.because.other') }) : t(`wallet.details.kind.${kind}`, { purpose })}</div>
            {claims.length > 0 && <div className="tb-muted">{t('wallet.details.saw', { names: claims.map((claim) => textIn(faces.find((face) => face.id === claim.id)?.name ?? claim.name)).join(t('wallet.claim.separator')) })}</div>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
