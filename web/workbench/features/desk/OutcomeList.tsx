// What came, or would come, of each case: the sum first, then line by line with the reason where nothing is done.
// Those that cannot be done stand first: they need a look.
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { QueueItem } from '../queue/queries.ts'
import { becauseOf } from './bulk.ts'
import type { BulkOutcome } from './queries.ts'

export function OutcomeList({ items, outcomes, rehearsed }: { items: readonly QueueItem[]; outcomes: readonly BulkOutcome[]; rehearsed?: boolean }) {
  const t = useT()
  const byId = new Map(items.map((item) => [item.id, item]))
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
  const others = outcomes.filter(({ outcome }) => outcome !== 'refused')
  const wordOf = ({ outcome }: BulkOutcome) => t(`desk.bulk.outcome.${rehearsed && outcome === 'done' ? 'rehearsed' : outcome === 'before' ? 'before' : 'done'}`)
  return (
    <>
      <p role="status">
        <b>{others.length === 0 ? t('desk.bulk.nothing') : t(rehearsed ? 'desk.bulk.can' : 'desk.bulk.done', { n: others.length })}</b>
        {refused.length > 0 && ` ${t(rehearsed ? 'desk.bulk.cannot' : 'desk.bulk.failed', { n: refused.length })}`}
      </p>
      <ul className="desk-outcomes">
        {[...refused, ...others].map((each) => {
          const item = byId.get(each.id)
          return (
            <li key={each.id}>
              <span>{item ? `${item.serviceName} · ${item.applicant}` : each.id}</span>
              <small>{item?.number}</small>
              {each.outcome === 'refused' ? <Chip tone="warning">{t(`desk.bulk.because.${becauseOf(each)}`)}</Chip> : <Chip tone="success">{wordOf(each)}</Chip>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
