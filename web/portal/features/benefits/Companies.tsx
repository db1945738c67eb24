// For whoever acts for several companies (顾问、代理记账): how each stands with the policies, side by side; its name leads to the whole.
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { mineQuery, type Mine } from './queries.ts'
import { standingOf, type Standing } from './standing.ts'

type Row = Mine['companies'][number] & { answer: UseQueryResult<Mine> }

const counts: readonly (keyof Standing)[] = ['toConfirm', 'fits', 'oneShort', 'open']

export function Companies({ companies }: { companies: Mine['companies'] }) {
  const t = useT()
  const answers = useQueries({ queries: companies.map(({ uscc }) => mineQuery(uscc)) })
  const rows = companies.flatMap((company, index): Row[] => { const answer = answers[index]; return answer ? [{ ...company, answer }] : [] })
  const shown = ({ answer: { data, isError } }: Row, count: keyof Standing) => {
    if (!data) return t(isError ? 'benefits.companies.failed' : 'benefits.companies.looking')
    return data.agreedAt === null ? '–' : standingOf(data)[count]
  }
  const columns: Column<Row>[] = [
    { key: 'name', header: t('benefits.companies.name'), cell: ({ uscc, name, answer }) => <><Link href={`${paths.myBenefits()}?${new URLSearchParams({ company: uscc })}`}>{name}</Link>{answer.data?.agreedAt === null && <p className="tb-muted">{t('benefits.companies.notYet')}</p>}</> },
    ...counts.map((count): Column<Row> => ({ key: count, header: t(`benefits.companies.${count}`), align: 'end', cell: (row) => shown(row, count) })),
  ]
  return (
    <Card title={t('benefits.companies.title')} level={2}>
      <Table caption={t('benefits.companies.title')} columns={columns} rows={rows} rowKey={({ uscc }) => uscc} />
    </Card>
  )
}
