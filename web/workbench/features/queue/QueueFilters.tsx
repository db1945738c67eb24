// Words to search for and the matter to look at, above the list; what is typed takes effect while typing.
// Enter opens the first case found, Escape clears.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { matterNamesQuery } from './queries.ts'
import { filterQuery, filterText, type QueueFilter } from './queue.ts'
import { SavedViews } from './SavedViews.tsx'
import { useFilter } from './useFilter.ts'

const typingPause = 200

export function QueueFilters({ filter, onFirst }: { filter: QueueFilter; onFirst: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const { narrow } = useFilter()
  const { data: matters = [] } = useQuery(matterNamesQuery)
  return (
    <div className="queue-filters" role="search">
      <QueueSearch filter={filter} onFirst={onFirst} />
      {(matters.length > 1 || filter.matter) && (
        <Select
          label={t('queue.matter')}
          labelHidden
          emptyIsAll
          placeholder={t('queue.anyMatter')}
          value={filter.matter}
          onChange={(matter) => narrow({ ...filter, matter })}
          options={matters.map(({ id, name }) => ({ value: id, label: textIn(name) }))}
        />
      )}
      <Link className="tb-text-button" href={paths.workbenchTable({}, filterQuery(filter))} title={t('desk.table.open')}>{t('desk.filter.more')}</Link>
      <SavedViews desk="cases" query={filterText(filter)} hrefOf={(kept) => ('columns' in kept ? paths.workbenchTable({}, kept) : paths.workbench({}, kept))} />
    </div>
  )
}

function QueueSearch({ filter, onFirst }: { filter: QueueFilter; onFirst: () => void }) {
  const t = useT()
  const { narrow } = useFilter()
  const [typed, setTyped] = useState(filter.q)
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef({ filter, narrow })
  useEffect(() => {
    latest.current = { filter, narrow }
  })
  useShortcuts([{ keys: '/', label: t('queue.focusFind'), group: t('queue.group'), run: () => input.current?.select() }])
  // The address may change by itself: another view, back and forth.
  const [known, setKnown] = useState(filter.q)
  if (known !== filter.q) {
    setKnown(filter.q)
    if (typed.trim() !== filter.q) setTyped(filter.q)
  }
  useEffect(() => {
    if (typed.trim() === latest.current.filter.q) return
    const timer = setTimeout(() => latest.current.narrow({ ...latest.current.filter, q: typed.trim() }), typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onFirst()
    if (event.key === 'Escape') {
      if (typed) setTyped('')
      else input.current?.blur()
    }
  }
  return (
    <label className="queue-find">
      <Icon name="search" />
      <input ref={input} type="search" enterKeyHint="search" autoComplete="off" maxLength={100} aria-label={t('queue.find')} placeholder={t('queue.findShort')} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={keys} />
    </label>
  )
}
