// How a resource was used lately and how it answered, from the log of calls.
import { useQuery } from '@tanstack/react-query'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { resourceUseQuery } from './queries.ts'

export function UseCard({ resource }: { resource: string }) {
  const t = useT()
  const format = useFormat()
  const { data: use } = useQuery(resourceUseQuery(resource))
  if (!use) return null
  const part = (count: number): string => (use.calls === 0 ? '–' : `${format.share(count / use.calls)}（${format.number(count)}）`)
  return (
    <Card title={t('data-sharing.use.title')}>
      {use.calls === 0 ? <p className="tb-muted">{t('data-sharing.use.never')}</p> : (
        <KeyValue
          items={[
            { id: 'calls', label: t('data-sharing.use.calls'), value: t('data-sharing.use.callsValue', { n: format.number(use.calls) }) },
            ...(['answers', 'noRecord', 'unavailable', 'stopped'] as const).filter((kind) => kind === 'answers' || use[kind] > 0).map((kind) => ({ id: kind, label: t(`data-sharing.use.${kind === 'answers' ? 'answered' : kind}`), value: part(use[kind]) })),
            ...(use.overfull === 0 ? [] : [{ id: 'overfull', label: t('data-sharing.use.overfull'), value: part(use.overfull) }]),
            ...(use.median === null ? [] : [{ id: 'median', label: t('data-sharing.use.median'), value: t('data-sharing.use.milliseconds', { n: format.number(use.median) }) }]),
            ...(use.lastFoundAt === null ? [] : [{ id: 'last', label: t('data-sharing.use.last'), value: formatMoment(use.lastFoundAt, thisYear()) }]),
          ]}
        />
      )}
    </Card>
  )
}
