// Grades of the companies somebody acts for: what is on record, what each grade means, and what would lead back to the best one.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { companyCreditQuery } from './queries.ts'

export function CompaniesPart() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data: companies = [] } = useQuery(companyCreditQuery)
  if (companies.length === 0) return null
  return (
    <section className="tb-stack" aria-labelledby="company-credit">
      <h2 id="company-credit">{t('credit.companies.title')}</h2>
      {companies.map((one) => (
        <Card key={one.uscc} level={3} title={one.name} aside={<Chip tone={one.remedies.length > 0 ? 'attention' : 'success'}>{textIn(one.grade.name)}</Chip>}>
          <div className="tb-stack">
            <p>{textIn(one.grade.means)}</p>
            {one.entries.length === 0 ? <p className="tb-muted">{t('credit.companies.nothing')}</p> : <ul>{one.entries.map((entry) => <li key={`${entry.recordedOn} ${entry.reason}`}>{t('credit.companies.entry', { reason: entry.reason, from: format.date(entry.recordedOn), until: format.date(entry.untilOn) })}</li>)}</ul>}
            {one.remedies.includes('repair') && <p className="tb-muted">{t('credit.companies.repair')}</p>}
            <p><Link href={paths.myBenefits({}, { company: one.uscc })}>{t('credit.companies.policies')}</Link></p>
          </div>
        </Card>
      ))}
    </section>
  )
}
