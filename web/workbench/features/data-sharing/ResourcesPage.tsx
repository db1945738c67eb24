// The catalogue of data resources: what each authority shares, found by words, authority and kind of sharing. The filter stands in the address.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import { readFilter, resourcesQuery, sharingTypes, type CatalogueFilter, type ResourceRow } from './queries.ts'
import { SharingChip, Views } from './Views.tsx'

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureQueryData(resourcesQuery(readFilter(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('data-sharing.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { person } = useSession()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const { data } = useQuery({ ...resourcesQuery(filter), placeholderData: keepPreviousData })
  if (!data) return <Loading />
  const columns: Column<ResourceRow>[] = [
    {
      key: 'title', header: t('data-sharing.resource'),
      cell: (one) => <><Link href={paths.workbenchResource({ resource: one.id })}>{textIn(one.title)}</Link>{one.hasDraft && <> <Chip tone="attention">{t('data-sharing.hasDraft')}</Chip></>}{textIn(one.about) !== '' && <><br /><small className="tb-muted">{textIn(one.about)}</small></>}</>,
    },
    { key: 'authority', header: t('data-sharing.authority'), cell: (one) => textIn(one.authorityName) },
    { key: 'sharing', header: t('data-sharing.sharing'), cell: (one) => <SharingChip sharing={one.sharing} /> },
    { key: 'fields', header: t('data-sharing.fields'), align: 'end', cell: (one) => t('data-sharing.fieldCount', { n: one.fields }) },
    { key: 'rhythm', header: t('data-sharing.rhythm'), cell: (one) => t(`data-sharing.rhythms.${one.rhythm}`) },
    { key: 'personal', header: t('data-sharing.class'), cell: (one) => (one.personal ? t('data-sharing.personal') : '') },
  ]
  return (
    <div className="tb-page tb-stack sharing-page">
      <header>
        <div className="tb-row">
          <h1>{t('data-sharing.title')}</h1>
          {person?.roles?.includes('steward') === true && <span className="tb-row-end"><LinkButton icon="add" variant="quiet" href={paths.workbenchResourceNew()}>{t('data-sharing.add')}</LinkButton></span>}
        </div>
        <p className="tb-muted">{t('data-sharing.lead')}</p>
      </header>
      <Views current="catalogue" />
      <Filters key={JSON.stringify(filter)} filter={filter} keepers={data.keepers} />
      <p className="tb-muted" role="status">{t('data-sharing.count', { n: data.total, found: data.resources.length })}</p>
      <Card title={t('data-sharing.list')}>
        <Table caption={t('data-sharing.list')} rows={data.resources} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="search" title={t('data-sharing.empty')}><p>{t('data-sharing.emptyText')}</p></EmptyState>} />
      </Card>
    </div>
  )
}

function Filters({ filter, keepers }: { filter: CatalogueFilter; keepers: readonly { line: string; name: ResourceRow['authorityName'] }[] }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [words, setWords] = useState(filter.words)
  const go = (change: Partial<CatalogueFilter>) => void navigate(paths.workbenchResources({}, { ...filter, words: words.trim(), ...change }))
  return (
    <form className="sharing-filters" role="search" onSubmit={(event) => { event.preventDefault(); go({}) }}>
      <TextInput label={t('data-sharing.words')} type="search" width="medium" placeholder={t('data-sharing.wordsHint')} value={words} onChange={setWords} maxLength={100} />
      <Select label={t('data-sharing.authority')} emptyIsAll placeholder={t('data-sharing.allAuthorities')} value={filter.line} onChange={(line) => go({ line })} options={keepers.map(({ line, name }) => ({ value: line, label: textIn(name) }))} />
      <Select label={t('data-sharing.sharing')} emptyIsAll placeholder={t('data-sharing.allSharing')} value={filter.sharing} onChange={(value) => go({ sharing: sharingTypes.find((type) => type === value) ?? '' })} options={sharingTypes.map((type) => ({ value: type, label: t(`data-sharing.sharingTypes.${type}`) }))} />
      <Button type="submit" variant="quiet">{t('data-sharing.find')}</Button>
    </form>
  )
}
