// Which findings to list: words, rule, severity, authority, where the guide is from. Kept in the address.
// The export takes everything that meets the filter, not only what is shown.
import { useState, type SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { guideFilterQuery, severities, type GuideFilter } from './guide-filter.ts'
import { listAllFindings, type FindingsPage } from './queries.ts'

export function FindingFilters({ filter, page }: { filter: GuideFilter; page: FindingsPage }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const show = (next: Partial<GuideFilter>) => void navigate(paths.workbenchGuides({}, guideFilterQuery({ ...filter, finding: '', evidence: false, ...next })), { preventScrollReset: true })
  const count = (name: string, n: number) => `${name}（${n}）`
  return (
    <div className="guides-filters" role="search" aria-label={t('guides.filters')}>
      <Words key={filter.q} q={filter.q} onSearch={(q) => show({ q })} />
      <Select label={t('guides.rule')} labelHidden emptyIsAll placeholder={t('guides.anyRule')} value={filter.rule} onChange={(rule) => show({ rule })} options={page.rules.map(({ rule, name, count: n }) => ({ value: rule, label: count(textIn(name), n) }))} />
      <Select label={t('guides.authority')} labelHidden emptyIsAll placeholder={t('guides.anyAuthority')} value={filter.authority} onChange={(authority) => show({ authority })} options={page.authorities.map(({ id, name, count: n }) => ({ value: id, label: count(name, n) }))} />
      <div className="guides-pair">
        <Select label={t('guides.severity')} labelHidden emptyIsAll placeholder={t('guides.anySeverity')} value={filter.severity} onChange={(value) => show({ severity: severities.find((each) => each === value) ?? '' })} options={severities.map((each) => ({ value: each, label: count(t(`guides.severities.${each}`), page.severities[each]) }))} />
        <Select label={t('guides.source')} labelHidden emptyIsAll placeholder={t('guides.anySource')} value={filter.source} onChange={(value) => show({ source: value === 'pack' || value === 'imported' ? value : '' })} options={(['pack', 'imported'] as const).map((each) => ({ value: each, label: t(`guides.sources.${each}`) }))} />
      </div>
      <div className="guides-tools">
        <span role="status">{t('guides.count', { n: page.total })}</span>
        <Export filter={filter} disabled={page.total === 0} />
        <Link href={paths.workbenchGuides({}, guideFilterQuery({ ...filter, evidence: true }))} aria-current={filter.evidence ? 'page' : undefined}>{t('guides.evidence.link')}</Link>
      </div>
    </div>
  )
}

function Words({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const t = useT()
  const [typed, setTyped] = useState(q)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <form onSubmit={submit}>
      <TextInput type="search" label={t('guides.words')} labelHidden placeholder={t('guides.words')} value={typed} onChange={setTyped} maxLength={100} />
    </form>
  )
}

function Export({ filter, disabled }: { filter: GuideFilter; disabled: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const { findings, rules } = await listAllFindings(filter)
      const texts = new Map(rules.map((each) => [each.rule, each]))
      const nameOf = (rule: string, what: 'name' | 'remedy') => textIn(texts.get(rule)?.[what] ?? { 'zh-CN': rule })
      const heading = [t('guides.severity'), t('guides.rule'), t('guides.guide'), t('guides.authority'), t('guides.region'), t('guides.key'), t('guides.field'), t('guides.says'), t('guides.against'), t('guides.remedy')]
      const lines = findings.map((one) => [
        t(`guides.severities.${one.severity}`), nameOf(one.rule, 'name'), one.guide.name, one.guide.authority.name, one.guide.region.name, one.guide.key, t(`guides.fields.${one.field}`), one.says, one.against ?? '', nameOf(one.rule, 'remedy'),
      ])
      await saveTable(t('guides.file'), [heading, ...lines])
      toast(t('guides.exported', { n: findings.length }))
    } catch {
      toast(t('guides.exportFailed'), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return <Button variant="quiet" busy={busy} disabledReason={disabled ? t('guides.nothingToExport') : undefined} onClick={() => void run()}>{t('guides.export')}</Button>
}
