// What narrows the table: words, matter, service, state, who has it, time left, when it came. Each takes effect at once.
// Services and colleagues offered are those of the cases at hand, and whatever the address already names.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { caseStates, hasEnded, isWaiting } from '../../../../server/modules/cases/case.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { matterNamesQuery, queueQuery } from '../queue/queries.ts'
import { filterText, narrowingOf, type QueueFilter } from '../queue/queue.ts'
import { SavedViews } from '../queue/SavedViews.tsx'

interface Props {
  filter: QueueFilter
  /** As the address names them; kept with a saved view. */
  columns: string
  onChange: (filter: QueueFilter) => void
}

const terms = [['0', 'late'], ['1', 'one'], ['3', 'three'], ['5', 'five']] as const

export function TableFilters({ filter, columns, onChange }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { data: matters = [] } = useQuery(matterNamesQuery)
  const { services, holders } = useOffered(filter)
  const [typed, setTyped] = useState(filter.q)
  /** Leaves out what is empty, so that addresses stay short. */
  const narrow = (part: { [Name in keyof QueueFilter]?: QueueFilter[Name] | undefined }) => {
    const { view = filter.view, q = filter.q, matter = filter.matter, ...narrowing } = { ...filter, ...part }
    onChange({ view, q, matter, ...Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value !== '' && value !== undefined)) })
  }
  const narrowed = Object.keys(narrowingOf(filter)).length > 0 || filter.q !== '' || filter.matter !== ''
  return (
    <form
      className="desk-filters"
      role="search"
      aria-label={t('desk.filter.title')}
      onSubmit={(event) => {
        event.preventDefault()
        narrow({ q: typed.trim() })
      }}
    >
      <TextInput label={t('queue.findShort')} value={typed} onChange={setTyped} onBlur={() => typed.trim() !== filter.q && narrow({ q: typed.trim() })} maxLength={100} />
      {matters.length > 1 && <Select label={t('queue.matter')} emptyIsAll placeholder={t('queue.anyMatter')} value={filter.matter} onChange={(matter) => narrow({ matter })} options={matters.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />}
      <Select label={t('desk.filter.service')} emptyIsAll placeholder={t('desk.filter.anyService')} value={filter.service ?? ''} onChange={(service) => narrow({ service })} options={services} />
      <Select label={t('desk.filter.state')} emptyIsAll placeholder={t('desk.filter.anyState')} value={filter.state ?? ''} onChange={(state) => narrow({ state: caseStates.find((each) => each === state) })} options={caseStates.filter((state) => !hasEnded(state) && !isWaiting(state)).map((state) => ({ value: state, label: t(`cases.state.${state}`) }))} />
      <Select label={t('desk.filter.holder')} emptyIsAll placeholder={t('desk.filter.anyHolder')} value={filter.holder ?? ''} onChange={(holder) => narrow({ holder })} options={holders} />
      <Select label={t('desk.filter.within')} emptyIsAll placeholder={t('desk.filter.anyTime')} value={filter.within === undefined ? '' : String(filter.within)} onChange={(within) => narrow({ within: within === '' ? undefined : Number(within) })} options={terms.map(([value, key]) => ({ value, label: t(`desk.filter.days.${key}`) }))} />
      <DateInput label={t('desk.filter.from')} value={filter.from ?? ''} onChange={(from) => (from === '' || /^\d{4}-\d{2}-\d{2}$/.test(from)) && narrow({ from })} />
      <DateInput label={t('desk.filter.until')} value={filter.until ?? ''} onChange={(until) => (until === '' || /^\d{4}-\d{2}-\d{2}$/.test(until)) && narrow({ until })} />
      <div className="tb-row">
        {narrowed && <Button type="button" variant="quiet" onClick={() => { setTyped(''); onChange({ view: filter.view, q: '', matter: '' }) }}>{t('desk.filter.reset')}</Button>}
        <SavedViews desk="cases" query={`${filterText(filter)}&columns=${encodeURIComponent(columns)}`} hrefOf={(kept) => paths.workbenchTable({}, kept)} />
      </div>
    </form>
  )
}

/** Services and colleagues among the cases loaded without these two filters. */
function useOffered(filter: QueueFilter) {
  const t = useT()
  const { person } = useSession()
  const { service: _service, holder: _holder, ...wider } = filter
  const { data } = useInfiniteQuery(queueQuery(wider))
  const cases = (data?.pages ?? []).flatMap((page) => page.cases)
  const services = new Map(cases.map((item) => [item.service, item.serviceName]))
  const holders = new Map(cases.flatMap(({ holderId, holderName }) => (holderId && holderName && holderId !== person?.id ? [[holderId, holderName] as const] : [])))
  if (filter.service && !services.has(filter.service)) services.set(filter.service, filter.service)
  if (filter.holder && filter.holder !== 'nobody' && filter.holder !== person?.id && !holders.has(filter.holder)) holders.set(filter.holder, '…')
  const own = person ? [{ value: person.id, label: t('desk.filter.me') }] : []
  const options = (entries: Iterable<[string, string]>) => [...entries].map(([value, label]) => ({ value, label }))
  return { services: options(services), holders: [{ value: 'nobody', label: t('desk.filter.nobody') }, ...own, ...options(holders)] }
}
