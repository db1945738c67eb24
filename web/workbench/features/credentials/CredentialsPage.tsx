// E-licences my authority answers for, newest first, narrowed by type, standing or number. The filter stands in the address.
// Nothing of what they say; who may read that opens one.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import './credentials.css'
import { asks, credentialsQuery, decides, readFilter, standings, standingTones, type Filter, type ListedCredential } from './queries.ts'

export const loader = forStaff(async ({ request }) => {
  await queryClient.fetchInfiniteQuery(credentialsQuery(readFilter(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('credential-desk.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { person } = useSession()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const { data: { pages }, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(credentialsQuery(filter))
  const opens = decides(person?.roles)
  const columns: Column<ListedCredential>[] = [
    { key: 'name', header: t('credential-desk.columns.name'), cell: (one) => (opens ? <Link href={paths.workbenchCredential({ credential: one.id })}>{textIn(one.name)}</Link> : textIn(one.name)) },
    { key: 'number', header: t('credential-desk.columns.number'), cell: (one) => <span className="credential-number">{one.number}</span> },
    { key: 'issuer', header: t('credential-desk.columns.issuer'), cell: (one) => textIn(one.issuer.name) },
    { key: 'standing', header: t('credential-desk.columns.standing'), cell: (one) => <Chip tone={standingTones[one.standing]}>{t(`credential-desk.standings.${one.standing}`)}</Chip> },
    { key: 'issued', header: t('credential-desk.columns.issued'), cell: (one) => formatMoment(one.issuedAt, thisYear()) },
    { key: 'until', header: t('credential-desk.columns.until'), cell: (one) => (one.validUntil === null ? t('credential-desk.forGood') : format.date(one.validUntil)) },
  ]
  const isNarrowed = filter.type !== '' || filter.standing !== '' || filter.number !== ''
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <div className="tb-row">
          <h1>{t('credential-desk.title')}</h1>
          {asks(person?.roles) && <span className="tb-row-end"><LinkButton href={paths.workbenchCredentialAsk()}>{t('credential-desk.ask.title')}</LinkButton></span>}
        </div>
        <p className="tb-muted">{t('credential-desk.lead')}{!opens && ` ${t('credential-desk.onlyDecide')}`}</p>
      </header>
      <Filters key={JSON.stringify(filter)} filter={filter} types={pages[0]?.types ?? []} />
      <Card>
        <Table
          caption={t('credential-desk.title')} rows={pages.flatMap(({ credentials }) => credentials)} rowKey={({ id }) => id} columns={columns}
          empty={<EmptyState icon="search" level={2} title={t(isNarrowed ? 'credential-desk.nothingFound' : 'credential-desk.empty')} />}
        />
      </Card>
      {hasNextPage && <div><Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('credential-desk.more')}</Button></div>}
    </div>
  )
}

function Filters({ filter, types }: { filter: Filter; types: readonly Pick<ListedCredential, 'id' | 'name'>[] }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [number, setNumber] = useState(filter.number)
  const go = (change: Partial<Filter>) => void navigate(paths.workbenchCredentials({}, { ...filter, number: number.trim().toUpperCase(), ...change }))
  return (
    <form className="credential-filters" role="search" onSubmit={(event) => { event.preventDefault(); go({}) }}>
      <Select label={t('credential-desk.columns.name')} emptyIsAll placeholder={t('credential-desk.all')} value={filter.type} onChange={(type) => go({ type })} options={types.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
      <Select label={t('credential-desk.columns.standing')} emptyIsAll placeholder={t('credential-desk.all')} value={filter.standing} onChange={(value) => go({ standing: standings.find((each) => each === value) ?? '' })} options={standings.map((each) => ({ value: each, label: t(`credential-desk.standings.${each}`) }))} />
      <TextInput label={t('credential-desk.columns.number')} placeholder={t('credential-desk.numberHint')} type="search" width="medium" maxLength={60} value={number} onChange={setNumber} />
      <Button type="submit" variant="quiet">{t('credential-desk.find')}</Button>
    </form>
  )
}
