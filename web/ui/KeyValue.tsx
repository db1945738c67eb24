// Names and values in two columns; a third at the right says where each value comes from.
// `lines` draws a hairline under each entry, for longer lists.
import type { ReactNode } from 'react'
import './KeyValue.css'

export interface KeyValueItem {
  id: string
  label: ReactNode
  value: ReactNode
  /** At the right: source chip, a link to change the answer. */
  aside?: ReactNode
}

export function KeyValue({ items, lines }: { items: readonly KeyValueItem[]; lines?: boolean }) {
  return (
    <dl className="tb-key-value" data-lines={lines || undefined}>
      {items.map((item) => (
        <div key={item.id}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.aside && <dd className="tb-key-value-aside">{item.aside}</dd>}
        </div>
      ))}
    </dl>
  )
}
