// What an answer means, before it is given: how many services, authorities and days, and which services come or go.
// Computed in the browser by the same planner as on the server.
import { useMemo } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../../server/modules/planning/index.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import { changesBetween, planWith } from './questions.ts'
import type { Draft } from './queries.ts'

interface Props {
  draft: Draft
  catalogue: Catalogue
  concept: string
  /** null: nothing chosen yet. */
  value: Answer
}

export function Consequences({ draft, catalogue, concept, value }: Props) {
  const t = useT()
  const format = useFormat()
  const names = useNames(catalogue)
  const { plan, change } = useMemo(() => {
    const open = planWith(draft, catalogue, concept, null)
    const chosen = value === null ? open : planWith(draft, catalogue, concept, value)
    return { plan: chosen, change: changesBetween(open, chosen) }
  }, [draft, catalogue, concept, value])

  const included = plan.services.filter(({ state }) => state === 'included')
  const authorities = new Set(included.map(({ line }) => line)).size
  const listed = (services: readonly string[]) => format.list(services.map(names.service))
  // Stays in the page while nothing is chosen, so that its first words are read out too.
  return (
    <div role="status">
      {value !== null && (
        <Notice tone="neutral" title={t('apply.consequences.sum', { services: included.length, authorities, days: plan.promisedDays })}>
          {change.included.length > 0 && <p>{t('apply.consequences.included', { services: listed(change.included) })}</p>}
          {change.excluded.length > 0 && <p>{t('apply.consequences.excluded', { services: listed(change.excluded) })}</p>}
        </Notice>
      )}
    </div>
  )
}
