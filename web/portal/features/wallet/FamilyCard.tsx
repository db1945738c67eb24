// Whose cards one may show besides one's own: wards by law, relatives who authorised one in everything.
// Opening theirs begins to act for them, in this tab, as everywhere.
import { useQuery } from '@tanstack/react-query'
import { startActing, type Acting } from '../../../shared/acting.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { delegationsQuery } from '../delegations/queries.ts'
import { powersQuery } from '../powers/queries.ts'

export function FamilyCard() {
  const t = useT()
  const { data: powers = [] } = useQuery(powersQuery)
  const { data: delegations } = useQuery(delegationsQuery)
  const family: Acting[] = [
    ...powers.filter(({ kind, mayAct }) => kind !== 'company' && mayAct).map(({ mandate, name }) => ({ mandate, name, capacity: 'guardian' as const, home: paths.wallet() })),
    ...(delegations?.held ?? []).filter(({ kind, mayAct, matters }) => kind === 'family' && mayAct && matters === null).map(({ mandate, personName }) => ({ mandate, name: personName, capacity: 'family' as const, home: paths.wallet() })),
  ]
  if (family.length === 0) return null
  return (
    <Card title={t('wallet.family.title')}>
      <p>{t('wallet.family.lead')}</p>
      <div className="tb-row">
        {family.map((acting) => <Button key={acting.mandate} variant="ghost" icon="person" onClick={() => startActing(acting, paths.wallet())}>{t('wallet.family.open', { name: acting.name })}</Button>)}
      </div>
    </Card>
  )
}
