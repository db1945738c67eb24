// My licences: cards to show, requests to answer, what was decided here, whose cards one may show as well, phones that work without network.
// Opens without network too, with what this phone kept.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { LicenceCard } from '../licences/LicenceCard.tsx'
import { ownResultsQuery } from '../licences/queries.ts'
import { CardPicture } from './CardPicture.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { DevicesCard } from './DevicesCard.tsx'
import { keepWallet } from './device.ts'
import { FamilyCard } from './FamilyCard.tsx'
import { inOrder } from './faces.ts'
import { walletQuery, type Asked, type WalletCard } from './queries.ts'

export const loader = () => queryClient.fetchQuery(walletQuery)

export const title = () => t('wallet.title')

export function Component() {
  const t = useT()
  const { acting } = useSession()
  const { data: wallet } = useSuspenseQuery(walletQuery)
  const { keptAt, cards, holder } = wallet
  useEffect(() => {
    if (keptAt !== null || acting) return
    // What is needed without network is loaded while there is one.
    const load = async () => {
      await Promise.all([import('./ShowPage.tsx'), import('./CardPage.tsx')])
      if (await keepWallet(wallet)) await queryClient.invalidateQueries({ queryKey: ['wallet', 'devices'] })
    }
    void load().catch(() => {})
  }, [wallet, keptAt, acting])
  return (
    <div className="tb-page tb-stack-l">
      <div>
        <h1>{t('wallet.title')}</h1>
        <p className="tb-muted">{acting ? t('wallet.acting', { name: holder.name }) : t('wallet.lead')}</p>
      </div>
      {keptAt !== null && <Notice tone="warning">{cards.length > 0 ? t('wallet.offlineKept', { time: formatMoment(keptAt, thisYear()) }) : t('wallet.offlineNone')}</Notice>}
      {wallet.requests.map((asked) => <AskedCard key={asked.id} asked={asked} />)}
      {cards.length === 0 && keptAt === null && <EmptyState title={t('wallet.empty')}><p>{t('wallet.emptyText')}</p></EmptyState>}
      {cards.length > 0 && (
        <section aria-label={t('wallet.cards')}>
          <ul className="wallet-cards">
            {inOrder(cards).map((card) => <li key={card.id}><WalletEntry card={card} /></li>)}
          </ul>
        </section>
      )}
      {keptAt === null && !acting && <Online cards={cards} />}
      <SignedOutDialog />
    </div>
  )
}

function WalletEntry({ card }: { card: WalletCard }) {
  const t = useT()
  const textIn = useTextIn()
  const name = textIn(card.name)
  return (
    <>
      <CardPicture card={card} />
      <div className="tb-row">
        {card.standing === 'valid' && <LinkButton href={paths.walletShow({ card: card.id })} aria-label={t('wallet.card.showAlso', { name })}>{t('wallet.card.show')}</LinkButton>}
        <LinkButton variant="ghost" href={paths.walletCard({ card: card.id })} aria-label={`${t('wallet.card.details')} ${name}`}>{t('wallet.card.details')}</LinkButton>
      </div>
    </>
  )
}

function AskedCard({ asked }: { asked: Asked }) {
  const t = useT()
  return (
    <Card tone="attention" title={t('wallet.asked.title')}>
      <p>{t('wallet.asked.from', { name: asked.by })} · {t('wallet.asked.for', { purpose: asked.purpose })}</p>
      <div><LinkButton href={paths.walletRequest({ request: asked.id })}>{t('wallet.asked.look')}</LinkButton></div>
    </Card>
  )
}

/** What needs the network, and belongs to the holder alone. */
function Online({ cards }: { cards: readonly WalletCard[] }) {
  const t = useT()
  const { data: results = [] } = useQuery(ownResultsQuery)
  const order = [...results.filter(({ inForce }) => inForce), ...results.filter(({ inForce }) => !inForce)]
  return (
    <>
      <ClaimCard held={cards.filter(({ standing }) => standing === 'valid').map(({ type }) => type)} />
      <FamilyCard />
      {order.length > 0 && (
        <section className="tb-stack" id="results">
          <h2>{t('wallet.results')}</h2>
          {order.map((result) => <LicenceCard key={result.id} result={result} />)}
        </section>
      )}
      <DevicesCard />
    </>
  )
}
