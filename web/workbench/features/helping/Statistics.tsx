// What helpers did in the last days: how often, for how many, at home, and what was begun.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { HelpStatistics } from './queries.ts'

type Row = HelpStatistics['rows'][number]

export function Statistics({ statistics: { from, until, rows } }: { statistics: HelpStatistics }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const number = (key: 'sessions' | 'people' | 'atHome', cell: (row: Row) => number): Column<Row> => ({ key, header: t(`proxy-desk.helping.${key}`), cell: (row) => format.number(cell(row)), align: 'end' })
  const columns: Column<Row>[] = [
    { key: 'helper', header: t('proxy-desk.helping.helper'), cell: ({ helper }) => helper },
    { key: 'hall', header: t('proxy-desk.helping.hall'), cell: ({ hall }) => textIn(hall) },
    number('sessions', ({ sessions }) => sessions), number('people', ({ people }) => people), number('atHome', ({ atHome }) => atHome),
    { key: 'begun', header: t('proxy-desk.helping.begun'), cell: ({ applications }) => format.number(applications), align: 'end' },
  ]
  return (
    <Card level={2} title={t('proxy-desk.helping.statistics')}>
      <p className="tb-muted">{t('proxy-desk.helping.statisticsLead', { from: format.date(from), until: format.date(until) })}</p>
      <Table caption={t('proxy-desk.helping.statistics')} columns={columns} rows={rows} rowKey={({ outlet, helper }) => `${outlet} ${helper}`} empty={t('proxy-desk.helping.noStatistics')} />
    </Card>
  )
}
