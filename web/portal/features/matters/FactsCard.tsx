// Who may apply, where, what it costs, how the results arrive, whom to ask.
// Fee and visits are those of the services in the plan.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'

export function FactsCard({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const matter = catalogue.matters[plan.matter]
  if (!matter) return null
  // Not computed yet, a fee counts with its usual amount; what somebody else bears does not count.
  const fee = (plan.fees ?? []).reduce((total, { service, fen, bearer }) => (bearer ? total : total + (fen ?? catalogue.services[service]?.fee ?? 0)), 0)
  const priced = plan.services.flatMap(({ service }) => (catalogue.services[service]?.priced ? [textIn(catalogue.services[service].name)] : []))
  return (
    <Card title={t('matters.facts.title')}>
      <KeyValue
        items={[
          { id: 'who', label: t('matters.facts.who'), value: textIn(matter.whoMayApply) },
          {
            id: 'where', label: t('matters.facts.where'),
            value: (
              <>
                {plan.after.trips === 0 ? t('matters.facts.online') : t('matters.facts.partlyOnline', { n: plan.after.trips })}
                <br />
                {t('matters.facts.hall')}
              </>
            ),
          },
          { id: 'fee', label: t('matters.facts.fee'), value: <>{fee === 0 ? t('matters.facts.free') : format.money(fee)}{priced.length > 0 && <small>{t('matters.facts.priced', { names: format.list(priced) })}</small>}</> },
          { id: 'delivery', label: t('matters.facts.delivery'), value: textIn(matter.delivery) },
          { id: 'consult', label: t('matters.facts.consult'), value: <a className="matter-phone" href="tel:12345">12345</a> },
        ]}
      />
    </Card>
  )
}
