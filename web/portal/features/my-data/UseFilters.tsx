// Narrowing the list of who read my data: kind, authority, days; and taking along what is left.
// The choices stand in the address, so a list can be kept and gone back to.
import { useSearchParams } from 'react-router'
import { useT } from '../../../shared/i18n/store.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { fileHref, type DataUse, type UseFilter } from './queries.ts'

const kinds = ['lookUp', 'opened', 'licence'] as const satisfies readonly DataUse['kind'][]
const formats = ['pdf', 'xlsx', 'csv', 'json'] as const
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What the address says. */
export const readFilter = (search: URLSearchParams): UseFilter => {
  const kind = kinds.find((each) => each === search.get('kind'))
  const [line, from, until] = [search.get('line'), search.get('from'), search.get('until')]
  return { ...(kind ? { kind } : {}), ...(line ? { line } : {}), ...(isDay(from) ? { from } : {}), ...(isDay(until) ? { until } : {}) }
}

export function UseFilters({ lines }: { lines: readonly { id: string; name: string }[] }) {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const filter = readFilter(search)
  const set = (name: keyof UseFilter, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return (
    <details className="data-filter" open={Object.keys(filter).length > 0}>
      <summary>{t('my-data.filter.title')}</summary>
      <div className="data-filter-fields">
        <Select label={t('my-data.filter.kind')} emptyIsAll placeholder={t('my-data.filter.anyKind')} value={filter.kind ?? ''} onChange={(value) => set('kind', value)} options={kinds.map((kind) => ({ value: kind, label: t(`my-data.kinds.${kind}`) }))} />
        <Select label={t('my-data.filter.line')} emptyIsAll placeholder={t('my-data.filter.anyLine')} value={filter.line ?? ''} onChange={(value) => set('line', value)} options={lines.map(({ id, name }) => ({ value: id, label: name }))} />
        <DateInput label={t('my-data.filter.from')} value={search.get('from') ?? ''} onChange={(value) => set('from', value)} />
        <DateInput label={t('my-data.filter.until')} value={search.get('until') ?? ''} onChange={(value) => set('until', value)} />
      </div>
      <div className="tb-row">
        {Object.keys(filter).length > 0 && <Button variant="plain" onClick={() => setSearch({}, { replace: true, preventScrollReset: true })}>{t('my-data.filter.clear')}</Button>}
        {formats.map((format) => <LinkButton key={format} variant="quiet" href={fileHref(filter, format)}>{t(`my-data.file.${format}`)}</LinkButton>)}
      </div>
      <p className="tb-muted">{t('my-data.file.hint')}</p>
    </details>
  )
}
