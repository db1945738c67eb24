// A sketch of a text by which almost equal texts are recognised: min-wise hashing of runs of four characters. Pure.
// Method: Broder, On the resemblance and containment of documents (1997); bands as in Indyk and Motwani (1998).

/** `values`: equal in as large a share as the texts are alike (Jaccard). `bands`: texts alike enough share at least one. */
export type Sketch = { values: number[]; bands: string[] }

const bandCount = 8
const perBand = 3
const runLength = 4

/** Characters a text needs; 路灯坏了 is what many people say by themselves. */
export const shortest = 30
/** From this share of equal values on, one text was copied from the other. */
export const copied = 0.75

const seeds = Array.from({ length: bandCount * perBand }, (_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 0)

/** Letters only: copied texts differ in punctuation, dates and telephone numbers. */
const lettersOf = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}]/gu, '')

/** FNV-1a over UTF-16 units. */
const hashOf = (run: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < run.length; at += 1) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Another hash for each seed (the finisher of MurmurHash3). */
const mixed = (hash: number, seed: number): number => {
  let value = hash ^ seed
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) | 0
}

export const bandsOf = (values: readonly number[]): string[] =>
  Array.from({ length: bandCount }, (_, band) => `${band}:${values.slice(band * perBand, (band + 1) * perBand).map((value) => (value >>> 0).toString(36)).join('.')}`)

/** Undefined for a text too short to tell. */
export const sketchOf = (text: string): Sketch | undefined => {
  const letters = lettersOf(text)
  if (letters.length < shortest) return undefined
  const values = seeds.map(() => 0x7fffffff)
  for (let at = 0; at + runLength <= letters.length; at += 1) {
    const hash = hashOf(letters.slice(at, at + runLength))
    for (const [index, seed] of seeds.entries()) values[index] = Math.min(values[index] ?? 0, mixed(hash, seed))
  }
  return { values, bands: bandsOf(values) }
}

/** How alike two texts are, 0 to 1. @param one, other values of sketches */
export const likeness = (one: readonly number[], other: readonly number[]): number =>
  one.length === 0 || one.length !== other.length ? 0 : one.filter((value, index) => value === other[index]).length / one.length
