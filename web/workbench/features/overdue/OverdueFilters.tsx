// Which cases to list: late only or soon too, of which authority, in which district. Kept in the address.
// The export takes everything that meets the filter, not only what is shown.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select, type SelectOption } from '../../../ui/Select.tsx'
import { toast } from '../../../ui/toasts.ts'
import { timeText } from '../queue/time-text.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { listAllOverdue, overdueFilterQuery, type AuthorityRow, type OverdueFilter } from './queries.ts'

export function OverdueFilters({ rows, filter }: { rows: readonly AuthorityRow[]; filter: OverdueFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const show = (next: OverdueFilter) => void navigate(paths.workbenchOverdue({}, overdueFilterQuery(next)), { preventScrollReset: true })
  const regions = distinct(rows.map((row) => ({ value: row.region, label: textIn(row.regionName) })))
  const lines = distinct(rows.filter((row) => !filter.region || row.region === filter.region).map((row) => ({ value: row.line, label: textIn(row.authorityName) })), !filter.region)
  return (
    <div className="overdue-filters" role="group" aria-label={t('overdue.filters')}>
      <Select label={t('overdue.show')} value={filter.show} onChange={(value) => show({ ...filter, show: value === 'late' ? 'late' : 'soon' })} options={[{ value: 'soon', label: t('overdue.showSoon') }, { value: 'late', label: t('overdue.showLate') }]} />
      <Select label={t('overdue.district')} emptyIsAll placeholder={t('overdue.anyDistrict')} value={filter.region} onChange={(region) => show({ ...filter, region, line: '' })} options={regions} />
      <Select label={t('overdue.authority')} emptyIsAll placeholder={t('overdue.anyAuthority')} value={filter.line} onChange={(line) => show({ ...filter, line })} options={lines} />
      <Export filter={filter} />
    </div>
  )
}

/** @param merged authorities of one line in several districts are one entry, named after the first */
function distinct(options: readonly SelectOption[], merged = true): SelectOption[] {
  return merged ? [...new Map(options.map((option) => [option.value, option])).values()] : [...options]
}

function Export({ filter }: { filter: OverdueFilter }) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const cases = await listAllOverdue(filter)
      const heading = [t('overdue.number'), t('overdue.service'), t('overdue.applicant'), t('overdue.authority'), t('overdue.district'), t('overdue.promised'), t('overdue.due'), t('overdue.left'), t('overdue.state'), t('overdue.claimed')]
      const lines = cases.map((one) => [
        one.number, one.serviceName, one.applicant, one.authorityName, one.regionName, one.promisedOn ?? '', one.dueOn ?? '', timeText(one, t, 'long').text, t(`cases.state.${one.state}`),
        one.assigned ? t('overdue.claimedYes') : t('overdue.claimedNo'),
      ])
      await saveTable(t('overdue.file'), [heading, ...lines])
      toast(t('overdue.exported', { n: cases.length }))
    } catch {
      toast(t('overdue.exportFailed'), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return <Button variant="quiet" busy={busy} onClick={() => void run()}>{busy ? t('overdue.exporting') : t('overdue.export')}</Button>
}
