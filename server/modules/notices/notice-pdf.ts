// A notice as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): A4, tagged (title, paragraphs, footer), with the platform's font embedded
// so that the words can be read, selected and searched anywhere. The same notice gives the same bytes. Room for the seal is left blank.
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { fontsFor, type FontRun, type Weight } from './notice-fonts.ts'
import { dayInWords, type Notice } from './notice.ts'

/** Points; A4 with the margins of official documents, 28 mm left and 26 mm right. */
const page = { left: 79, right: 74, top: 105, bottom: 90 }
const size = { title: 22, body: 14, small: 10.5, tiny: 9 }
const leading = 1.75

type Document = InstanceType<typeof PDFDocument>

/** What one line holds: each piece in the font of its slice. */
type Line = { runs: FontRun[]; width: number }

/** Letters that must not begin a line (GB/T 15834). */
const notFirst = new Set('，。、；：？！）》”’〕】…')

type Writer = {
  widthOf: (run: FontRun) => number
  runsOf: (text: string) => FontRun[]
  nameOf: (slice: string) => string
}

/** Words of Latin letters and numbers stay whole; between Chinese characters a line may break anywhere. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9@./:_#?=&%+-]+|./gu) ?? []

const breakLines = (text: string, width: number, indent: number, writer: Writer): Line[] => {
  const lines: { text: string; width: number }[] = [{ text: '', width: indent }]
  for (const piece of pieces(text)) {
    const wide = writer.runsOf(piece).reduce((sum, run) => sum + writer.widthOf(run), 0)
    const last = lines.at(-1)
    if (last && (last.width + wide <= width || (notFirst.has(piece) && last.text !== ''))) {
      last.text += piece
      last.width += wide
    } else lines.push({ text: piece, width: wide })
  }
  return lines.map((line) => ({ runs: writer.runsOf(line.text), width: line.width }))
}

const drawRuns = (document: Document, runs: readonly FontRun[], x: number, y: number, points: number, writer: Writer): void => {
  let at = x
  for (const run of runs) {
    document.font(writer.nameOf(run.slice)).fontSize(points)
    document.text(run.text, at, y, { lineBreak: false })
    at += writer.widthOf(run)
  }
}

/** Registers the letters of a weight and says how to measure and write with them. */
const writerFor = async (document: Document, texts: readonly string[], weight: Weight): Promise<(points: number) => Writer> => {
  const { fonts, runsOf } = await fontsFor(texts, weight)
  const nameOf = (slice: string) => `${slice} ${weight}`
  for (const [slice, font] of fonts) document.registerFont(nameOf(slice), font)
  return (points) => ({ runsOf, nameOf, widthOf: ({ text, slice }) => document.font(nameOf(slice)).fontSize(points).widthOfString(text) })
}

const drawCode = (document: Document, text: string, x: number, y: number, side: number): void => {
  const { data, size: modules } = encode(text, { border: 0, ecc: 'M' })
  const step = side / modules
  document.fillColor('#000000')
  data.forEach((row, down) => row.forEach((dark, across) => {
    if (dark) document.rect(x + across * step, y + down * step, step + 0.05, step + 0.05)
  }))
  document.fill()
}

/** Says that it is also PDF/UA-1, in a schema PDF/A wants described (ISO 14289-1 clause 5, ISO 19005-2 clause 6.6.2.3). */
const accessible = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
          <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
          </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>`

/** The writer puts these words into XML as they are. */
const inMetadata = (text: string): string => text.replaceAll('&', '＆').replaceAll('<', '＜')

/** @param publicUrl where the document can be checked, e.g. https://service.example.org */
export const noticePdf = async (notice: Notice & { number: string }, publicUrl: string): Promise<Buffer> => {
  const { words, number, code } = notice
  const at = new Date(notice.issuedAt)
  const title = words.name['zh-CN']
  const document = new PDFDocument({
    size: 'A4', autoFirstPage: false, bufferPages: true, compress: true, pdfVersion: '1.7', tagged: true, lang: 'zh-CN', displayTitle: true, subset: 'PDF/A-2a',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: { Title: inMetadata(`${title} ${number}`), Author: inMetadata(words.authority), Subject: inMetadata(title), Creator: 'Tongban', Producer: 'Tongban', CreationDate: at, ModDate: at },
  })
  document.appendXML(accessible)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject))

  const address = `${publicUrl}/check/${code}`
  const labels = { number: `编号：${number}`, to: `${words.to}：`, basis: `依据：${words.legalBasis.join('；')}`, code: `验证码 ${code}`, check: '扫码或登录网站输入验证码，可以核对本文书的真伪。', date: dayInWords(words.date) }
  const paragraphs = [...words.paragraphs, ...words.remedies]
  const [regular, bold] = await Promise.all([
    writerFor(document, [...Object.values(labels), ...paragraphs, words.authority, address, '第页　共0123456789'], 400),
    writerFor(document, [title], 700),
  ])

  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  const { width, height } = document.page
  const inner = width - page.left - page.right
  let y = page.top

  const draw = (tag: string, lines: readonly Line[], points: number, writer: Writer, xOf: (line: Line, index: number) => number, spacing = leading): void => {
    const step = points * spacing
    const element = document.struct(tag)
    root.add(element)
    lines.forEach((line, index) => {
      if (y + step > height - page.bottom) {
        document.addPage()
        y = page.top
      }
      const top = y
      element.add(() => drawRuns(document, line.runs, xOf(line, index), top, points, writer))
      y += step
    })
    element.end()
  }

  const [heading, body, small] = [bold(size.title), regular(size.body), regular(size.small)]
  draw('H1', breakLines(title, inner, 0, heading), size.title, heading, (line) => page.left + (inner - line.width) / 2)
  y += 4
  draw('P', breakLines(labels.number, inner, 0, small), size.small, small, (line) => page.left + inner - line.width)
  y += 18
  draw('P', breakLines(labels.to, inner, 0, body), size.body, body, () => page.left)
  const indent = size.body * 2
  const paragraph = (text: string) => draw('P', breakLines(text, inner, indent, body), size.body, body, (_, index) => page.left + (index === 0 ? indent : 0))
  paragraphs.forEach(paragraph)
  draw('P', breakLines(labels.basis, inner, 0, small), size.small, small, () => page.left, 1.6)

  // Authority, seal and date stay together.
  if (y + 120 > height - page.bottom) {
    document.addPage()
    y = page.top
  }
  y += 54
  const right = page.left + inner - 24
  draw('P', breakLines(words.authority, inner, 0, body), size.body, body, (line) => right - line.width)
  draw('P', breakLines(labels.date, inner, 0, body), size.body, body, (line) => right - line.width)

  const { count } = document.bufferedPageRange()
  const tiny = regular(size.tiny)
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index)
    const bottom = height - 76
    const foot = (text: string, line: number) => drawRuns(document, tiny.runsOf(text), page.left + 58, bottom + line * 15, size.tiny, tiny)
    const footer = document.struct('Div', {}, [
      document.struct('Figure', { alt: labels.check }, () => drawCode(document, address, page.left, bottom - 2, 46)),
      document.struct('P', {}, () => foot(labels.code, 0)),
      document.struct('P', {}, () => foot(labels.check, 1)),
      document.struct('P', {}, () => foot(`第${index + 1}页　共${count}页`, 2)),
    ])
    root.add(footer)
  }
  root.end()
  document.end()
  await done
  return Buffer.concat(chunks)
}
