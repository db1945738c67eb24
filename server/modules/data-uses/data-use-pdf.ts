// The list to take along as a PDF anybody can read: one entry after the other, with a title, the day and page numbers; tagged for screen readers.
import { openPdf, penFor, type PdfLine, type PdfPen } from '../../kernel/pdf-writer.ts'
import type { Language } from '../../kernel/texts.ts'
import { cellsOf, columns, momentInWords, word } from './data-use-words.ts'
import type { DataUse } from './reading.ts'

/** Points. */
const margin = 64
const size = { title: 20, body: 11, foot: 9 }
const leading = 1.6

/** @param name whose data it is about */
export const dataUsePdf = async (uses: readonly DataUse[], { name, at, language }: { name: string; at: string; language: Language }): Promise<Buffer> => {
  const title = word('title', language)
  const { document, finish } = openPdf({ title, subject: title, author: word('platform', language), at: new Date(at) })
  const lead = `${name}　${momentInWords(at)}`
  const entries = uses.map((use) => {
    const [moment = '', ...cells] = cellsOf(use, language)
    return { moment, lines: cells.flatMap((cell, index) => (cell === '' ? [] : [`${word(columns[index + 1] ?? 'who', language)}：${cell.replaceAll('\n', '；')}`])) }
  })
  const [regular, bold] = await Promise.all([
    penFor(document, [lead, ...entries.flatMap(({ lines }) => lines), '0123456789/'], 400), penFor(document, [title, ...entries.map(({ moment }) => moment)], 700),
  ])
  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  const { width, height } = document.page
  const inner = width - 2 * margin
  let y = margin

  const paragraph = (tag: string, pen: PdfPen, text: string): void => {
    const element = document.struct(tag)
    root.add(element)
    for (const line of pen.lines(text, inner)) {
      const step = pen.points * leading
      if (y + step > height - margin) {
        document.addPage()
        y = margin
      }
      const top = y
      element.add(() => pen.draw(line, margin, top))
      y += step
    }
    element.end()
  }

  paragraph('H1', bold(size.title), title)
  paragraph('P', regular(size.body), lead)
  for (const { moment, lines } of entries) {
    y += size.body
    paragraph('H2', bold(size.body), moment)
    for (const line of lines) paragraph('P', regular(size.body), line)
  }

  const foot = regular(size.foot)
  const { count } = document.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index)
    const [line] = foot.lines(`${index + 1} / ${count}`, inner) as [PdfLine] // a short text is one line
    root.add(document.struct('P', {}, () => foot.draw(line, margin + (inner - line.width) / 2, height - margin / 2 - size.foot)))
  }
  root.end()
  return finish()
}
