// Writing a document as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): lines of the platform's embedded font, broken as Chinese is,
// in a structure screen readers follow. The same words give the same bytes.
import PDFDocument from 'pdfkit'
import encodeQR from 'qr'
import { fontsFor, type FontRun, type Weight } from './pdf-fonts.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** What one line holds: each piece in the font of its slice; width in points. */
export type PdfLine = { runs: FontRun[]; width: number }

/** Writes in one size of one weight. */
export type PdfPen = {
  points: number
  lines: (text: string, width: number, indent?: number) => PdfLine[]
  draw: (line: PdfLine, x: number, y: number) => void
}

/** Letters that must not begin a line (GB/T 15834). */
const notFirst = new Set('，。、；：？！）》”’〕】…')

/** Words of Latin letters and numbers stay whole; between Chinese characters a line may break anywhere. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9@./:_#?=&%+-]+|./gu) ?? []

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

export type PdfInfo = { title: string; subject: string; author: string; at: Date; /** points; default A4 upright */ size?: readonly [number, number] }

/** An empty document without pages; `finish` gives its bytes once everything is drawn. */
export const openPdf = ({ title, subject, author, at, size }: PdfInfo): { document: PdfDocument; finish: () => Promise<Buffer> } => {
  const document = new PDFDocument({
    size: size ? [...size] : 'A4', autoFirstPage: false, bufferPages: true, compress: true, pdfVersion: '1.7', tagged: true, lang: 'zh-CN', displayTitle: true, subset: 'PDF/A-2a',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: { Title: inMetadata(title), Author: inMetadata(author), Subject: inMetadata(subject), Creator: 'Tongban', Producer: 'Tongban', CreationDate: at, ModDate: at },
  })
  document.appendXML(accessible)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject))
  return {
    document,
    finish: async () => {
      document.end()
      await done
      return Buffer.concat(chunks)
    },
  }
}

/** Registers the letters of these texts in a weight and gives pens of any size (points) to write them with. */
export const penFor = async (document: PdfDocument, texts: readonly string[], weight: Weight): Promise<(points: number) => PdfPen> => {
  const { fonts, runsOf } = await fontsFor(texts, weight)
  const nameOf = (slice: string) => `${slice} ${weight}`
  for (const [slice, font] of fonts) document.registerFont(nameOf(slice), font)
  return (points) => {
    const widthOf = ({ text, slice }: FontRun): number => document.font(nameOf(slice)).fontSize(points).widthOfString(text)
    return {
      points,
      lines: (text, width, indent = 0) => {
        const lines: { text: string; width: number }[] = [{ text: '', width: indent }]
        for (const piece of pieces(text)) {
          const wide = runsOf(piece).reduce((sum, run) => sum + widthOf(run), 0)
          const last = lines.at(-1)
          if (last && (last.width + wide <= width || (notFirst.has(piece) && last.text !== ''))) {
            last.text += piece
            last.width += wide
          } else lines.push({ text: piece, width: wide })
        }
        return lines.map((line) => ({ runs: runsOf(line.text), width: line.width }))
      },
      draw: ({ runs }, x, y) => {
        let at = x
        for (const run of runs) {
          document.font(nameOf(run.slice)).fontSize(points)
          document.text(run.text, at, y, { lineBreak: false })
          at += widthOf(run)
        }
      },
    }
  }
}

/** A QR code (ISO/IEC 18004, level M) of `side` points. */
export const drawCode = (document: PdfDocument, text: string, x: number, y: number, side: number): void => {
  // The quiet zone is left to the page around it.
  const data = encodeQR(text, 'raw', { border: 1, ecc: 'medium' }).slice(1, -1).map((row) => row.slice(1, -1))
  const step = side / data.length
  document.fillColor('#000000')
  data.forEach((row, down) => row.forEach((dark, across) => {
    if (dark) document.rect(x + across * step, y + down * step, step + 0.05, step + 0.05)
  }))
  document.fill()
}
