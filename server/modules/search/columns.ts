// Numbers and texts of very many entries outside the heap of JavaScript, where they are small and cost the garbage collector nothing.
// Pure. A column grows as it is written; texts stand one behind the other in blocks.

type Numbers = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

/** The same numbers with room for at least `length`, half as much again when it has to grow. */
export const roomFor = <T extends Numbers>(column: T, length: number, make: (length: number) => T): T => {
  if (length <= column.length) return column
  const longer = make(Math.max(64, Math.ceil(length * 1.5)))
  longer.set(column)
  return longer
}

const blockSize = 4 * 2 ** 20

export type Texts16 = {
  /** the number of the text, from 0 */
  add: (text: string) => number
  get: (number: number) => string
  size: () => number
  /** for a file: bytes of all texts, and where each ends */
  bytes: () => { blocks: Buffer[]; ends: Float64Array }
}

/** Texts by number, two bytes a character. @param kept bytes and ends as `bytes` gave them */
export const createTexts = (kept?: { block: Buffer; ends: Float64Array }): Texts16 => {
  // The kept block may have any length; every later one is of `blockSize`, or of one longer text.
  const blocks: { start: number; used: number; bytes: Buffer }[] = kept ? [{ start: 0, used: kept.block.length, bytes: kept.block }] : []
  let ends = kept?.ends ?? new Float64Array(64)
  let count = kept?.ends.length ?? 0
  const blockAt = (position: number) => {
    let from = 0
    let to = blocks.length - 1
    while (from < to) {
      const middle = (from + to + 1) >>> 1
      if ((blocks[middle]?.start ?? 0) <= position) from = middle
      else to = middle - 1
    }
    return blocks[from]
  }
  return {
    add: (text) => {
      const length = text.length * 2
      let block = blocks.at(-1)
      if (!block || block.used + length > block.bytes.length) {
        block = { start: block ? block.start + block.used : 0, used: 0, bytes: Buffer.allocUnsafeSlow(Math.max(blockSize, length)) }
        blocks.push(block)
      }
      block.bytes.write(text, block.used, 'utf16le')
      block.used += length
      ends = roomFor(ends, count + 1, (size) => new Float64Array(size))
      ends[count] = block.start + block.used
      count += 1
      return count - 1
    },
    get: (number) => {
      const start = number === 0 ? 0 : (ends[number - 1] ?? 0)
      const end = ends[number] ?? start
      const block = blockAt(start)
      return block === undefined || end === start ? '' : block.bytes.toString('utf16le', start - block.start, end - block.start)
    },
    size: () => count,
    bytes: () => ({ blocks: blocks.map(({ bytes, used }) => bytes.subarray(0, used)), ends: ends.slice(0, count) }),
  }
}

/** Thirty-two bits of a text (FNV-1a). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Sixteen bits of a text: enough to know whether one of some dozens of words is there, wrong once in a thousand times. */
export const fingerprintOf = (text: string): number => {
  const hash = hashOf(text)
  return ((hash >>> 16) ^ hash) & 0xffff
}

/** For a file: slots of the table, two numbers each: hash, and number of the text plus one (0: free). */
export type TextTable = {
  /** the number last set for a text; -1 when none was */
  find: (text: string) => number
  set: (text: string, number: number) => void
  slots: () => Uint32Array
}

/** From texts to their numbers, in plain memory. @param textOf the text of a number that was set @param kept slots as `slots` gave them */
export const createTextTable = (textOf: (number: number) => string, kept?: Uint32Array): TextTable => {
  let slots = kept ?? new Uint32Array(256)
  let used = 0
  for (let at = 1; at < slots.length; at += 2) if (slots[at] !== 0) used += 1
  /** Where the text is, or the free slot where it belongs. */
  const slotOf = (hash: number, matches: (number: number) => boolean): number => {
    const mask = slots.length / 2 - 1
    let at = hash & mask
    for (;;) {
      const number = slots[at * 2 + 1] ?? 0
      if (number === 0 || (slots[at * 2] === hash && matches(number - 1))) return at * 2
      at = (at + 1) & mask
    }
  }
  const widen = (): void => {
    const before = slots
    slots = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 2) {
      const [hash = 0, number = 0] = [before[at], before[at + 1]]
      if (number !== 0) slots.set([hash, number], slotOf(hash, () => false))
    }
  }
  return {
    find: (text) => (slots[slotOf(hashOf(text), (number) => textOf(number) === text) + 1] ?? 0) - 1,
    set: (text, number) => {
      if (used * 3 > slots.length) widen()
      const hash = hashOf(text)
      const slot = slotOf(hash, (each) => textOf(each) === text)
      if (slots[slot + 1] === 0) used += 1
      slots[slot] = hash
      slots[slot + 1] = number + 1
    },
    slots: () => slots,
  }
}
