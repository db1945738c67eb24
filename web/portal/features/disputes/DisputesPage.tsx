// Records I have said are wrong: each with the authority that answers, and how it stands.
// The newest first; each leads to its own page.
import { useSuspenseQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { LinkCard } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { disputesQuery } from './queries.ts'
import { Standing } from './Standing.tsx'

export const loader = () => queryClient.fetchQuery(disputesQuery)

export const title = () => t('disputes.title')

export function Component() {
  const t = useT()
  const { data: disputes } = useSuspenseQuery(disputesQuery)
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <Breadcrumbs items={[{ label: t('disputes.back'), href: paths.myData() }, { label: t('disputes.title') }]} />
        <h1>{t('disputes.title')}</h1>
        <p>{t('disputes.lead')}</p>
      </header>
      {disputes.length === 0 && (
        <EmptyState icon="check" title={t('disputes.empty.title')} action={<LinkButton href={paths.myData()} variant="ghost">{t('disputes.empty.go')}</LinkButton>}>
          <p>{t('disputes.empty.text')}</p>
        </EmptyState>
      )}
      {disputes.map((one) => (
        <LinkCard key={one.id} level={2} href={paths.dispute({ dispute: one.id })} title={t('disputes.one.title', { name: one.conceptName })}>
          <p>{one.authorityName} · {one.registryName}</p>
          <p className="tb-row"><Standing one={one} /></p>
        </LinkCard>
      ))}
    </div>
  )
}
