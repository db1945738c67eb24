// Decision tables: those in force at the left with how often they decide at once; one of them as a table, measured and tried, at the right.
// The table chosen is in the address, so it can be sent to a colleague.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { saveFile } from '../../../shared/save-file.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { tableQuery, tablesQuery, uncheckedQuery, type TableDetail, type TableList, type Verdict } from './queries.ts'
import { ModelCard } from './ModelCard.tsx'
import { TableFigures } from './TableFigures.tsx'
import { TableView } from './TableView.tsx'
import { TryTable } from './TryTable.tsx'
import { UncheckedList } from './UncheckedList.tsx'
import './rules.css'

export const loader = forStaff(async ({ request }) => {
  const service = new URL(request.url).searchParams.get('table')
  await Promise.all([queryClient.ensureQueryData(tablesQuery), service ? queryClient.ensureQueryData(tableQuery(service)) : undefined])
  return null
})

export const title = () => t('rules.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const service = search.get('table') ?? ''
  const { data: list } = useQuery(tablesQuery)
  const { data: detail } = useQuery({ ...tableQuery(service), enabled: service !== '' })
  // Designers keep tables but see no cases: the server says so, and nothing is missing for them.
  const { data: unchecked = [] } = useQuery({ ...uncheckedQuery, retry: false })
  const tables = list?.tables ?? []
  return (
    <ThreeColumns
      narrow={service === '' ? 'list' : 'main'}
      listLabel={t('rules.list')}
      mainLabel={t('rules.title')}
      list={
        <>
          {service === '' && <h1 className="rules-heading">{t('rules.title')}</h1>}
          <TableListing tables={tables} chosen={service} />
        </>
      }
    >
      <div className="rules-main tb-stack">
        {service === '' ? (
          <>
            <p>{t('rules.lead')}</p>
            <UncheckedList decisions={unchecked} tables={tables} />
            <ModelCard />
            {tables.length === 0 && <EmptyState title={t('rules.none.title')}><p>{t('rules.none.text')}</p></EmptyState>}
          </>
        ) : detail ? <Detail key={service} detail={detail} /> : <Loading />}
      </div>
    </ThreeColumns>
  )
}

function TableListing({ tables, chosen }: { tables: TableList['tables']; chosen: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <ul className="rules-list">
      {tables.map(({ service, serviceName, rows, all, instant }) => (
        <li key={service}>
          <Link href={paths.workbenchRules({}, { table: service })} aria-current={service === chosen ? 'page' : undefined}>
            <b>{textIn(serviceName)}</b>
            <small>{t('rules.rows', { n: rows })} · {all === 0 ? t('rules.notUsed') : t('rules.used', { n: all, share: format.share(instant / all) })}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Detail({ detail }: { detail: TableDetail }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [verdict, setVerdict] = useState<Verdict>()
  const { table } = detail
  const save = async () => {
    const { file, xml } = await api('exportDecisionTable', { params: { service: table.service }, query: {} })
    saveFile(file, xml, 'application/xml')
  }
  return (
    <>
      <div className="rules-back"><Link href={paths.workbenchRules()}>{t('common.back')}</Link></div>
      <header>
        <h1>{textIn(table.serviceName)}</h1>
        <p className="tb-muted">{t(`rules.policy.${policyKeys[table.hitPolicy] ?? 'unique'}`)} {t('rules.restsOn', { laws: format.list(table.legalBasis.map(({ title: law, article }) => `《${law}》${article ?? ''}`)) })}</p>
      </header>
      <Card title={textIn(table.name)} aside={<Button variant="quiet" onClick={() => void save()}>{t('rules.export')}</Button>}>
        <TableView table={table} hit={verdict?.rows ?? []} />
      </Card>
      <TryTable detail={detail} onVerdict={setVerdict} />
      <TableFigures detail={detail} />
    </>
  )
}

const policyKeys: Readonly<Record<string, 'unique' | 'first' | 'priority' | 'any' | 'collect' | 'ruleOrder' | 'outputOrder'>> = {
  UNIQUE: 'unique', FIRST: 'first', PRIORITY: 'priority', ANY: 'any', COLLECT: 'collect', 'RULE ORDER': 'ruleOrder', 'OUTPUT ORDER': 'outputOrder',
}
