// When one service of an application was not granted: what goes on all the same, what stopped because of it, and that only this branch
// has to be applied for again. Nothing is drawn while nothing has stopped.
import { branchesOf } from './branches.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Tracking } from './queries.ts'

export function BranchCard({ tracking }: { tracking: Tracking }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { branches, goesOn } = branchesOf(tracking.cases)
  if (branches.length === 0) return null
  const names = (services: readonly { name: (typeof goesOn)[number]['name'] }[]) => format.list(services.map(({ name }) => textIn(name)))
  return (
    <Card title={t('visits.branch.title')}>
      <ul>
        {branches.map(({ because, stopped }) => <li key={because.id}>{t('visits.branch.stopped', { because: textIn(because.name), services: names(stopped) })}</li>)}
        {goesOn.length > 0 && <li>{t('visits.branch.goesOn', { services: names(goesOn) })}</li>}
      </ul>
      <p>{t('visits.branch.again')} <Link href={paths.matter({ matter: tracking.matter })}>{t('visits.branch.link')}</Link></p>
    </Card>
  )
}
