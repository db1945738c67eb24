// Beside a policy that is being written: its samples with what comes of each now. The table to change them is a part of its own.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { PartProps } from './DesignPage.tsx'
import { listIn, stringIn } from './fields.ts'
import { usePolicyOutcomes } from './usePolicyOutcomes.ts'

export function PolicyLive({ design, parts }: Pick<PartProps, 'design' | 'parts'>) {
  const t = useT()
  const textIn = useTextIn()
  const policy = design.fields(design.about)
  const { outcome } = usePolicyOutcomes(policy, parts.facts)
  const tests = policy ? listIn(policy, 'tests') : []
  return (
    <Card title={t('design-policies.tests.count', { n: tests.length })} aside={<Link href={paths.workbenchDesign({ design: design.id }, { part: 'tests' })}>{t('design-policies.tests.go')}</Link>}>
      {tests.length === 0 && <p className="tb-muted">{t('design-policies.tests.none')}</p>}
      <ul className="designs-samples">
        {tests.map((test, index) => ({ name: stringIn(test, 'name'), result: outcome(test), key: `test ${index}` })).map(({ name, result, key }) => (
          <li key={key}>
            <div className="tb-row">
              {result === 'broken' && <Chip tone="warning">{t('design-policies.tests.broken')}</Chip>}
              {result && result !== 'broken' && <Chip tone={result.differences.length > 0 ? 'danger' : 'success'}>{result.differences.length > 0 ? t('design-policies.tests.failed') : t('design-policies.tests.passed')}</Chip>}
              <span>{name}</span>
            </div>
            {result && result !== 'broken' && result.differences.map((difference) => <small key={difference.en} className="tb-muted">{textIn(difference)}</small>)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
