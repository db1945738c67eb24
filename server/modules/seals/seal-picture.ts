// What an authority's electronic seal looks like: a red ring with the authority's name along it and, below the middle, what it is. It bears
// no emblem of the state and no star, and one of a demonstration says so. Drawn as outlines, for a page and for a screen alike. Pure.
import type { Outline, Stroke } from '../../kernel/pdf-outlines.ts'

/** 42 mm in points. */
export const sealSide = 119
const ring = 3.4
export const sealRed = '#C8161D'

/** Filled outlines in a square of `sealSide`, downwards positive; the ring is drawn beside them. */
export type SealPicture = { name: string; outlines: Stroke[] }

const round = (value: number): number => Math.round(value * 100) / 100

/** Each point of a stroke moved by `place`. */
const placed = (strokes: readonly Stroke[], place: (x: number, y: number) => [number, number]): Stroke[] =>
  strokes.map((stroke): Stroke => {
    if (stroke[0] === 'Z') return stroke
    const at = (x: number, y: number): [number, number] => {
      const [across, down] = place(x, y)
      return [round(across), round(down)]
    }
    if (stroke[0] === 'C') return ['C', ...at(stroke[1], stroke[2]), ...at(stroke[3], stroke[4]), ...at(stroke[5], stroke[6])]
    return [stroke[0], ...at(stroke[1], stroke[2])]
  })

/** Letters along the ring, feet towards the middle; long names in narrower letters. */
const alongRing = (letters: readonly Outline[]): Stroke[] => {
  const half = sealSide / 2
  const height = letters.length > 14 ? 13 : 15.5
  const radius = half - ring - 4 - height
  const widest = (sweep: number) => (sweep * (radius + height * 0.35)) / Math.max(1, letters.length)
  // Up to four fifths of the ring; a short name takes less.
  const sweep = Math.min(Math.PI * 1.62, letters.length * 0.36)
  const width = Math.min(height, widest(sweep) * 0.94)
  const step = letters.length > 1 ? sweep / letters.length : 0
  return letters.flatMap(({ strokes, advance }, index) => {
    const angle = -sweep / 2 + step * (index + 0.5)
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
    return placed(strokes, (x, y) => {
      const across = (x - advance / 2) * width
      const away = radius + (y + 0.12) * height
      return [half + across * cosine + away * sine, half + across * sine - away * cosine]
    })
  })
}

const inLine = (letters: readonly Outline[], size: number, baseline: number): Stroke[] => {
  const total = letters.reduce((sum, { advance }) => sum + advance, 0) * size
  let at = (sealSide - total) / 2
  return letters.flatMap(({ strokes, advance }) => {
    const left = at
    at += advance * size
    return placed(strokes, (x, y) => [left + x * size, baseline - y * size])
  })
}

/** @param name along the ring @param lines below the middle, the first one larger; names of authority and date stand there on paper */
export const sealPictureOf = (name: string, letters: { name: readonly Outline[]; lines: readonly (readonly Outline[])[] }): SealPicture => ({
  name,
  outlines: [...alongRing(letters.name), ...letters.lines.flatMap((line, index) => inLine(line, index === 0 ? 13 : 9, sealSide / 2 + 31 + index * 12.5))],
})

/** As SVG, for screens; whoever shows it says in words what it is. */
export const sealSvg = ({ outlines }: SealPicture): string => {
  const half = sealSide / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sealSide} ${sealSide}"><circle cx="${half}" cy="${half}" r="${round(half - ring / 2 - 0.5)}" fill="none" stroke="${sealRed}" stroke-width="${ring}"/><path fill="${sealRed}" d="${outlines.map((each) => each.join(' ')).join('')}"/></svg>`
}

/** As the content of a form XObject (ISO 32000-1, 8.10): the ring as four curves, then the outlines, in the device's own red. */
export const sealOperators = ({ outlines }: SealPicture): string => {
  const half = sealSide / 2
  const radius = half - ring / 2 - 0.5
  const curve = radius * 0.5523 // of a quarter of a circle
  const point = (...numbers: number[]) => numbers.map(round).join(' ')
  const circle = [
    `${point(half + radius, half)} m`,
    ...[[1, 0, 0, 1], [0, 1, -1, 0], [-1, 0, 0, -1], [0, -1, 1, 0]].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
      `${point(half + x1 * radius + x2 * curve, half + y1 * radius + y2 * curve, half + x2 * radius + x1 * curve, half + y2 * radius + y1 * curve, half + x2 * radius, half + y2 * radius)} c`),
    'h S',
  ]
  const up = (numbers: readonly number[]) => point(...numbers.map((each, index) => (index % 2 === 0 ? each : sealSide - each)))
  const letters = outlines.map(([letter, ...numbers]) => (letter === 'Z' ? 'h' : `${up(numbers)} ${letter.toLowerCase()}`))
  return ['q', '0.784 0.086 0.114 RG 0.784 0.086 0.114 rg', `${ring} w`, ...circle, ...letters, 'f', 'Q'].join('\n')
}
