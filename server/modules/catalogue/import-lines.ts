// Cuts a stream of bytes into numbered lines and makes text of each: UTF-8, else GB 18030; UTF-16 files by their byte order mark.
// Blank lines are counted, not returned; of an endless line only the beginning is held in memory.

/** The longest line read as a service; a real one has two to ten kilobytes. */
export const longestLine = 1024 * 1024
/** What is kept of a line that is longer still. */
export const longestKept = 16 * 1024 * 1024

/** A line as it is stored: the text itself, or its bytes in base64 when it is no plain UTF-8 (or holds a NUL, which PostgreSQL text cannot). */
export type RawLine = { raw: string; rawEncoding: 'utf-8' | 'base64' }

export type FileLine = RawLine & {
  number: number
  /** the text to read, or why there is none */
  text: { value: string; recoded: boolean } | 'line_too_long' | 'encoding_unreadable'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })

const decodeWith = (decoder: TextDecoder, bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const readLine = (number: number, bytes: Buffer, size: number): FileLine => {
  const plain = decodeWith(utf8, bytes)
  const stored: RawLine = plain === undefined || plain.includes('\0') ? { raw: bytes.toString('base64'), rawEncoding: 'base64' } : { raw: plain, rawEncoding: 'utf-8' }
  if (size > longestLine) return { number, ...stored, text: 'line_too_long' }
  if (plain !== undefined) return { number, ...stored, text: { value: plain, recoded: false } }
  const recoded = decodeWith(gb18030, bytes)
  return { number, ...stored, text: recoded === undefined ? 'encoding_unreadable' : { value: recoded, recoded: true } }
}

/** UTF-16 files, known by their first two bytes, become UTF-8; everything else passes unchanged. */
async function* asBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined
  let first = true
  for await (const chunk of chunks) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le')
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be')
    first = false
    yield decoder === undefined ? Buffer.from(chunk) : Buffer.from(decoder.decode(chunk, { stream: true }))
  }
}

const isBlank = (bytes: Buffer): boolean => /^[\s\ufeff]*$/.test(bytes.subarray(0, 4096).toString('utf8')) && bytes.length <= 4096

/** The lines of a file, numbered from 1, without their line ends. `onBlank` is called for each line that holds nothing. */
export async function* fileLines(chunks: AsyncIterable<Uint8Array>, onBlank: () => void): AsyncGenerator<FileLine> {
  let number = 0
  let pieces: Buffer[] = []
  let kept = 0
  let size = 0
  const add = (piece: Buffer) => {
    size += piece.length
    if (kept >= longestKept) return
    pieces.push(piece.subarray(0, longestKept - kept))
    kept += piece.length
  }
  const finish = (): FileLine | undefined => {
    const whole = Buffer.concat(pieces)
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole
    const line = isBlank(bytes) ? undefined : readLine(number, bytes, size)
    if (line === undefined) onBlank()
    pieces = []
    kept = 0
    size = 0
    return line
  }
  for await (const chunk of asBytes(chunks)) {
    let from = 0
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, end))
      from = end + 1
      number += 1
      const line = finish()
      if (line !== undefined) yield line
    }
    add(chunk.subarray(from))
  }
  if (size === 0) return
  number += 1
  const last = finish()
  if (last !== undefined) yield last
}
