// What a phone without network shows: an SD-JWT with chosen disclosures and key binding, made small enough for one QR code.
// The parts are put together as bytes, deflated (RFC 1951) and written in Base45 (RFC 9285), which QR codes hold densely. Pure; browser and server.

const prefix = 'TB1:'
/** Alphanumeric characters in the largest QR code of the lowest error correction (ISO/IEC 18004, 40-L). */
export const longestOfflineCode = 4296
/** Bytes it may unfold to: twice what fits. */
const largest = 8192
const mostParts = 60

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export const isOfflineCode = (text: string): boolean => text.startsWith(prefix)

/** A presentation `<jwt>~<disclosure>~…~<key-binding jwt>` as the text of a QR code. */
export const toOfflineCode = async (presentation: string): Promise<string> => {
  const parts = presentation.split('~').map((part) => part.split('.').map(bytesOf))
  const flat = parts.flat()
  const bytes = new Uint8Array(1 + flat.reduce((sum, { length }) => sum + 2 + length, 0))
  bytes[0] = parts.length
  let at = 1
  for (const part of flat) {
    bytes.set([part.length >> 8, part.length & 255], at)
    bytes.set(part, at + 2)
    at += 2 + part.length
  }
  return prefix + toBase45(await through(bytes, new CompressionStream('deflate-raw'), largest))
}

/** What `toOfflineCode` was given; undefined for anything that is no such code, or one that unfolds to more than a code can hold. */
export const fromOfflineCode = async (code: string): Promise<string | undefined> => {
  if (!isOfflineCode(code) || code.length > longestOfflineCode) return undefined
  const packed = fromBase45(code.slice(prefix.length))
  try {
    return packed && unfold(await through(packed, new DecompressionStream('deflate-raw'), largest))
  } catch {
    return undefined
  }
}

const unfold = (bytes: Uint8Array): string | undefined => {
  const count = bytes[0] ?? 0
  if (count < 2 || count > mostParts) return undefined
  const fields: string[] = []
  for (let at = 1; at < bytes.length; ) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (at + 2 + length > bytes.length) return undefined
    fields.push(base64urlOf(bytes.subarray(at + 2, at + 2 + length)))
    at += 2 + length
  }
  // First and last part are JWTs of three fields, the disclosures between them have one.
  if (fields.length !== count + 4) return undefined
  return [fields.slice(0, 3).join('.'), ...fields.slice(3, -3), fields.slice(-3).join('.')].join('~')
}

const through = async (bytes: Uint8Array<ArrayBuffer>, way: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const reader = new Blob([bytes]).stream().pipeThrough(way).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new RangeError('unfolds to more than a code can hold')
    }
    chunks.push(value)
  }
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const base64urlOf = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const toBase45 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]]
    const value = second === undefined ? first : first * 256 + second
    text += letter(value % 45) + letter(Math.floor(value / 45) % 45) + (second === undefined ? '' : letter(Math.floor(value / 2025)))
  }
  return text
}

const letter = (value: number): string => alphabet.charAt(value)

const fromBase45 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const values = Array.from(text.slice(at, at + 3), (each) => alphabet.indexOf(each))
    const value = values.reduce((sum, each, place) => sum + each * 45 ** place, 0)
    if (values.includes(-1) || value > (values.length === 3 ? 65_535 : 255)) return undefined
    bytes.push(...(values.length === 3 ? [value >> 8, value & 255] : [value]))
  }
  return Uint8Array.from(bytes)
}
