// Requests that say nearly the same: opened to compare, or joined to at once where one may.
// Drawn only where there are some.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useDesk } from './desk.ts'
import { similarQuery, type DeskRequest } from './queries.ts'

export function SimilarCard({ one }: { one: DeskRequest }) {
  const t = useT()
  const format = useFormat()
  const { act, busy } = useDesk()
  const { data: similar = [] } = useQuery(similarQuery(one.id))
  if (similar.length === 0) return null
  const mayJoin = one.actions.some(({ action, possible }) => action === 'join' && possible)
  return (
    <Card title={t('request-desk.similar.title')}>
      <ul className="request-plain">
        {similar.map((other) => (
          <li key={other.id} className="tb-row">
            <Link href={paths.workbenchRequest({ request: other.id })}>{other.title}</Link>
            <Chip>{t(`request-desk.states.${other.state}`)}</Chip>
            <span className="tb-muted">{other.number} · {format.share(other.score)}</span>
            {mayJoin && <span className="tb-row-end"><Button variant="quiet" busy={busy} aria-label={`${t('request-desk.similar.join')} ${other.number}`} onClick={() => act('join', ({ id, revision }) => api('joinRequest', { params: { id }, body: { revision, lead: other.id } }))}>{t('request-desk.similar.join')}</Button></span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
