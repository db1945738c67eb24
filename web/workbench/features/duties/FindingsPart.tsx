// What is wrong with the duty list on a day: gaps, lines that say the same twice, units that do not exist; and lines that end.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { namesByPath } from './names.ts'
import { findingsQuery, type Duty, type Finding, type RequestClass } from './queries.ts'

const kinds = ['gap', 'overlap', 'unit-missing', 'ladder-cycle', 'category-unknown', 'area-unknown', 'region-unknown', 'area-missing'] as const

export function FindingsPart({ classes, duties }: { classes: readonly RequestClass[]; duties: readonly Duty[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [on, setOn] = useState('')
  const { data, isError, refetch, isFetching } = useQuery(findingsQuery(/^\d{4}-\d{2}-\d{2}$/.test(on) ? on : ''))
  const { data: served } = useQuery(regionsQuery)
  const names = namesByPath(classes)
  const regionName = (code: string) => textIn(served?.regions.find((each) => each.code === code)?.name ?? { 'zh-CN': code })
  const className = (path: string) => (names.get(path) ?? []).map(textIn).join(' / ') || path
  const unitOf = (id: string) => duties.find((duty) => duty.id === id)
  const columns: Column<Finding>[] = [
    { key: 'kind', header: t('duties.findings.col.kind'), cell: ({ kind }) => { const known = kinds.find((each) => each === kind); return <Chip tone="warning">{known ? t(`duties.findings.kind.${known}`) : kind}</Chip> } },
    { key: 'what', header: t('duties.findings.col.what'), cell: ({ category, duty, with: other, line, id }) => [category && className(category), ...[duty, other].flatMap((each) => (each ? [`${each}${unitOf(each) ? ` ${unitOf(each)?.file}` : ''}`] : [])), line, id].filter(Boolean).join('；') },
    { key: 'where', header: t('duties.findings.col.where'), cell: ({ regions = [], region, area }) => format.list([...regions, ...(region ? [region] : []), ...(area ? [area] : [])].map(regionName)) },
  ]
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('duties.findings.lead')}</p>
      <DateInput label={t('duties.findings.on')} optional value={on} onChange={setOn} />
      {isError ? <ErrorState onRetry={() => void refetch()} retrying={isFetching} /> : !data ? <Loading /> : (
        <>
          {data.findings.length === 0
            ? <Notice tone="success" title={t('duties.findings.sound.title')} live="polite">{t('duties.findings.sound.text', { classes: data.classes, duties: data.duties })}</Notice>
            : <Table caption={t('duties.parts.findings')} columns={columns} rows={data.findings} rowKey={(finding) => JSON.stringify(finding)} />}
          <Card title={t('duties.findings.ending')}>
            {data.ending.length === 0 ? <p>{t('duties.findings.endingNone')}</p> : (
              <ul>{data.ending.map((duty) => <li key={duty.id}>{duty.categories.map(className).join('；')} · {textIn(duty.unit.name)} · {t('duties.list.until', { date: format.date(duty.until ?? '') })}</li>)}</ul>
            )}
          </Card>
        </>
      )}
    </div>
  )
}
