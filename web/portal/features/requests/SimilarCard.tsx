// What others reported nearby that may be the same: joining it takes one press, and one hears of it as they do.
// Nothing of whoever reported it is shown.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Similar } from './queries.ts'

export function SimilarCard({ similar }: { similar: readonly Similar[] }) {
  const t = useT()
  if (similar.length === 0) return null
  return (
    <Card title={t('requests.new.similar.title')}>
      <p>{t('requests.new.similar.lead')}</p>
      <ul className="request-list">
        {similar.map((one) => <SimilarOne key={one.id} one={one} />)}
      </ul>
      <p className="tb-muted">{t('requests.new.similar.other')}</p>
    </Card>
  )
}

function SimilarOne({ one }: { one: Similar }) {
  const t = useT()
  const format = useFormat()
  const session = useSession()
  const [done, setDone] = useState(false)
  const joining = useChange(() => api('secondRequest', { params: { id: one.id }, body: { seconds: true, follows: true } }), () => setDone(true))
  return (
    <li>
      <b>{one.title}</b>
      <p className="tb-row tb-muted">
        <Chip tone="neutral">{t(`requests.states.${one.state}`)}</Chip> {format.day(plainDateOf(one.receivedAt))} · {t('requests.new.similar.seconds', { n: one.seconds + 1 })}
      </p>
      {joining.error !== null && <Notice compact tone="danger" live="assertive">{messageOf(joining.error) ?? t('ui.error.text')}</Notice>}
      {done ? <p role="status"><Chip tone="success">{t('requests.new.similar.seconded')}</Chip></p> : isResident(session) ? (
        <Button variant="ghost" busy={joining.isPending} aria-label={`${t('requests.new.similar.second')} ${one.title}`} onClick={() => joining.mutate()}>{t('requests.new.similar.second')}</Button>
      ) : (
        <Button variant="ghost" onClick={() => session.login()}>{t('requests.new.similar.signIn')}</Button>
      )}
    </li>
  )
}
