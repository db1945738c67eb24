// Where the boxes, rows and lines of a lane diagram go. Pure geometry: pixels in, pixels out.
// Time runs from left to right in the order of events, not to scale: a box is as wide as its words need.

export interface LaneSpan {
  id: string
  lane: string
  /** Any increasing measure of time, e.g. working days from the submission. */
  start: number
  end: number
  dependsOn?: readonly string[]
  /** Pixels the words in the box need. */
  width: number
}

export interface LaneLayout {
  /** Pixels below which the words would not fit; the boxes are stretched to the width asked for when that is more. */
  minWidth: number
  height: number
  boxes: Map<string, { x: number; y: number; width: number }>
  lanes: { id: string; y: number; height: number }[]
  links: { from: string; to: string; path: string }[]
}

/** Lays out the spans of `lanes` (top to bottom) into `width` pixels, rows of `row` pixels with boxes of `box` pixels, `gap` pixels between boxes. */
export function layoutLanes(lanes: readonly string[], spans: readonly LaneSpan[], { width, row, box, gap }: { width: number; row: number; box: number; gap: number }): LaneLayout {
  const columns = columnsOf(spans)
  const widths = columnWidths(spans, columns, gap)
  const minWidth = sum(widths)
  const spare = Math.max(0, width - minWidth) / Math.max(1, widths.length)
  const edges = [0]
  for (const column of widths) edges.push((edges.at(-1) ?? 0) + column + spare)

  const boxes: LaneLayout['boxes'] = new Map()
  const laneRows: LaneLayout['lanes'] = []
  let y = 0
  for (const lane of lanes) {
    const rows = packRows(spans.filter((span) => span.lane === lane), columns)
    rows.forEach((spansInRow, index) => {
      for (const span of spansInRow) {
        const [first, last] = columns.get(span.id) ?? [0, 1]
        const x = (edges[first] ?? 0) + gap / 2
        boxes.set(span.id, { x, y: y + index * row + (row - box) / 2, width: (edges[last] ?? x) - gap / 2 - x })
      }
    })
    laneRows.push({ id: lane, y, height: Math.max(1, rows.length) * row })
    y += Math.max(1, rows.length) * row
  }
  return { minWidth, height: y, boxes, lanes: laneRows, links: linksOf(spans, boxes, box) }
}

/** First and last column edge of each span. Columns lie between moments at which something starts or ends. */
function columnsOf(spans: readonly LaneSpan[]): Map<string, [number, number]> {
  // A span without duration gets a column of its own after its moment, so that its box has room.
  const ends = (span: LaneSpan) => (span.end > span.start ? span.end : span.start + 0.001)
  const moments = [...new Set(spans.flatMap((span) => [span.start, ends(span)]))].sort((a, b) => a - b)
  return new Map(spans.map((span) => [span.id, [moments.indexOf(span.start), moments.indexOf(ends(span))]]))
}

/** The narrowest columns in which every span's words fit; what a long span lacks is shared by its columns. */
function columnWidths(spans: readonly LaneSpan[], columns: Map<string, [number, number]>, gap: number): number[] {
  const count = Math.max(0, ...[...columns.values()].map(([, last]) => last))
  const widths = Array<number>(count).fill(0)
  const length = (span: LaneSpan) => (columns.get(span.id)?.[1] ?? 0) - (columns.get(span.id)?.[0] ?? 0)
  for (const span of [...spans].sort((a, b) => length(a) - length(b))) {
    const [first, last] = columns.get(span.id) ?? [0, 0]
    const lacking = span.width + gap - sum(widths.slice(first, last))
    if (lacking <= 0) continue
    for (let column = first; column < last; column += 1) widths[column] = (widths[column] ?? 0) + lacking / (last - first)
  }
  return widths
}

/** Spreads the spans of one lane over as few rows as possible, none overlapping. */
function packRows(spans: readonly LaneSpan[], columns: Map<string, [number, number]>): LaneSpan[][] {
  const rows: { spans: LaneSpan[]; until: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const [first, last] = columns.get(span.id) ?? [0, 0]
    const free = rows.find((row) => row.until <= first)
    if (free) {
      free.spans.push(span)
      free.until = last
    } else {
      rows.push({ spans: [span], until: last })
    }
  }
  return rows.map((row) => row.spans)
}

function linksOf(spans: readonly LaneSpan[], boxes: LaneLayout['boxes'], height: number): LaneLayout['links'] {
  return spans.flatMap((span) =>
    (span.dependsOn ?? []).flatMap((from) => {
      const a = boxes.get(from)
      const b = boxes.get(span.id)
      if (!a || !b) return []
      const [x1, y1, x2, y2] = [a.x + a.width, a.y + height / 2, b.x, b.y + height / 2].map(Math.round)
      // The line turns close to the box it leads to, so that it does not run under the boxes between.
      const bend = Math.round(Math.min(24, Math.max(6, ((x2 ?? 0) - (x1 ?? 0)) / 2)))
      const turn = (x2 ?? 0) - bend
      return [{ from, to: span.id, path: y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${turn - bend}C${turn} ${y1} ${turn} ${y2} ${x2} ${y2}` }]
    }),
  )
}

/** Pixels a text needs at a font size of `em` pixels: Chinese letters are square, the others about half. */
export function textWidth(text: string, em: number): number {
  return sum([...text].map((letter) => (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.58))) * em
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
