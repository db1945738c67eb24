// The half days of the next two weeks on which an authority cannot go out: pressed to say so, pressed again to free it.
// What a visit has taken cannot be changed here.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Table } from '../../../ui/Table.tsx'
import { daysQuery, type Office } from './queries.ts'

const halves = ['morning', 'afternoon'] as const
type Half = (typeof halves)[number]

export function DaysCard({ known }: { known: readonly (Office & { name: string })[] }) {
  const t = useT()
  const [chosen, setChosen] = useState('')
  const office = known.find(({ line, region }) => `${line} ${region}` === chosen) ?? known[0]
  if (!office) return null
  return (
    <Card title={t('visit-desk.days.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('visit-desk.days.lead')}</p>
        {known.length > 1 && <Select label={t('visit-desk.days.authority')} value={`${office.line} ${office.region}`} onChange={setChosen} options={known.map(({ line, region, name }) => ({ value: `${line} ${region}`, label: name }))} />}
        <Days key={`${office.line} ${office.region}`} office={office} />
      </div>
    </Card>
  )
}

function Days({ office }: { office: Office }) {
  const t = useT()
  const format = useFormat()
  const queries = useQueryClient()
  const { person } = useSession()
  const mayChange = person?.roles?.some((role) => role === 'clerk' || role === 'approver' || role === 'head') ?? false
  const { data } = useQuery(daysQuery(office))
  const change = useChange(
    ({ day, half, free }: { day: string; half: Half; free: boolean }) => api('setVisitDay', { body: { region: office.region, line: office.line, slot: { day, half }, free, reason: '' } }),
    () => void queries.invalidateQueries({ queryKey: daysQuery(office).queryKey }),
  )
  if (!data) return null
  const cell = (day: string, half: Half) => {
    const taken = data.taken.find((each) => each.day === day && each.half === half)
    const state = t(taken === undefined ? 'visit-desk.days.free' : taken.visit === null ? 'visit-desk.days.blocked' : 'visit-desk.days.taken')
    const label = t('visit-desk.days.toggle', { day: format.day(day), half: t(`visit-desk.halves.${half}`), state })
    if (taken?.visit || !mayChange) return state
    return <Button variant={taken ? 'danger' : 'quiet'} aria-pressed={taken !== undefined} aria-label={label} title={taken?.reason ? t('visit-desk.days.by', { name: taken.by, reason: taken.reason }) : undefined} onClick={() => change.mutate({ day, half, free: taken !== undefined })}>{state}</Button>
  }
  return (
    <>
      {change.error !== null && <Notice tone="danger" live="assertive">{messageOf(change.error) ?? t('visit-desk.do.failed')}</Notice>}
      <Table
        caption={t('visit-desk.days.title')} rows={data.days.map((day) => ({ day }))} rowKey={({ day }) => day}
        columns={[{ key: 'day', header: t('visit-desk.days.day'), cell: ({ day }) => format.day(day) }, ...halves.map((half) => ({ key: half, header: t(`visit-desk.halves.${half}`), cell: ({ day }: { day: string }) => cell(day, half) }))]}
      />
    </>
  )
}
