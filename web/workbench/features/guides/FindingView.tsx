// One finding: what is written, what that conflicts with, what to do; and beside it the guide, with the place marked.
// The guide is shown as the linter read it, and leads to the page the public sees.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue, type KeyValueItem } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { guideFilterQuery, type GuideFilter } from './guide-filter.ts'
import type { Finding, FindingDetail, Guide } from './queries.ts'
import { severityTones } from './severity-tones.ts'

const limitText = (t: T, limit: Guide['promised']): string => (limit === null ? t('guides.unstated') : limit.days === 0 ? t('guides.atOnce') : t(`guides.days.${limit.unit}`, { n: limit.days }))

export function FindingView({ detail, filter }: { detail: FindingDetail; filter: GuideFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const { finding, guide, others } = detail
  return (
    <>
      <header>
        <h1>{textIn(detail.name)}</h1>
        <p lang="zh-CN"><Chip tone={severityTones[finding.severity]}>{t(`guides.severities.${finding.severity}`)}</Chip> {guide.authority} · {guide.region}</p>
      </header>
      <Card title={t('guides.what')} tone={finding.severity === 'error' ? 'attention' : 'plain'}>
        <KeyValue
          items={[
            { id: 'says', label: t('guides.says'), value: <span lang="zh-CN">{finding.says}</span> },
            ...(finding.against === null ? [] : [{ id: 'against', label: t('guides.against'), value: <span lang="zh-CN">{finding.against}</span> }]),
            { id: 'remedy', label: t('guides.remedy'), value: textIn(detail.remedy) },
          ]}
        />
      </Card>
      <Card title={<span lang="zh-CN">{guide.name}</span>} aside={<PublicPage guide={guide} />}>
        <KeyValue lines items={guideItems(t, guide, finding)} />
      </Card>
      {others.length > 0 && (
        <Card title={t('guides.others')}>
          <ul className="guides-others">
            {others.map((other) => <li key={other.id}><Link href={paths.workbenchGuides({}, guideFilterQuery({ ...filter, finding: other.id }))}>{t(`guides.fields.${other.field}`)}：<span lang="zh-CN">{other.says}</span></Link></li>)}
          </ul>
        </Card>
      )}
    </>
  )
}

function PublicPage({ guide }: { guide: Guide }) {
  const t = useT()
  const [region, service] = guide.key.split('/')
  const href = guide.source === 'imported' ? paths.importedService({ code: guide.key }) : paths.service({ service: service ?? '' }, region ? { region } : {})
  return <Link href={href}>{t('guides.publicPage')}</Link>
}

function guideItems(t: T, guide: Guide, finding: Finding): KeyValueItem[] {
  const list = (values: readonly string[], says: string) =>
    values.length === 0 ? t('guides.unstated') : <ul className="guides-values" lang="zh-CN">{[...new Set(values)].map((value) => <li key={value}>{value === says || says.split('；').includes(value) ? <mark>{value}</mark> : value}</li>)}</ul>
  const address = (url: string | null) => (url === null ? t('guides.unstated') : <code>{url}</code>)
  const yesNo = (value: boolean | null) => (value === null ? t('guides.unstated') : t(value ? 'guides.yes' : 'guides.no'))
  const rows: { id: Finding['field']; value: KeyValueItem['value'] }[] = [
    { id: 'limits', value: `${t('guides.statutory')} ${limitText(t, guide.statutory)}；${t('guides.promised')} ${limitText(t, guide.promised)}` },
    { id: 'visits', value: guide.visits === null ? t('guides.unstated') : t('guides.times', { n: guide.visits }) },
    { id: 'online', value: <>{yesNo(guide.online)} {address(guide.onlineUrl)}</> },
    { id: 'booking', value: address(guide.bookingUrl) },
    { id: 'documents', value: list(guide.documents, finding.field === 'documents' ? finding.says : '') },
    { id: 'conditions', value: list(guide.conditions, '') },
    { id: 'legalBasis', value: guide.laws === null ? t('guides.noPlace') : list(guide.laws, '') },
    { id: 'phone', value: list(guide.phones, finding.field === 'phone' ? finding.says : '') },
  ]
  return rows.map(({ id, value }) => ({ id, label: t(`guides.fields.${id}`), value, ...(id === finding.field ? { aside: <Chip tone={severityTones[finding.severity]}>{t('guides.here')}</Chip> } : {}) }))
}
