// Before a finding is chosen: how many guides were read, how many findings of each severity, and every rule with its remedy.
// Each count narrows the list.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table } from '../../../ui/Table.tsx'
import { guideFilterQuery, severities, type GuideFilter } from './guide-filter.ts'
import type { FindingsPage } from './queries.ts'
import { severityTones } from './severity-tones.ts'

export function GuidesOverview({ page, filter }: { page: FindingsPage; filter: GuideFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const to = (next: Partial<GuideFilter>) => paths.workbenchGuides({}, guideFilterQuery({ ...filter, finding: '', evidence: false, ...next }))
  return (
    <>
      <header>
        <h2>{t('guides.title')}</h2>
        <p className="tb-muted">{t('guides.lead', { n: format.number(page.guides) })}</p>
      </header>
      <ul className="guides-figures">
        {severities.map((each) => (
          <li key={each}><Link href={to({ severity: filter.severity === each ? '' : each })} aria-current={filter.severity === each || undefined}><span>{t(`guides.severities.${each}`)}</span><b data-tone={severityTones[each]}>{format.number(page.severities[each])}</b></Link></li>
        ))}
      </ul>
      <p><Link href={paths.workbenchNoCertificate()}>{t('guides.noCertificate')}</Link></p>
      {page.rules.length > 0 && (
        <Card title={t('guides.byRule')}>
          <Table
            caption={t('guides.byRule')}
            rows={page.rules}
            rowKey={({ rule }) => rule}
            selected={({ rule }) => rule === filter.rule}
            columns={[
              { key: 'rule', header: t('guides.rule'), cell: ({ rule, name }) => <Link href={to({ rule: rule === filter.rule ? '' : rule })}>{textIn(name)}</Link> },
              { key: 'severity', header: t('guides.severity'), cell: ({ severity }) => <Chip tone={severityTones[severity]}>{t(`guides.severities.${severity}`)}</Chip> },
              { key: 'count', header: t('guides.findings'), align: 'end', cell: ({ count }) => format.number(count) },
              { key: 'remedy', header: t('guides.remedy'), cell: ({ remedy }) => textIn(remedy) },
            ]}
          />
        </Card>
      )}
    </>
  )
}
