// A list put in order by hand: by dragging with the mouse, with the arrow keys on the handle, or by the buttons it offers to fingers.
// Says aloud where something has gone.
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../../shared/i18n/store.ts'

export interface Sortable {
  id: string
  label: string
  content?: ReactNode
  actions?: ReactNode
}

interface Props {
  label: string
  items: readonly Sortable[]
  onMove: (from: number, to: number) => void
  /** Why the order cannot be changed. */
  fixed?: string | undefined
  /** Items of other lists with the same name may be dropped here: their ids come with it. */
  group?: string
  onReceive?: (id: string, to: number) => void
}

export function SortableList({ label, items, onMove, fixed, group = label, onReceive }: Props) {
  const t = useT()
  const [said, setSaid] = useState('')
  const [over, setOver] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const type = `application/x-tongban-${encodeURIComponent(group).toLowerCase()}`

  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return
    onMove(from, to)
    setSaid(t('designs.sort.moved', { name: items[from]?.label ?? '', at: to + 1, of: items.length }))
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(':scope > li > .designs-handle')[to]?.focus())
  }
  const press = (event: KeyboardEvent, at: number) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(at, to)
  }
  const drop = (event: React.DragEvent, to: number) => {
    setOver(undefined)
    const id = event.dataTransfer.getData(type)
    if (!id) return
    event.preventDefault()
    const from = items.findIndex((item) => item.id === id)
    if (from >= 0) move(from, to)
    else onReceive?.(id, to)
  }
  const dragOver = (event: React.DragEvent, at: number) => {
    if (!event.dataTransfer.types.includes(type)) return
    event.preventDefault()
    setOver(at)
  }
  return (
    <>
      <ol ref={list} className="designs-sortable" data-receives={onReceive ? true : undefined} aria-label={label} onDragOver={(event) => items.length === 0 && dragOver(event, 0)} onDrop={(event) => items.length === 0 && drop(event, 0)}>
        {items.map((item, at) => (
          <li key={item.id} data-over={over === at || undefined} draggable={!fixed}
            onDragStart={(event) => { event.stopPropagation(); event.dataTransfer.setData(type, item.id); event.dataTransfer.effectAllowed = 'move' }}
            onDragOver={(event) => dragOver(event, at)} onDragLeave={() => setOver(undefined)} onDrop={(event) => { event.stopPropagation(); drop(event, at) }} onDragEnd={() => setOver(undefined)}>
            <button type="button" className="designs-handle" aria-disabled={fixed ? true : undefined} title={fixed ?? t('designs.sort.hint')} onKeyDown={(event) => !fixed && press(event, at)}>
              <span aria-hidden="true">⠿</span>
              <span className="tb-hidden">{fixed ? `${item.label}: ${fixed}` : t('designs.sort.handle', { name: item.label, at: at + 1, of: items.length })}</span>
            </button>
            <div className="designs-sortable-body">{item.content ?? item.label}</div>
            {item.actions && <div className="tb-row designs-sortable-actions">{item.actions}</div>}
          </li>
        ))}
      </ol>
      <p className="tb-hidden" role="status">{said}</p>
    </>
  )
}
