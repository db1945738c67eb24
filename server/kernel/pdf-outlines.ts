// Letters of the platform's font as outlines, for what is drawn rather than written: around a circle, or where no font can be carried.
// Loads font tools, so it is imported when the first picture is drawn.
import { openPdf, type PdfDocument } from './pdf-writer.ts'
import { fontsFor, type Weight } from './pdf-fonts.ts'

/** One step of a pen: SVG's letters, absolute, cubic curves only. */
export type Stroke = ['M' | 'L', number, number] | ['C', number, number, number, number, number, number] | ['Z']

/** In units of the letter's size, the baseline at 0, upwards positive. */
export type Outline = { strokes: Stroke[]; advance: number }

type Command = { command: string; args: number[] }
type Glyph = { advanceWidth: number; path: { commands: Command[] } }
/** What pdfkit keeps of the font in use; its types do not tell. */
type Inside = { _font: { font: { unitsPerEm: number; glyphForCodePoint: (code: number) => Glyph } } }

const strokesOf = (commands: readonly Command[], unitsPerEm: number): Stroke[] => {
  let [atX, atY] = [0, 0]
  return commands.map(({ command, args }): Stroke => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((each) => each / unitsPerEm)
    if (command === 'closePath') return ['Z']
    const [fromX, fromY] = [atX, atY]
    if (command === 'quadraticCurveTo') {
      ;[atX, atY] = [c, d]
      return ['C', fromX + (2 / 3) * (a - fromX), fromY + (2 / 3) * (b - fromY), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d]
    }
    if (command === 'bezierCurveTo') {
      ;[atX, atY] = [e, f]
      return ['C', a, b, c, d, e, f]
    }
    ;[atX, atY] = [a, b]
    return [command === 'moveTo' ? 'M' : 'L', a, b]
  })
}

/** One outline for each letter of `text`. */
export const outlinesOf = async (text: string, weight: Weight): Promise<Outline[]> => {
  const { fonts, runsOf } = await fontsFor([text], weight)
  const { document } = openPdf({ title: '', subject: '', author: '', at: new Date(0) })
  for (const [slice, font] of fonts) document.registerFont(slice, font)
  return runsOf(text).flatMap(({ text: run, slice }) => {
    const { font } = (document.font(slice) as PdfDocument & Inside)._font
    return [...run].map((letter) => {
      const { advanceWidth, path } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
      return { strokes: strokesOf(path.commands, font.unitsPerEm), advance: advanceWidth / font.unitsPerEm }
    })
  })
}
