// The word vectors this project ships, read when the first index is filled and once per process. Without them search goes by words alone.
import { readFileSync } from 'node:fs'
import { createWordVectors, decodeVectors, type WordVectors } from './word-vectors.ts'

const shipped = new URL('word-vectors.bin', import.meta.url)

/** @param warn is told why a file cannot be used; then there are no vectors */
export const readVectors = (file: URL | string, warn: (error: unknown) => void): WordVectors | undefined => {
  try {
    return createWordVectors(decodeVectors(readFileSync(file)))
  } catch (error) {
    warn(error)
    return undefined
  }
}

let read: { vectors: WordVectors | undefined } | undefined

/** The shipped vectors; @param warn is told once per process when they cannot be used */
export const shippedVectors = (warn: (error: unknown) => void): WordVectors | undefined => {
  read ??= { vectors: readVectors(shipped, warn) }
  return read.vectors
}
