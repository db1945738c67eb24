// The SHA-256 of a file, read as a stream: what a backup says about each part of itself.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** In lower-case hex. */
export const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
