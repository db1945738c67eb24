// The application as its applicant signed it, as a PDF: every line of the canonical form in the words that were shown, its digest, and the
// signature given at a window where there is one.
import { dayInWords, plainDate } from '../../kernel/clock.ts'
import { openPdf, penFor, type PdfPen } from '../../kernel/pdf-writer.ts'
import { drawSeal, sealSide, type SealMark } from '../seals/index.ts'
import type { Signature } from './confirmation.ts'
import type { SignedContent } from './signed-content.ts'

export type SignedCopy = { content: SignedContent; digest: string; number: string; name: string; submittedAt: string; strokes: Signature | null }

const page = { left: 79, right: 74, top: 90, bottom: 80 }
const declared = '声明'
const sources: Readonly<Record<string, string>> = { registry: '由数据共享取得', credential: '由电子证照取得', result: '本次办理产生', submitted: '沿用以前交过的', commitment: '以承诺代替', later: '约定补交', upload: '上传' }

export const signedPdf = async ({ content, digest, number, name, submittedAt, strokes }: SignedCopy, seal?: SealMark): Promise<Buffer> => {
  const at = new Date(submittedAt)
  const title = `${content.matter.name} 申请表`
  const { document, finish } = openPdf({ title: `${title} ${number}`, subject: title, author: name, at })
  const parts: { heading: string; lines: string[] }[] = [
    { heading: '申请办理', lines: content.services.map((each) => each.name) },
    { heading: '申请内容', lines: content.answers.map((each) => `${each.name}：${each.value}`) },
    { heading: '材料', lines: content.documents.flatMap((each) => [`${each.name}（${sources[each.how] ?? each.how}）`, ...each.digests.map((sum) => `　摘要 ${sum}`)]) },
    { heading: '同意查询', lines: content.consents.map((each) => `${each.name}：${each.granted ? '同意' : '不同意'}（${dayInWords(plainDate(new Date(each.at)))}）`) },
    { heading: '承诺', lines: content.commitments.map((each) => each.words) },
    { heading: declared, lines: [content.declaration] },
  ].filter(({ lines }) => lines.length > 0)
  const signed = { by: `申请人：${name}`, on: dayInWords(plainDate(at)), number: `办件编号：${number}`, digest: `签署内容摘要（SHA-256）${digest}` }
  const [regular, bold] = await Promise.all([penFor(document, [...parts.flatMap(({ lines }) => lines), ...Object.values(signed)], 400), penFor(document, [title, ...parts.map(({ heading }) => heading)], 700)])
  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  const { width, height } = document.page
  const inner = width - page.left - page.right
  let y = page.top
  const turn = (room: number): void => {
    if (y + room <= height - page.bottom) return
    document.addPage()
    y = page.top
  }
  const write = (tag: string, pen: PdfPen, text: string, after = 0): void => {
    const element = document.struct(tag)
    root.add(element)
    for (const line of pen.lines(text, inner)) {
      turn(pen.points * 1.7)
      const top = y
      element.add(() => pen.draw(line, page.left, top))
      y += pen.points * 1.7
    }
    element.end()
    y += after
  }
  write('H1', bold(18), title, 6)
  write('P', regular(10), signed.number, 8)
  const roomFor = (pen: PdfPen, text: string): number => pen.lines(text, inner).length * pen.points * 1.7
  // Nobody signs an empty page: what is declared stands above the signature.
  const closing = 40 + roomFor(regular(11), content.declaration) + roomFor(regular(9), signed.digest) + sealSide + 30
  for (const { heading, lines } of parts) {
    turn(heading === declared ? closing : 60)
    write('H2', bold(13), heading, 2)
    for (const line of lines) write('P', regular(11), line)
    y += 8
  }
  write('P', regular(9), signed.digest, 10)
  turn(sealSide + 20)
  const block = y
  write('P', regular(12), signed.by)
  if (strokes) {
    const [left, top] = [page.left + 60, y]
    root.add(document.struct('Figure', { alt: '申请人签名' }, () => {
      document.lineWidth(1.2).strokeColor('#000000')
      for (const points of strokes) {
        for (let index = 0; index + 1 < points.length; index += 2) {
          const [x, down] = [left + (points[index] ?? 0) * 0.15, top + (points[index + 1] ?? 0) * 0.15]
          if (index === 0) document.moveTo(x, down)
          else document.lineTo(x, down)
        }
        document.stroke()
      }
    }))
    y += 66
  }
  write('P', regular(12), signed.on)
  if (seal) drawSeal(document, root, seal, { x: width - page.right - sealSide, y: block })
  root.end()
  return finish()
}
