// Whether the source behind a registry can be asked, and what keeps it from answering. Only those who look after sources see it.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession, type StaffRole } from '../../../shared/session.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { connectorsQuery } from './queries.ts'

const lookAfter: readonly StaffRole[] = ['operator', 'supervisor', 'steward']

export function ConnectionCard({ registry }: { registry: string }) {
  const t = useT()
  const { person } = useSession()
  const { data: connectors } = useQuery({ ...connectorsQuery, enabled: lookAfter.some((role) => person?.roles?.includes(role)) })
  if (!connectors) return null
  const one = connectors.find((each) => each.registry === registry)
  return (
    <Card title={t('data-sharing.connection.title')}>
      {!one ? <p className="tb-muted">{t('data-sharing.connection.none')}</p> : (
        <KeyValue
          items={[
            { id: 'state', label: t('data-sharing.connection.state'), value: <Chip tone={one.problems.length === 0 ? 'success' : 'danger'}>{t(one.problems.length === 0 ? 'data-sharing.connection.fine' : 'data-sharing.connection.broken')}</Chip> },
            ...(one.problems.length === 0 ? [] : [{ id: 'problems', label: t('data-sharing.connection.problems'), value: <ul className="sharing-problems">{one.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul> }]),
            ...(one.kind === null ? [] : [{ id: 'kind', label: t('data-sharing.connection.kind'), value: t(`data-sharing.connection.kinds.${one.kind}`) }]),
            ...(one.place === null ? [] : [{ id: 'place', label: t('data-sharing.connection.place'), value: <span className="sharing-code">{one.place}</span> }]),
            { id: 'file', label: t('data-sharing.connection.file'), value: <span className="sharing-code">{one.file}</span> },
          ]}
        />
      )}
    </Card>
  )
}
