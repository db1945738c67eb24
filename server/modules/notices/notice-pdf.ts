// A notice as PDF: A4 with the margins of official documents, tagged (title, paragraphs, footer), with a code at the foot it is checked by.
// Over the authority's name and the date lies the field of its seal; without one, room for a seal of ink is left blank.
import { dayInWords } from '../../kernel/clock.ts'
import { drawCode, openPdf, penFor, type PdfLine, type PdfPen } from '../../kernel/pdf-writer.ts'
import { drawSeal, sealSide, type SealMark } from '../seals/index.ts'
import type { Notice } from './notice.ts'

/** Points; A4 with the margins of official documents, 28 mm left and 26 mm right. */
const page = { left: 79, right: 74, top: 105, bottom: 90 }
const size = { title: 22, body: 14, small: 10.5, tiny: 9 }
const leading = 1.75

/**
 * @param publicUrl where the document can be checked, e.g. https://service.example.org
 * @param seal of the authority, to be signed with afterwards; the same notice and seal give the same bytes
 */
export const noticePdf = async (notice: Notice & { number: string }, publicUrl: string, seal?: SealMark): Promise<Buffer> => {
  const { words, number, code } = notice
  const title = words.name['zh-CN']
  const { document, finish } = openPdf({ title: `${title} ${number}`, subject: title, author: words.authority, at: new Date(notice.issuedAt) })

  const address = `${publicUrl}/check/${code}`
  const labels = { number: `编号：${number}`, to: `${words.to}：`, basis: `依据：${words.legalBasis.join('；')}`, code: `验证码 ${code}`, check: '扫码或登录网站输入验证码，可以核对本文书的真伪。', date: dayInWords(words.date) }
  const paragraphs = [...words.paragraphs, ...words.remedies]
  const [regular, bold] = await Promise.all([
    penFor(document, [...Object.values(labels), ...paragraphs, words.authority, address, '第页　共0123456789'], 400),
    penFor(document, [title], 700),
  ])

  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  const { width, height } = document.page
  const inner = width - page.left - page.right
  let y = page.top

  const write = (tag: string, pen: PdfPen, lines: readonly PdfLine[], xOf: (line: PdfLine, index: number) => number, spacing = leading): void => {
    const step = pen.points * spacing
    const element = document.struct(tag)
    root.add(element)
    lines.forEach((line, index) => {
      if (y + step > height - page.bottom) {
        document.addPage()
        y = page.top
      }
      const top = y
      element.add(() => pen.draw(line, xOf(line, index), top))
      y += step
    })
    element.end()
  }

  const [heading, body, small] = [bold(size.title), regular(size.body), regular(size.small)]
  write('H1', heading, heading.lines(title, inner), (line) => page.left + (inner - line.width) / 2)
  y += 4
  write('P', small, small.lines(labels.number, inner), (line) => page.left + inner - line.width)
  y += 18
  write('P', body, body.lines(labels.to, inner), () => page.left)
  const indent = size.body * 2
  for (const text of paragraphs) write('P', body, body.lines(text, inner, indent), (_, index) => page.left + (index === 0 ? indent : 0))
  write('P', small, small.lines(labels.basis, inner), () => page.left, 1.6)

  // Authority, seal and date stay together.
  if (y + 120 > height - page.bottom) {
    document.addPage()
    y = page.top
  }
  y += 54
  const right = page.left + inner - 24
  const [signed, dated] = [body.lines(words.authority, inner), body.lines(labels.date, inner)]
  const middle = y + size.body * leading * 0.5 * (signed.length + 1)
  const authorityWidth = Math.max(...signed.map((line) => line.width))
  write('P', body, signed, (line) => right - line.width)
  write('P', body, dated, (line) => right - line.width)
  if (seal) drawSeal(document, root, seal, { x: right - Math.min(authorityWidth, sealSide) / 2 - sealSide / 2, y: Math.min(middle, height - page.bottom - sealSide / 2 + 10) - sealSide / 2 })

  const { count } = document.bufferedPageRange()
  const tiny = regular(size.tiny)
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index)
    const bottom = height - 76
    const foot = (text: string, line: number) => tiny.lines(text, inner).forEach((each) => tiny.draw(each, page.left + 58, bottom + line * 15))
    const footer = document.struct('Div', {}, [
      document.struct('Figure', { alt: labels.check }, () => drawCode(document, address, page.left, bottom - 2, 46)),
      document.struct('P', {}, () => foot(labels.code, 0)),
      document.struct('P', {}, () => foot(labels.check, 1)),
      document.struct('P', {}, () => foot(`第${index + 1}页　共${count}页`, 2)),
    ])
    root.add(footer)
  }
  root.end()
  return finish()
}
