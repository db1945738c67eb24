// Parallel work of several units as lanes from left to right, with live state and promised dates.
// One list of entries: placed over drawn lines where they fit, one below the other with a line at the left where they do not.
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Icon, type IconName } from './Icon.tsx'
import { layoutLanes, textWidth } from './lane-layout.ts'
import { Link } from './Link.tsx'
import './LaneMap.css'

export type LaneState = 'planned' | 'waiting' | 'active' | 'attention' | 'late' | 'done' | 'refused' | 'stopped'

export interface Lane {
  id: string
  label: string
}

export interface LaneItem {
  id: string
  label: string
  /** Second line: how long, until when, by whom. */
  sub?: string
  lane: string
  /** Start and end in any increasing measure, e.g. working days from now. */
  start: number
  end: number
  state: LaneState
  /** The state in the words of the page; a plain word is used when left out. */
  stateLabel?: string
  /** On the line that decides the total time. */
  critical?: boolean
  dependsOn?: readonly string[]
  /** Only in the vertical form: what it waits for, who works on it, what can be done. */
  note?: string
  href?: string
}

export interface LaneMapProps {
  label: string
  lanes: readonly Lane[]
  items: readonly LaneItem[]
}

const icons: Partial<Record<LaneState, IconName>> = { waiting: 'wait', active: 'clock', attention: 'alert', late: 'alert', done: 'check', refused: 'close', stopped: 'close' }
// In units of the text size: height of a box with two lines, of a row, the gap between boxes, the lane names.
const sizes = { box: 4, row: 5, gap: 1.7, padding: 1.4, icon: 1.6, laneGap: 1 }

export function LaneMap({ label, lanes, items }: LaneMapProps) {
  const t = useT()
  const root = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<{ width: number; em: number }>()

  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const measure = () => setRoom({ width: element.clientWidth, em: Number.parseFloat(getComputedStyle(element).fontSize) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const diagram = useMemo(() => {
    if (!room || items.length === 0) return undefined
    const { em } = room
    const names = Math.max(...lanes.map((lane) => textWidth(lane.label, em))) + sizes.laneGap * em
    const spans = items.map((item) => ({ ...item, width: Math.max(textWidth(item.label, em * 1.02) + (icons[item.state] ? sizes.icon * em : 0), textWidth(item.sub ?? '', em)) + sizes.padding * em }))
    const layout = layoutLanes(lanes.map((lane) => lane.id), spans, { width: room.width - names, row: sizes.row * em, box: sizes.box * em, gap: sizes.gap * em })
    return layout.minWidth <= room.width - names ? { ...layout, names, boxHeight: sizes.box * em } : undefined
  }, [room, lanes, items])

  const laneLabel = new Map(lanes.map((lane) => [lane.id, lane.label]))
  const critical = new Set(items.filter((item) => item.critical).map((item) => item.id))
  return (
    <div ref={root} className="tb-lanes" data-form={diagram ? 'diagram' : 'list'} style={diagram && { blockSize: diagram.height }}>
      {diagram && (
        <>
          {diagram.lanes.map((lane) => (
            <div key={lane.id} className="tb-lane" aria-hidden="true" style={{ insetBlockStart: lane.y, blockSize: lane.height }}>
              {laneLabel.get(lane.id)}
            </div>
          ))}
          <svg aria-hidden="true" style={{ insetInlineStart: diagram.names }} width={(room?.width ?? 0) - diagram.names} height={diagram.height}>
            {diagram.links.map((link) => (
              <path key={`${link.from}-${link.to}`} d={link.path} data-critical={(critical.has(link.from) && critical.has(link.to)) || undefined} />
            ))}
          </svg>
        </>
      )}
      <ol aria-label={label}>
        {items.map((item) => {
          const box = diagram?.boxes.get(item.id)
          return (
            <li key={item.id} data-state={item.state} data-critical={item.critical || undefined} style={box && diagram && { insetInlineStart: box.x + diagram.names, insetBlockStart: box.y, inlineSize: box.width, blockSize: diagram.boxHeight }}>
              <Entry item={item} lane={laneLabel.get(item.lane) ?? ''} state={item.stateLabel ?? t(`ui.lane.${item.state}`)} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Entry({ item, lane, state }: { item: LaneItem; lane: string; state: string }) {
  const icon = icons[item.state]
  return (
    <>
      <span className="tb-lane-title">
        {icon && <Icon name={icon} />}
        {item.href ? <Link href={item.href}>{item.label}</Link> : <b>{item.label}</b>}
      </span>
      {item.sub && <span className="tb-lane-sub">{item.sub}</span>}
      <span className="tb-lane-more">{[lane, item.state === 'planned' ? '' : state, item.note].filter(Boolean).join(' · ')}</span>
    </>
  )
}
