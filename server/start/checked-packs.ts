// Remembers that packs were found sound, so that a later start the same day need not check every rule of them again: reading them is
// enough. Anything that changes in a pack file or in the code that checks them, and every new day, makes the next start check.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What decides whether a pack is sound. */
const code = ['server/kernel', 'server/modules/catalogue', 'server/modules/planning', 'package-lock.json'].map((path) => join(root, path))

const describeFiles = (path: string): string[] => {
  const stats = statSync(path)
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${stats.mtimeMs}`]
  return readdirSync(path).filter((name) => name !== 'node_modules').sort().flatMap((name) => describeFiles(join(path, name)))
}

export type CheckedPacks = { known: boolean; remember: () => void }

/** @param folder of the packs @param on the day they are checked for, YYYY-MM-DD @param memory folder of what is remembered */
export const findCheckedPacks = (folder: string, on: string, memory = join(root, 'node_modules/.cache')): CheckedPacks => {
  try {
    const file = join(memory, `tongban-packs-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
    const digest = createHash('sha256').update([on, ...[folder, ...code].flatMap(describeFiles)].join('\n')).digest('hex')
    const remember = () => {
      try {
        mkdirSync(memory, { recursive: true })
        writeFileSync(file, digest)
      } catch {
        // Not ours to write: the next start checks again.
      }
    }
    return { known: readOrEmpty(file) === digest, remember }
  } catch {
    return { known: false, remember: () => {} } // A folder that cannot be read is the reader's to report.
  }
}

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
