// Reads the QR code in a picture or in a frame of a camera; the decoder is loaded when the first one is wanted.
// undefined: there is none to be read.
import type { decodeQR } from 'qr/decode.js'

type Decode = typeof decodeQR

/** Longer sides are made smaller: codes need no more, and phones take pictures of fifty megapixels. */
const longestSide = 1600

export const loadDecoder = async (): Promise<Decode> => (await import('qr/decode.js')).decodeQR

export function textInFrame(decode: Decode, canvas: HTMLCanvasElement, source: CanvasImageSource, width: number, height: number): string | undefined {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen || canvas.width === 0) return undefined
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  try {
    return decode(pen.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    return undefined
  }
}

export async function textInPicture(file: Blob): Promise<string | undefined> {
  const [decode, picture] = await Promise.all([loadDecoder(), createImageBitmap(file).catch(() => undefined)])
  if (!picture) return undefined
  try {
    return textInFrame(decode, document.createElement('canvas'), picture, picture.width, picture.height)
  } finally {
    picture.close()
  }
}
