// A field to sign in with pen, finger or mouse; the signature is kept as strokes, so that it prints sharp at any size.
// Points lie in a field of 1000 × 400, whatever the screen.
import { useId, useRef, type PointerEvent } from 'react'
import { Button } from './Button.tsx'
import './SignaturePad.css'

/** Each stroke as x and y, one after the other. */
export type Strokes = number[][]

const width = 1000
const height = 400
/** Shorter is a slip of the pen. */
const shortest = 150
/** Points closer than this say nothing new. */
const apart = 4

/** Whether the strokes are long enough to be somebody's name. */
export function isLongEnough(strokes: Strokes): boolean {
  let length = 0
  for (const points of strokes) {
    for (let at = 2; at + 1 < points.length; at += 2) length += Math.hypot((points[at] ?? 0) - (points[at - 2] ?? 0), (points[at + 1] ?? 0) - (points[at - 1] ?? 0))
  }
  return length >= shortest
}

/** A stroke as part of a path; a single point shows as a dot. */
const lineOf = ([x, y, ...more]: readonly number[]): string => `M${x} ${y}${more.length > 0 ? `L${more.join(' ')}` : 'h1'}`

export interface SignaturePadProps {
  label: string
  hint?: string
  /** Text of the button that begins anew. */
  clear: string
  strokes: Strokes
  onChange: (strokes: Strokes) => void
  error?: string | undefined
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))

export function SignaturePad({ label, hint, clear, strokes, onChange, error }: SignaturePadProps) {
  const id = useId()
  const field = useRef<SVGSVGElement>(null)
  const drawing = useRef<number[]>(undefined)
  // Several points may come before the next drawing.
  const latest = useRef<Strokes>([])
  const change = (next: Strokes) => {
    latest.current = next
    onChange(next)
  }
  const pointOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = field.current?.getBoundingClientRect()
    return box ? [clamp(((clientX - box.left) / box.width) * width, width), clamp(((clientY - box.top) / box.height) * height, height)] : [0, 0]
  }
  const begin = (event: PointerEvent) => {
    event.preventDefault()
    field.current?.setPointerCapture(event.pointerId)
    drawing.current = pointOf(event)
    change([...strokes, drawing.current])
  }
  const go = (event: PointerEvent) => {
    const points = drawing.current
    if (!points) return
    const [x, y] = pointOf(event)
    if (Math.hypot(x - (points.at(-2) ?? 0), y - (points.at(-1) ?? 0)) < apart) return
    drawing.current = [...points, x, y]
    change([...latest.current.slice(0, -1), drawing.current])
  }
  const end = () => {
    drawing.current = undefined
  }
  return (
    <div className="tb-signature" data-invalid={error !== undefined || undefined}>
      <b id={id}>{label}</b>
      {hint && <p className="tb-muted">{hint}</p>}
      {error !== undefined && <p className="tb-signature-error" role="alert">{error}</p>}
      <svg ref={field} role="img" aria-labelledby={id} viewBox={`0 0 ${width} ${height}`} onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
        <path d={strokes.map(lineOf).join('')} />
      </svg>
      <div>
        <Button variant="quiet" onClick={() => onChange([])}>{clear}</Button>
      </div>
    </div>
  )
}
