// For whom the reader may act by law: those confirmed by the register, others who may act for the same ward, and checking another.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { CheckForm } from './CheckForm.tsx'
import { PowerCard } from './PowerCard.tsx'
import { powersQuery } from './queries.ts'

export function PowersSection() {
  const t = useT()
  const { data: powers } = useSuspenseQuery(powersQuery)
  return (
    <section className="tb-stack">
      <h2>{t('proxies.powers.title')}</h2>
      <p>{t('proxies.powers.lead')}</p>
      {powers.length === 0 && <p className="tb-muted">{t('proxies.powers.empty')}</p>}
      {powers.map((power) => <PowerCard key={power.id} power={power} />)}
      <CheckForm />
    </section>
  )
}
