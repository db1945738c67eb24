// The parts of data sharing, above each of their pages; and what a kind of sharing or a state looks like.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useFormat } from '../../../shared/format.ts'
import { sharingTones, type RequestRow, type ResourceRow } from './queries.ts'
import './data-sharing.css'

const views = { catalogue: paths.workbenchResources(), requests: paths.workbenchAccessRequests(), duties: paths.workbenchDuties(), systems: paths.workbenchConsumers() } as const
type View = keyof typeof views

export function Views({ current }: { current: View }) {
  const t = useT()
  return (
    <nav aria-label={t('data-sharing.title')} className="sharing-views">
      {(Object.keys(views) as View[]).map((view) => <Link key={view} href={views[view]} aria-current={view === current ? 'page' : undefined}>{t(`data-sharing.views.${view}`)}</Link>)}
    </nav>
  )
}

export function SharingChip({ sharing }: { sharing: ResourceRow['sharing'] }) {
  const t = useT()
  return sharing === null ? <Chip>{t('data-sharing.unpublished')}</Chip> : <Chip tone={sharingTones[sharing]}>{t(`data-sharing.sharingTypes.${sharing}`)}</Chip>
}

const stateTones = { submitted: 'azure', granted: 'success', refused: 'warning', disputed: 'azure', withdrawn: 'neutral', revoked: 'danger', upheld: 'neutral', ended: 'neutral' } as const

export function StateChip({ state }: Pick<RequestRow, 'state'>) {
  const t = useT()
  return <Chip tone={stateTones[state]}>{t(`data-sharing.requests.states.${state}`)}</Chip>
}

const urgencyTones = { calm: 'neutral', soon: 'warning', late: 'danger' } as const

export function DueChip({ one }: { one: Pick<RequestRow, 'dueOn' | 'urgency'> }) {
  const t = useT()
  const format = useFormat()
  return one.dueOn === null ? null : <Chip tone={urgencyTones[one.urgency]}>{t(`data-sharing.requests.urgency.${one.urgency}`, { day: format.day(one.dueOn) })}</Chip>
}
