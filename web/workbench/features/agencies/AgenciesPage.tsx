// The register of agencies: who may act for others in this region; listing, changing, suspending, striking off.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { mattersQuery } from './matters-query.ts'
import { EntryCard } from './EntryCard.tsx'
import { keptAgenciesQuery, emptyEntry, entryOf, type KeptAgency } from './queries.ts'
import { Standing } from './Standing.tsx'
import '../../whole-page.css'

export const loader = forStaff(() => Promise.all([queryClient.ensureQueryData(keptAgenciesQuery), queryClient.ensureQueryData(mattersQuery)]))

export const title = () => t('proxy-desk.agencies.title')

export function Component() {
  const t = useT()
  const { data } = useQuery(keptAgenciesQuery)
  const [editing, setEditing] = useState<KeptAgency | 'new'>()
  if (!data) return <Loading />
  const close = () => setEditing(undefined)
  return (
    <div className="tb-page whole-page tb-stack">
      <div>
        <h1>{t('proxy-desk.agencies.title')}</h1>
        <p className="tb-muted">{t('proxy-desk.agencies.lead')}</p>
      </div>
      {editing === 'new' && <EntryCard entry={emptyEntry(today())} onDone={close} />}
      {editing !== undefined && editing !== 'new' && <EntryCard key={editing.updatedAt} entry={entryOf(editing)} seenAt={editing.updatedAt} onDone={close} />}
      {editing === undefined && <div><Button icon="add" onClick={() => setEditing('new')}>{t('proxy-desk.agencies.add')}</Button></div>}
      <List agencies={data} onChange={setEditing} />
    </div>
  )
}

function List({ agencies, onChange }: { agencies: readonly KeptAgency[]; onChange: (agency: KeptAgency) => void }) {
  const t = useT()
  const format = useFormat()
  const columns: Column<KeptAgency>[] = [
    { key: 'name', header: t('proxy-desk.agencies.name'), cell: ({ name, uscc }) => <>{name}<br /><small className="tb-muted">{uscc}</small></> },
    { key: 'region', header: t('proxy-desk.agencies.region'), cell: ({ region }) => region },
    { key: 'until', header: t('proxy-desk.agencies.until'), cell: ({ endsOn }) => format.date(endsOn) },
    { key: 'staff', header: t('proxy-desk.agencies.staff'), cell: ({ staff }) => t('proxy-desk.agencies.staffCount', { n: staff.length }) },
    { key: 'state', header: t('proxy-desk.agencies.state'), cell: ({ standing, reason }) => <><Chip tone={standing === 'working' ? 'success' : 'neutral'}>{t(`proxies.agencies.standing.${standing}`)}</Chip> {reason}</> },
    {
      key: 'change', header: t('proxy-desk.agencies.change'),
      cell: (agency) => <div className="tb-row"><Button variant="quiet" onClick={() => onChange(agency)}>{t('proxy-desk.agencies.change')}</Button>{agency.actions.map((action) => <Standing key={action} agency={agency} action={action} />)}</div>,
    },
  ]
  return <Table caption={t('proxy-desk.agencies.title')} columns={columns} rows={agencies} rowKey={({ uscc }) => uscc} empty={t('proxy-desk.agencies.empty')} />
}
