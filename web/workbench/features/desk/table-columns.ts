// The columns of the table of cases: which there are, which are shown, and what each says as plain text for the exported file.
// Pure; which are shown stands in the address, so a kept view keeps its columns.
import type { QueueItem } from '../queue/queries.ts'

export const columnIds = ['service', 'applicant', 'number', 'matter', 'state', 'left', 'promised', 'holder', 'received', 'authority', 'region', 'news'] as const
export type ColumnId = (typeof columnIds)[number]

const usual: readonly ColumnId[] = ['service', 'applicant', 'number', 'state', 'left', 'holder', 'received', 'news']

/** The columns an address names, in their fixed order; the usual ones when it names none. The service leads the row and always stands. */
export function readColumns(text: string | null): ColumnId[] {
  const named = new Set((text ?? '').split(','))
  const chosen = columnIds.filter((id) => named.has(id))
  return chosen.length === 0 ? [...usual] : columnIds.filter((id) => id === 'service' || named.has(id))
}

/** What an address says of these columns; nothing for the usual ones. */
export function columnsText(columns: readonly ColumnId[]): string {
  const ordered = columnIds.filter((id) => columns.includes(id))
  return ordered.join() === usual.join() ? '' : ordered.join()
}

export interface Words {
  state: (item: QueueItem) => string
  left: (item: QueueItem) => string
  news: (item: QueueItem) => string
  nobody: string
  moment: (instant: string) => string
}

/** One cell as text. */
export function cellText(item: QueueItem, column: ColumnId, words: Words): string {
  switch (column) {
    case 'service': return item.serviceName
    case 'applicant': return item.applicant
    case 'number': return item.number
    case 'matter': return item.matterName
    case 'state': return words.state(item)
    case 'left': return words.left(item)
    case 'promised': return item.promisedOn ?? ''
    case 'holder': return item.holderName ?? (item.holderId === null ? words.nobody : '')
    case 'received': return words.moment(item.createdAt)
    case 'authority': return item.authorityName
    case 'region': return item.regionName
    case 'news': return words.news(item)
  }
}
