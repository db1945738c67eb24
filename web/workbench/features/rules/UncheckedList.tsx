// Tentative decisions that wait for their check, the most urgent first; each leads to its case.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { TableList, Unchecked } from './queries.ts'

export function UncheckedList({ decisions, tables }: { decisions: Unchecked; tables: TableList['tables'] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const names = new Map(tables.map(({ service, serviceName }) => [service, textIn(serviceName)]))
  if (decisions.length === 0) return null
  return (
    <Card title={t('rules.unchecked.title')} tone="attention">
      <p className="tb-muted">{t('rules.unchecked.lead')}</p>
      <Table
        caption={t('rules.unchecked.title')} rows={decisions} rowKey={({ caseId }) => caseId}
        columns={[
          { key: 'number', header: t('rules.unchecked.case'), cell: ({ caseId, number }) => <Link href={paths.workbenchCase({ case: caseId })}>{number}</Link> },
          { key: 'applicant', header: t('rules.unchecked.applicant'), cell: ({ applicant }) => applicant },
          { key: 'service', header: t('rules.unchecked.service'), cell: ({ service }) => names.get(service) ?? service },
          { key: 'by', header: t('rules.unchecked.by'), cell: ({ checkOn, late }) => (checkOn === null ? t('rules.unchecked.noCalendar') : late ? t('rules.unchecked.late', { date: format.day(checkOn) }) : format.day(checkOn)) },
        ]}
      />
    </Card>
  )
}
