// The register of agencies for everybody: who may act for others here, in what, until when; and the way to let one act.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { agenciesQuery, type Agency } from './queries.ts'

export const loader = () => queryClient.ensureQueryData(agenciesQuery)

export const title = () => t('proxies.agencies.title')

export function Component() {
  const t = useT()
  const { data: agencies } = useSuspenseQuery(agenciesQuery)
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header>
        <h1>{t('proxies.agencies.title')}</h1>
        <p>{t('proxies.agencies.lead')}</p>
      </header>
      {agencies.length === 0 && <EmptyState title={t('proxies.agencies.empty')} />}
      {agencies.map((each) => <AgencyCard key={each.uscc} agency={each} />)}
      <p className="tb-muted">{t('proxies.agencies.complain')}</p>
    </div>
  )
}

function AgencyCard({ agency: { uscc, name, regionName, matters, licence, phone, startsOn, endsOn, standing, reason } }: { agency: Agency }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card level={2} title={name} aside={<Chip tone={standing === 'working' ? 'success' : 'neutral'}>{t(`proxies.agencies.standing.${standing}`)}</Chip>}>
      <div className="tb-stack">
        <KeyValue
          items={[
            ...(reason === '' ? [] : [{ id: 'reason', label: t('proxies.agencies.reason'), value: reason }]),
            { id: 'region', label: t('proxies.agencies.region'), value: textIn(regionName) },
            { id: 'scope', label: t('proxies.agencies.scope'), value: matters ? format.list(matters.map((matter) => textIn(matter.name))) : t('proxies.agencies.all') },
            { id: 'period', label: t('proxies.agencies.period'), value: t('proxies.agencies.periodOf', { from: format.date(startsOn), to: format.date(endsOn) }) },
            { id: 'licence', label: t('proxies.agencies.licence'), value: licence },
            { id: 'phone', label: t('proxies.agencies.phone'), value: phone },
          ]}
        />
        {standing === 'working' && <div><LinkButton href={paths.newDelegation({}, { as: 'person', agency: uscc })} variant="ghost" icon="person">{t('proxies.agencies.choose', { name })}</LinkButton></div>}
      </div>
    </Card>
  )
}
