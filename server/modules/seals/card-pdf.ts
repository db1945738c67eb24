// An e-licence on paper: A4 with its card as the type's layout has it, everything it says below, the seal of its authority, and where the
// file is checked. Sealed, so that the file can be shown and sent; whether it still holds, only its holder's code tells.
import { dayInWords } from '../../kernel/clock.ts'
import { drawCode, openPdf, penFor, type PdfPen } from '../../kernel/pdf-writer.ts'
import type { App } from '../../module.ts'
import { drawSeal, type SealMark } from './pdf-field.ts'
import { sealSide } from './seal-picture.ts'
import { findSealMark, signPdf, type SealOwner } from './sealing.ts'

/** `fields` in the order they are told; `shown` says where one stands on the card. Days are 'YYYY-MM-DD'. */
export type CardContent = {
  id: string; title: string; number: string; issuer: SealOwner; issuedOn: string; validUntil: string | null
  fields: readonly { label: string; value: string; shown?: 'title' | 'main' | 'side' | 'foot' }[]
  colours: { ink: string; from: string; to: string }
}

const page = { left: 79, right: 74, top: 90 }
const card = { width: 340, height: 214, padding: 20 }

const drawCard = async (content: CardContent, publicUrl: string, at: Date, seal?: SealMark): Promise<Buffer> => {
  const { title, number, issuer, fields, colours } = content
  const { document, finish } = openPdf({ title: `${title} ${number}`, subject: title, author: issuer.name, at })
  const until = content.validUntil === null ? '长期' : dayInWords(content.validUntil)
  const rows = [...fields, { label: '证照编号', value: number }, { label: '有效期至', value: until }]
  const words = { issued: dayInWords(content.issuedOn), check: '打开网站的“核对文书”页，拖入这份 PDF，可以核对它有没有被改过。现在是否有效，以持证人出示的亮码为准。' }
  const [regular, bold] = await Promise.all([
    penFor(document, [title, issuer.name, ...Object.values(words), ...rows.flatMap(({ label, value }) => [label, value]), '：'], 400),
    penFor(document, [title, ...fields.map(({ value }) => value)], 700),
  ])
  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  const { width, height } = document.page
  const inner = width - page.left - page.right
  const write = (tag: string, pen: PdfPen, text: string, x: number, y: number, room: number): number => {
    const lines = pen.lines(text, room)
    const element = document.struct(tag)
    root.add(element)
    lines.forEach((line, index) => element.add(() => pen.draw(line, x, y + index * pen.points * 1.5)))
    element.end()
    return lines.length * pen.points * 1.5
  }

  const left = (width - card.width) / 2
  document.markContent('Artifact', { type: 'Layout' })
  document.roundedRect(left, page.top, card.width, card.height, 14).fill(colours.from)
  document.rect(left, page.top + card.height - 46, card.width, 26).fill(colours.to)
  document.roundedRect(left, page.top, card.width, card.height, 14).lineWidth(0.8).stroke(colours.to)
  document.endMarkedContent()
  document.fillColor(colours.ink)
  const at2 = left + card.padding
  const room = card.width - card.padding * 2
  let y = page.top + card.padding
  y += write('H1', bold(16), title, at2, y, room) + 8
  for (const { value } of fields.filter(({ shown }) => shown === 'title')) y += write('P', bold(18), value, at2, y, room)
  const main = fields.filter(({ shown }) => shown === 'main' || shown === 'side').slice(0, 6).map(({ label, value }) => `${label}：${value}`)
  const pairs = Array.from({ length: Math.ceil(main.length / 2) }, (_, row) => main.slice(row * 2, row * 2 + 2))
  const heightIn = (pen: PdfPen, pair: readonly string[]): number => Math.max(...pair.map((text) => pen.lines(text, room / 2 - 6).length)) * pen.points * 1.5 + 5
  const free = page.top + card.height - 46 - y
  const small = [10, 9, 8, 7].map(regular).find((pen) => pairs.reduce((sum, pair) => sum + heightIn(pen, pair), 0) <= free) ?? regular(6)
  y += 4
  for (const pair of pairs) {
    pair.forEach((text, column) => write('P', small, text, at2 + column * (room / 2), y, room / 2 - 6))
    y += heightIn(small, pair)
  }
  write('P', regular(11), number, at2, page.top + card.height - 42, room)
  document.fillColor('#000000')

  y = page.top + card.height + 36
  const [label, value] = [regular(11), regular(12)]
  const turn = (needed: number): void => {
    if (y + needed <= height - page.top) return
    document.addPage()
    y = page.top
  }
  for (const row of rows) {
    turn(value.lines(row.value, inner - 120).length * value.points * 1.5)
    write('P', label, `${row.label}：`, page.left, y, 120)
    y += Math.max(22, write('P', value, row.value, page.left + 120, y - 1, inner - 120) + 6)
  }
  turn(160)
  y = Math.max(y + 40, height - 250)
  const right = page.left + inner - 24
  const signing = regular(13)
  const [authority, dated] = [signing.lines(issuer.name, inner), signing.lines(words.issued, inner)]
  for (const line of [...authority, ...dated]) {
    const top = y
    root.add(document.struct('P', {}, () => signing.draw(line, right - line.width, top)))
    y += 22
  }
  if (seal) drawSeal(document, root, seal, { x: right - sealSide + 6, y: y - 22 - sealSide / 2 })
  const bottom = height - 80
  root.add(document.struct('Div', {}, [
    document.struct('Figure', { alt: words.check }, () => drawCode(document, `${publicUrl}/check`, page.left, bottom, 46)),
    document.struct('P', {}, () => regular(9).lines(words.check, inner - 70).forEach((line, index) => regular(9).draw(line, page.left + 58, bottom + 8 + index * 15))),
  ]))
  root.end()
  return finish()
}

/** @throws Refusal seal_unusable, unavailable; without a seal of the authority in production the room for it stays blank */
export const credentialPdf = async (app: App, content: CardContent): Promise<Buffer> => {
  const seal = await findSealMark(app, content.issuer, `${content.title} ${content.number}`)
  const drawn = await drawCard(content, app.config.publicUrl, app.clock.now(), seal)
  return seal ? signPdf(app, content.issuer, drawn, { purpose: 'credential', subject: content.id }) : drawn
}
