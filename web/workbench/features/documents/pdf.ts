// Opens PDF with pdf.js, which draws and never runs anything: no scripts, no forms, no code made from the file.
// Its worker, character maps for Chinese and the standard fonts come from us and only when a PDF needs them.
import type { PDFDocumentProxy } from 'pdfjs-dist'

const parts = import.meta.glob<string>(
  ['/../node_modules/pdfjs-dist/cmaps/*GB*.bcmap', '/../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'],
  { query: '?url', import: 'default', eager: true },
)

/** Hands pdf.js the data it asks for by file name. */
class PackedData {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = Object.entries(parts).find(([path]) => path.endsWith(`/${filename}`))?.[1]
    if (!address) throw new Error(`no ${filename}`)
    return new Uint8Array(await (await fetch(address)).arrayBuffer())
  }
}

/** The bytes of a document, asked for once, so that opening it is recorded once. */
export async function openPdf(address: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const [pdfjs, { default: workerSrc }, bytes] = await Promise.all([
    import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
    fetch(address, { signal }).then((reply) => (reply.ok ? reply.arrayBuffer() : Promise.reject(new Error(String(reply.status))))),
  ])
  pdfjs.GlobalWorkerOptions.workerSrc = workerSrc
  return pdfjs.getDocument({ data: new Uint8Array(bytes), enableXfa: false, useSystemFonts: true, useWorkerFetch: false, BinaryDataFactory: PackedData, cMapUrl: 'packed/', standardFontDataUrl: 'packed/' }).promise
}
