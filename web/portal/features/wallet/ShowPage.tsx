// 亮证: choose what the other side sees and what for, then show a code. Nothing is shown before it was chosen.
// Works without network once the wallet was opened on this phone.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { NotFound } from '../../../shared/RouteError.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { useOnline } from '../../../shared/useOnline.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { choiceName, claimsShown, provable, type Choice } from './faces.ts'
import { OfflineCode } from './OfflineCode.tsx'
import { OnlineCode } from './OnlineCode.tsx'
import { walletQuery, type WalletCard } from './queries.ts'

export const loader = () => queryClient.fetchQuery(walletQuery)

export const title = () => t('wallet.show.title')

const purposes = ['window', 'benefit', 'identity', 'other'] as const
const shortest = 2
const longest = 100

/** What was chosen: ids of claims, and the words the other side reads. */
export type Wish = { claims: readonly string[]; purpose: string }

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { card: id } = useParams()
  const { data: { cards, keptAt } } = useSuspenseQuery(walletQuery)
  const [wish, setWish] = useState<Wish>()
  const online = useOnline()
  const card = cards.find((each) => each.id === id)
  if (!card) return <NotFound />
  const Code = online && keptAt === null ? OnlineCode : OfflineCode
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <Breadcrumbs items={[{ label: t('wallet.title'), href: paths.wallet() }, { label: textIn(card.name), href: paths.walletCard({ card: card.id }) }, { label: t('wallet.show.title') }]} />
      <h1>{t('wallet.show.title')}：{textIn(card.name)}</h1>
      {card.standing !== 'valid' && <Notice tone="danger">{t('wallet.show.ended', { why: t(`wallet.status.${card.standing}`) })}</Notice>}
      {card.standing === 'valid' && !wish && <Chooser card={card} onChosen={setWish} />}
      {wish && (
        <>
          <Code card={card.id} wish={wish} />
          <Sees card={card} wish={wish} />
          <div><Button variant="ghost" onClick={() => setWish(undefined)}>{t('wallet.show.change')}</Button></div>
        </>
      )}
      <SignedOutDialog />
    </div>
  )
}

function Chooser({ card, onChosen }: { card: WalletCard; onChosen: (wish: Wish) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const proofs = provable(card)
  const choices: Choice[] = [...proofs.map(({ id }): Choice => ({ kind: 'proof', claim: id })), { kind: 'whole' }, { kind: 'chosen', claims: [] }]
  const [choice, setChoice] = useState<Choice>(choices[0] ?? { kind: 'whole' })
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('window')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const nameOf = (each: Choice) => {
    if (each.kind === 'proof') return t('wallet.show.proof', { name: textIn(proofs.find(({ id }) => id === each.claim)?.name ?? { 'zh-CN': '' }) })
    return t(`wallet.show.${each.kind}`)
  }
  const pickable = card.faces.filter(({ id, always, derived }) => !always && (!derived || card.values[id] === true) && card.values[id] !== undefined && card.values[id] !== null)
  const claims = claimsShown(card, choice)
  const nothing = choice.kind === 'chosen' && choice.claims.length === 0
  const short = purpose === 'other' && words.trim().length < shortest
  const begin = () => (nothing || short ? setTried(true) : onChosen({ claims, purpose: purpose === 'other' ? words.trim() : t(`wallet.show.purposes.${purpose}`) }))
  return (
    <div className="tb-stack-l">
      <RadioGroup
        label={t('wallet.show.what')}
        value={choiceName(choice)}
        onChange={(name) => setChoice(choices.find((each) => choiceName(each) === name) ?? choice)}
        options={choices.map((each) => ({ value: choiceName(each), label: nameOf(each), ...(each.kind === 'proof' ? { hint: t('wallet.show.proofHint') } : {}) }))}
      />
      {choice.kind === 'chosen' && (
        <CheckboxGroup label={t('wallet.show.pick')} values={[...choice.claims]} onChange={(picked) => setChoice({ kind: 'chosen', claims: picked })} options={pickable.map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={tried && nothing ? t('wallet.show.nothing') : undefined} />
      )}
      <RadioGroup label={t('wallet.show.purpose')} hint={t('wallet.show.purposeHint')} value={purpose} onChange={(value) => setPurpose(purposes.find((each) => each === value) ?? purpose)} options={purposes.map((value) => ({ value, label: t(`wallet.show.purposes.${value}`) }))} />
      {purpose === 'other' && <TextInput label={t('wallet.show.purposeOther')} value={words} onChange={setWords} maxLength={longest} error={tried && short ? t('wallet.show.purposeShort') : undefined} />}
      <Sees card={card} wish={{ claims, purpose: '' }} />
      <div><Button onClick={begin}>{t('wallet.show.begin')}</Button></div>
    </div>
  )
}

function Sees({ card, wish: { claims, purpose } }: { card: WalletCard; wish: Wish }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={t('wallet.show.sees')}>
      <ul className="wallet-sees">
        {card.faces.filter(({ id }) => claims.includes(id)).map(({ id, name }) => <li key={id}>{textIn(name)}</li>)}
      </ul>
      {purpose !== '' && <p>{t('wallet.show.sample', { purpose })}</p>}
    </Card>
  )
}
