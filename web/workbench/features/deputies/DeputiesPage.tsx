// Who decides in whose name while somebody is away: naming a colleague for a period, and ending it earlier.
// Both names stand in the history of whatever is decided meanwhile.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Loading } from '../../../ui/States.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import './deputies.css'

type Deputies = Reply<'listDeputies'>

const deputiesQuery = { queryKey: ['deputies'], queryFn: () => api('listDeputies'), staleTime: 5_000 }

export const loader = forStaff(() => queryClient.ensureQueryData(deputiesQuery))

export const title = () => t('handling.deputies.title')

const keep = (reply: Deputies): void => void queryClient.setQueryData(deputiesQuery.queryKey, reply)

export function Component() {
  const t = useT()
  const { person } = useSession()
  const { data } = useQuery(deputiesQuery)
  if (!data) return <Loading />
  const decides = (person?.roles ?? []).some((role) => role === 'approver' || role === 'head')
  return (
    <div className="tb-page tb-page-text deputies-page tb-stack">
      <div>
        <h1>{t('handling.deputies.title')}</h1>
        <p className="tb-muted">{t('handling.deputies.lead')}</p>
      </div>
      {!decides ? <Notice compact tone="neutral">{t('handling.deputies.clerkOnly')}</Notice> : data.colleagues.length === 0 ? <Notice compact tone="neutral">{t('handling.deputies.nobody')}</Notice> : <NameForm colleagues={data.colleagues} />}
      <List deputies={data.deputies} />
    </div>
  )
}

const blank = { deputy: '', from: '', until: '', reason: '' }
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function NameForm({ colleagues }: { colleagues: Deputies['colleagues'] }) {
  const t = useT()
  const [fields, setFields] = useState(blank)
  const [tried, setTried] = useState(false)
  const write = (part: Partial<typeof blank>) => setFields({ ...fields, ...part })
  const naming = useChange<Deputies, typeof blank>(async (body) => {
    const reply = await api('nameDeputy', { body })
    keep(reply)
    setFields(blank)
    setTried(false)
    return reply
  })
  const missing = (isRight: boolean) => (tried && !isRight ? t('handling.fields.missing') : undefined)
  const isPeriod = isDay(fields.from) && isDay(fields.until) && fields.from <= fields.until
  const isReady = fields.deputy !== '' && isPeriod && fields.reason.trim().length >= 2
  return (
    <Card title={t('handling.deputies.name')}>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isReady) naming.mutate({ ...fields, reason: fields.reason.trim() })
        }}
      >
        <Select label={t('handling.deputies.deputy')} required value={fields.deputy} onChange={(deputy) => write({ deputy })} options={colleagues.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name }))} error={missing(fields.deputy !== '')} />
        <DateInput label={t('handling.deputies.from')} required value={fields.from} onChange={(from) => write({ from })} error={missing(isDay(fields.from))} />
        <DateInput label={t('handling.deputies.until')} required value={fields.until} onChange={(until) => write({ until })} error={missing(isDay(fields.until)) ?? (tried && !isPeriod ? t('handling.deputies.badPeriod') : undefined)} />
        <TextInput label={t('handling.deputies.reason')} required hint={t('handling.deputies.reasonHint')} maxLength={200} value={fields.reason} onChange={(reason) => write({ reason })} error={missing(fields.reason.trim().length >= 2)} />
        {naming.isError && <Notice compact tone="danger" live="assertive">{messageOf(naming.error) ?? t('handling.deputies.failed')}</Notice>}
        <div><Button type="submit" variant="primary" busy={naming.isPending}>{t('handling.deputies.send')}</Button></div>
      </form>
    </Card>
  )
}

function List({ deputies }: Pick<Deputies, 'deputies'>) {
  const t = useT()
  const format = useFormat()
  const ending = useChange<Deputies, string>(async (id) => {
    const reply = await api('endDeputy', { params: { id } })
    keep(reply)
    return reply
  })
  return (
    <Card title={t('handling.deputies.list')}>
      {deputies.length === 0 && <p className="tb-muted">{t('handling.deputies.none')}</p>}
      {ending.isError && <Notice compact tone="danger" live="assertive">{messageOf(ending.error) ?? t('handling.deputies.failed')}</Notice>}
      {deputies.length > 0 && <ul className="deputies-list tb-stack">
        {deputies.map(({ id, of, deputy, from, until, reason, mine, ended }) => (
          <li key={id} className="tb-row">
            <span>
              {mine ? t('handling.deputies.mine', { deputy: deputy.name }) : t('handling.deputies.theirs', { of: of.name })}
              <small className="tb-muted"> {t('handling.deputies.period', { from: format.day(from), until: format.day(until) })} · {reason}</small>
            </span>
            <span className="tb-row-end">{ended ? <Chip tone="neutral">{t('handling.deputies.over')}</Chip> : <Button variant="quiet" busy={ending.isPending && ending.variables === id} onClick={() => ending.mutate(id)}>{t('handling.deputies.end')}</Button>}</span>
          </li>
        ))}
      </ul>}
    </Card>
  )
}
