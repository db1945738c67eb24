// Letters for elders as one PDF: a list of all of them first, then each letter on a page of its own in large type, with the code by which anybody
// can check that it is genuine and the telephone of somebody who helps. Tagged for screen readers.
import { dayInWords } from '../../kernel/clock.ts'
import { drawCode, openPdf, penFor, type PdfLine, type PdfPen } from '../../kernel/pdf-writer.ts'
import { inGroups, periodInWords } from './letter.ts'

/** What one letter says. `phone` of who helps; `address` leads to the check. */
export type LetterContent = { name: string; policy: string; summary: string; amount: string; period: string; reasons: readonly string[]; authority: string; phone: string; code: string; address: string }

/** Points; the body is 18 points, larger than official documents, for elders. */
const page = { left: 72, right: 72, top: 80, bottom: 72 }
const size = { title: 26, body: 18, list: 12, code: 20 }
const leading = 1.7
const codeSide = 84

const paragraphsOf = ({ policy, summary, amount, period, reasons, authority, phone }: LetterContent): string[] => [
  `按登记的情况，“${policy}”这一项属于您，${period === 'once' ? '一次发' : `${periodInWords(period)}这一期发`} ${amount} 元。${summary}`,
  `为什么有您：${reasons.join('；')}。`,
  `怎么领：不用跑腿，也不用交材料。社区的人会上门找您，请准备好本人的银行卡。等不及的，打电话 ${phone}，或者请家里人陪您到${authority}。`,
  '不想领也没关系，跟上门的人说一声就行。',
  '请放心：领这笔钱不收任何费用，不会让您转账，也不会要银行卡密码。',
]

/** @param made day of the letters, YYYY-MM-DD, and the instant of the file */
export const lettersPdf = async (letters: readonly LetterContent[], made: { on: string; at: string }): Promise<Buffer> => {
  const cover = `信函清单　${dayInWords(made.on)}　共 ${letters.length} 封`
  const row = (one: LetterContent, at: number): string => `${at + 1}. ${one.name}　${one.policy}　${one.amount} 元　核对码 ${inGroups(one.code)}`
  const visit = '走访结果：□同意　□不领　□搬走　□不在家'
  const closing = '这封信是真的吗？扫左边的码，或者打 12345 报上核对码。'
  const { document, finish } = openPdf({ title: cover, subject: '惠民政策告知信', author: letters[0]?.authority ?? '', at: new Date(made.at) })
  const said = letters.flatMap((one) => [`${one.name}：您好！`, ...paragraphsOf(one), one.authority, `核对码 ${inGroups(one.code)}`])
  const [regular, bold] = await Promise.all([
    penFor(document, [...said, ...letters.map(row), visit, closing, dayInWords(made.on), '0123456789'], 400), penFor(document, [cover, ...letters.flatMap(({ policy, code }) => [`您有一项“${policy}”`, `核对码 ${inGroups(code)}`])], 700),
  ])
  const root = document.struct('Document')
  document.addStructure(root)
  let y = page.top
  const turn = (): void => {
    document.addPage()
    y = page.top
  }
  turn()
  const { width, height } = document.page
  const inner = width - page.left - page.right
  const write = (tag: string, pen: PdfPen, text: string, { indent = 0, end = false, room = inner }: { indent?: number; end?: boolean; room?: number } = {}): void => {
    const element = document.struct(tag)
    root.add(element)
    pen.lines(text, room, indent).forEach((line: PdfLine, index) => {
      if (y + pen.points * leading > height - page.bottom) turn()
      const [top, x] = [y, end ? width - page.right - line.width : page.left + (index === 0 ? indent : 0)]
      element.add(() => pen.draw(line, x, top))
      y += pen.points * leading
    })
    element.end()
  }

  write('H1', bold(size.code), cover)
  y += size.list
  letters.forEach((one, at) => {
    write('P', regular(size.list), row(one, at))
    write('P', regular(size.list), visit, { indent: size.list * 2 })
  })
  for (const one of letters) {
    turn()
    write('H1', bold(size.title), `您有一项“${one.policy}”`)
    y += size.body / 2
    write('P', regular(size.body), `${one.name}：您好！`)
    for (const text of paragraphsOf(one)) write('P', regular(size.body), text, { indent: size.body * 2 })
    y += size.body / 2
    write('P', regular(size.body), one.authority, { end: true })
    write('P', regular(size.body), dayInWords(made.on), { end: true })
    if (y + codeSide > height - page.bottom) turn()
    const top = Math.max(y + size.body / 2, height - page.bottom - codeSide)
    root.add(document.struct('Figure', { alt: closing }, () => drawCode(document, one.address, page.left, top, codeSide)))
    const beside = (tag: string, pen: PdfPen, text: string, at: number): void => {
      root.add(document.struct(tag, {}, () => pen.lines(text, inner - codeSide - 18).forEach((line, index) => pen.draw(line, page.left + codeSide + 18, at + index * pen.points * 1.4))))
    }
    beside('P', bold(size.code), `核对码 ${inGroups(one.code)}`, top + 6)
    beside('P', regular(size.list + 2), closing, top + 42)
  }
  root.end()
  return finish()
}
