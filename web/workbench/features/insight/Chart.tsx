// A chart with the table of the same numbers, which is what screen readers get and what opens for everybody.
// The drawing is loaded when it comes into sight the first time.
import { useEffect, useRef } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Table, type Column } from '../../../ui/Table.tsx'
import { cellOf } from './chart-data.ts'
import type { Drawing } from './drawing.ts'
import './insight.css'

interface Props extends Drawing {
  title: string
  /** Header of the names. */
  of: string
}

export function Chart({ title, of, kind, labels, series, share = false }: Props) {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    let end: (() => void) | undefined
    let gone = false
    void import('./drawing.ts').then(({ draw }) => {
      if (!gone) end = draw(element, { kind, labels, series, share })
    })
    return () => {
      gone = true
      end?.()
    }
  }, [kind, labels, series, share])
  type Row = { label: string; index: number }
  const columns: Column<Row>[] = [
    { key: 'label', header: of, cell: ({ label }) => label },
    ...series.map(({ name, data }): Column<Row> => ({ key: name, header: name, align: 'end', cell: ({ index }) => shown(data[index], share, t('insight.few')) })),
  ]
  return (
    <figure className="insight-chart">
      <figcaption>{title}</figcaption>
      <div ref={place} className="insight-drawing" data-kind={kind} data-many={kind !== 'line' && labels.length > 8 ? true : undefined} aria-hidden="true" />
      <details>
        <summary>{t('insight.asTable')}</summary>
        <Table caption={title} columns={columns} rows={labels.map((label, index) => ({ label, index }))} rowKey={({ index }) => String(index)} />
      </details>
    </figure>
  )
}

const shown = (value: number | null | undefined, share: boolean, few: string): string => (value === null || value === undefined ? few : cellOf(value, share))
