// What a delegation covers, until when, how often: the same lines before agreeing and afterwards.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import type { Delegation } from './queries.ts'

export function Terms({ delegation: { matters, startsOn, endsOn, maxUses, uses, reason, otherIdMasked, companyName } }: { delegation: Delegation }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <KeyValue
      items={[
        ...(companyName === null ? [] : [{ id: 'company', label: t('delegations.company'), value: companyName }]),
        { id: 'scope', label: t('delegations.scope'), value: matters ? format.list(matters.map(({ name }) => textIn(name))) : t('delegations.all') },
        { id: 'period', label: t('delegations.period'), value: t('delegations.periodOf', { from: format.date(startsOn), to: format.date(endsOn) }) },
        { id: 'uses', label: t('delegations.uses'), value: maxUses === null ? t('delegations.usesSoFar', { n: uses }) : t('delegations.usesOf', { max: maxUses, n: uses }) },
        ...(otherIdMasked === null ? [] : [{ id: 'id', label: t('delegations.id'), value: otherIdMasked }]),
        ...(reason === '' ? [] : [{ id: 'reason', label: t('delegations.reason'), value: reason }]),
      ]}
    />
  )
}
