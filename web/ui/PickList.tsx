// A list of records of which one is open beside it: the queue of a three-column screen.
// j and k (useListNavigation) or the arrow keys move; the open record is kept in sight.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Link } from './Link.tsx'
import type { Tone } from './tone.ts'
import './PickList.css'

export interface PickItem {
  id: string
  href: string
  title: ReactNode
  /** Second line: number, what it belongs to. */
  meta?: ReactNode
  /** At the right: the time left. */
  side?: ReactNode
  sideTone?: Tone
  /** Under the time. */
  sideMeta?: ReactNode
}

export interface PickListProps {
  label: string
  items: readonly PickItem[]
  selected?: string | undefined
  empty?: ReactNode
}

export function PickList({ label, items, selected, empty }: PickListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  if (items.length === 0) return <>{empty}</>

  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <ul ref={list} className="tb-pick-list" aria-label={label} onKeyDown={arrows}>
      {items.map((item) => (
        <li key={item.id}>
          <Link href={item.href} aria-current={item.id === selected || undefined}>
            <b>{item.title}</b>
            <span className="tb-pick-side" data-tone={item.sideTone ?? 'neutral'}>{item.side}</span>
            <small>{item.meta}</small>
            <small>{item.sideMeta}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
