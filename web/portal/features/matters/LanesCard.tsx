// How the authorities work side by side: lanes, what waits for what, promised days, the line that decides the total.
// On a narrow screen the same list stands one below the other.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { LaneMap } from '../../../ui/LaneMap.tsx'
import { lanesOf } from './lanes.ts'

export function LanesCard({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const sentences = useSentences()
  const { lanes, items } = lanesOf(plan, catalogue, {
    textIn,
    duration: (days) => (days === 0 ? t('matters.lanes.atOnce') : t('common.workingDays', { n: days })),
    after: (names) => t('matters.lanes.after', { names: format.list(names) }),
    open: t('matters.lanes.open'),
    hrefOf: (service) => paths.service({ service }),
  })
  return (
    <Card title={lanes.length > 1 ? t('matters.lanes.title', { n: lanes.length }) : t('matters.lanes.one')}>
      <LaneMap label={t('matters.lanes.label')} lanes={lanes} items={items} />
      <p className="tb-muted matter-legend">
        {sentences(items.some(({ critical }) => critical) && t('matters.lanes.critical'), t('matters.lanes.total', { promised: plan.promisedDays, statutory: plan.statutoryDays }))}
      </p>
    </Card>
  )
}
