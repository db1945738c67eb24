// The signature field of a PDF (ISO 32000-1, 12.7.4.5) with the seal as its appearance, drawn with room for a signature that is made when
// every other byte is known, and the way back: what a signature covers. Tagged, so that screen readers name it. Pure.
import type { PdfDocument } from '../../kernel/pdf-writer.ts'
import { sealOperators, sealSide, type SealPicture } from './seal-picture.ts'

/** The seal of a document about to be drawn; `at` is the time the signature states. */
export type SealMark = { authority: string; picture: SealPicture; at: Date; reason: string }

/** Bytes kept free for the signature, with certificates and timestamp. */
const room = 16 * 1024
const unknown = 9_999_999_999
const opening = `/ByteRange [0 ${unknown} ${unknown} ${unknown}]`

/** What pdfkit keeps of a document; its types do not tell. */
type Inside = { _root: { data: Record<string, unknown> }; page: { annotations: unknown[] } }

/** @param root the structure element it belongs to @param at its upper left corner, in points from the upper left of the page */
export const drawSeal = (document: PdfDocument, root: PDFKit.PDFStructureElement, mark: SealMark, at: { x: number; y: number }): void => {
  const inside = document as PdfDocument & Inside
  const picture = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, sealSide, sealSide], Resources: {} })
  picture.write(sealOperators(mark.picture))
  picture.end(undefined)
  const signature = document.ref({
    Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached', ByteRange: [0, unknown, unknown, unknown], Contents: new Uint8Array(room),
    M: mark.at, Name: new String(mark.authority), Reason: new String(mark.reason),
  })
  signature.end(undefined)
  const name = `${mark.authority}电子印章`
  const form = document.struct('Form', { alt: name })
  root.add(form)
  // Printed, and not to be moved about.
  const field = { Subtype: 'Widget', FT: 'Sig', T: new String('seal'), TU: new String(name), F: 4 + 128, V: signature, AP: { N: picture }, structParent: form }
  document.annotate(at.x, at.y, sealSide, sealSide, field as PDFKit.Mixins.AnnotationOption)
  form.end()
  inside._root.data['AcroForm'] = { Fields: [inside.page.annotations.at(-1)], SigFlags: 3 }
  // Forms of pdfkit come with fonts and fields of text; this one has neither, and lies in the catalogue itself.
  document.endAcroForm = () => document
}

/** Whether a seal was drawn here and nobody has signed yet. */
export const awaitsSignature = (pdf: Buffer): boolean => pdf.includes(opening)

/**
 * Signs a document drawn with `drawSeal`.
 * @param sign makes the signature (CMS, DER) over the bytes given
 * @throws Error when there is no room for one, or it does not fit
 */
export const withSignature = async (pdf: Buffer, sign: (covered: Buffer) => Promise<Buffer>): Promise<Buffer> => {
  const range = pdf.indexOf(opening)
  const contents = pdf.indexOf('/Contents <', range) + '/Contents '.length
  if (range < 0 || contents < range || pdf[contents + 1 + room * 2] !== '>'.charCodeAt(0)) throw new Error('the document has no room for a signature')
  const after = contents + room * 2 + 2
  const signed = Buffer.from(pdf)
  signed.write(`/ByteRange [0 ${contents} ${after} ${pdf.length - after}]`.padEnd(opening.length), range, 'latin1')
  const signature = await sign(Buffer.concat([signed.subarray(0, contents), signed.subarray(after)]))
  if (signature.length > room) throw new Error(`the signature has ${signature.length} bytes, and there is room for ${room}`)
  signed.write(signature.toString('hex'), contents + 1, 'latin1')
  return signed
}

export type SignedBytes = { covered: Buffer; signature: Buffer; statedAt: string | undefined }

/**
 * What the one signature of a document covers. `'none'`: it has none; `'broken'`: not everything outside the signature itself is covered,
 * such as after something was added at the end, or there are several.
 */
export const signedBytesOf = (pdf: Buffer): SignedBytes | 'none' | 'broken' => {
  const text = pdf.toString('latin1')
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)]
  const [range, second] = ranges
  if (!range) return /\/ByteRange|\/SubFilter/.test(text) ? 'broken' : 'none'
  const [start = 0, before = 0, after = 0, rest = 0] = range.slice(1).map(Number)
  const hex = text.slice(before + 1, after - 1)
  const encloses = start === 0 && before < after && after + rest === pdf.length && text[before] === '<' && text[after - 1] === '>'
  if (second || !encloses || range.index > before || hex === '' || hex.length % 2 === 1 || /[^0-9a-f]/i.test(hex)) return 'broken'
  return { covered: Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]), signature: trimmed(Buffer.from(hex, 'hex')), statedAt: statedAt(text.slice(before > 4000 ? before - 4000 : 0, before) + text.slice(after, after + 2000)) }
}

/** DER says how long it is; what follows is the room left over, which must be empty. */
const trimmed = (bytes: Buffer): Buffer => {
  const first = bytes[1] ?? 0
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  if (lengthBytes > 4 || bytes.length < 2 + lengthBytes) return Buffer.alloc(0)
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes)
  const end = 2 + lengthBytes + length
  return bytes.subarray(end).some((byte) => byte !== 0) ? Buffer.alloc(0) : bytes.subarray(0, end)
}

const statedAt = (text: string): string | undefined => {
  const [, year, month, day, hour, minute, second] = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(text) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}
