// An e-licence as a card: its type's colours and pattern, claims in the places the type gives them. No emblems, no photographs.
// What no longer holds is grey and says so across the card, not by colour alone.
import type { CSSProperties } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { linesOf } from './faces.ts'
import type { WalletCard } from './queries.ts'
import './wallet.css'

type Props = { card: WalletCard; reveal?: boolean }

export function CardPicture({ card, reveal = false }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const language = useLanguage()
  const { name, issuer, standing, layout } = card
  const lines = new Map(linesOf(card, language, reveal).map((line) => [line.id, line]))
  const at = (place: WalletCard['layout']['fields'][number]['at']) => layout.fields.filter((field) => field.at === place).flatMap(({ claim }) => lines.get(claim) ?? [])
  // The colours are the type's, from its pack.
  const colours = { '--card-ink': layout.ink, '--card-from': layout.from, '--card-to': layout.to } as CSSProperties
  const ended = standing !== 'valid'
  return (
    <div className="wallet-picture" style={colours} data-pattern={layout.pattern} data-ended={ended || undefined}>
      <p className="wallet-picture-name">{textIn(name)}</p>
      {ended && <p className="wallet-picture-stamp">{t(`wallet.status.${standing}`)}</p>}
      {at('title').map(({ id, text }) => <p key={id} className="wallet-picture-title">{text}</p>)}
      <dl>
        {[...at('main'), ...at('side')].map(({ id, label, text }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="wallet-picture-foot">
        <span>{textIn(issuer)}</span>
        {at('foot').map(({ id, label, text }) => <span key={id}>{label} {text}</span>)}
        {card.validUntil !== null && <span>{t('wallet.card.validUntil', { date: formatDate(card.validUntil, language) })}</span>}
      </p>
    </div>
  )
}
