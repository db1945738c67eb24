// Fetching e-licences out of the registers: which, with consent, and what came of each. Asked registers tell the holder in "who saw my data".
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { offersQuery, walletQuery } from './queries.ts'

type Outcome = { got: number; missed: string[]; failed?: string | undefined }

/** Nothing to fetch is an answer, not a fault. */
const isNothing = (error: unknown): boolean => ['not_found', 'not_offered', 'not_allowed_now', 'conflict'].includes(codeOf(error) ?? '')

export function ClaimCard({ held }: { held: readonly string[] }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: offers = [] } = useQuery(offersQuery)
  const [chosen, setChosen] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const open = offers.filter(({ id, claimable }) => claimable && !held.includes(id))
  const ids = open.map(({ id }) => id).filter((id) => chosen.includes(id))
  if (open.length === 0 && !outcome) return null
  const claim = async () => {
    setBusy(true)
    const found: Outcome = { got: 0, missed: [] }
    // One after the other: each asks registers of its own, and they answer the same person.
    for (const { id, name } of open.filter((offer) => ids.includes(offer.id))) {
      try {
        await change(() => api('claimCredential', { body: { type: id, consent: true } }))
        found.got += 1
      } catch (error) {
        if (isNothing(error)) found.missed.push(textIn(name))
        else found.failed = messageOf(error) ?? t('wallet.claim.failed')
      }
    }
    setOutcome(found)
    setBusy(false)
    await queryClient.invalidateQueries({ queryKey: walletQuery.queryKey, exact: true })
  }
  return (
    <Card title={t('wallet.claim.title')}>
      <div className="tb-stack">
        {outcome && (
          <Notice tone={outcome.got > 0 ? 'success' : 'azure'} live="polite" title={outcome.got > 0 ? t('wallet.claim.got', { n: outcome.got }) : undefined}>
            {outcome.missed.length > 0 && t('wallet.claim.none', { names: outcome.missed.join(t('wallet.claim.separator')) })}
          </Notice>
        )}
        {outcome?.failed !== undefined && <Notice tone="danger" live="assertive">{outcome.failed}</Notice>}
        {open.length > 0 && (
          <>
            <p>{t('wallet.claim.lead')}</p>
            <CheckboxGroup label={t('wallet.claim.which')} values={ids} onChange={setChosen} options={open.map(({ id, name, registries }) => ({ value: id, label: textIn(name), hint: registries.map((registry) => textIn(registry.name)).join(t('wallet.claim.separator')) }))} />
            <div><Button busy={busy} disabledReason={ids.length === 0 ? t('wallet.show.nothing') : undefined} onClick={() => void claim()}>{t('wallet.claim.agree')}</Button></div>
          </>
        )}
      </div>
    </Card>
  )
}
