// The list of a shift as tables: begun, handed in, waiting, handed out. Names of people are shortened by the server.
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { HandOver, ListLine } from './queries.ts'

const parts = ['drafts', 'handedIn', 'waiting', 'handedOut'] as const

const columns = (t: T, name: (line: ListLine) => string): Column<ListLine>[] => [
  { key: 'name', header: t('window.over.what'), cell: name },
  { key: 'number', header: t('window.over.number'), cell: ({ number }) => number ?? '' },
  { key: 'person', header: t('window.over.who'), cell: ({ person }) => person },
  { key: 'at', header: t('window.over.time'), cell: ({ at }) => formatMoment(at, thisYear()) },
]

/** `level` of the headings: one below that of what the list stands in. */
export function ShiftList({ list, level }: { list: HandOver['list']; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  const t = useT()
  const textIn = useTextIn()
  return (
    <>
      {parts.map((part) => (
        <section key={part} className="tb-stack">
          <Heading>{t(`window.over.${part}`)} · {list[part].length}</Heading>
          {list[part].length === 0 ? <p className="tb-muted">{t('window.over.empty')}</p> : <Table caption={t(`window.over.${part}`)} columns={columns(t, ({ name }) => textIn(name))} rows={list[part]} rowKey={({ id }) => id} />}
        </section>
      ))}
    </>
  )
}
