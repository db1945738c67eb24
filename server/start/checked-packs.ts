// Remembers what an earlier start found out about the packs. That they are sound: a later start the same day need not check every rule of them
// again. What their files say: those that are still the same need not be parsed. Anything that changes in a file, or in the code that reads and
// checks them, is read and checked anew; so is everything where nothing can be remembered.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listReadings, recallReadings, type Reading } from '../modules/catalogue/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What decides how a pack is read and whether it is sound. */
const code = ['server/kernel', 'server/modules/catalogue', 'server/modules/planning', 'package-lock.json'].map((path) => join(root, path))

const describeFiles = (path: string): string[] => {
  const stats = statSync(path)
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${stats.mtimeMs}`]
  return readdirSync(path).filter((name) => name !== 'node_modules').sort().flatMap((name) => describeFiles(join(path, name)))
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** `known`: found sound as they are. `recall` makes their files known to the reader, before they are read; `remember` is for packs just read and found sound. */
export type CheckedPacks = { known: boolean; recall: () => void; remember: () => void }

/** @param folder of the packs @param on the day they are checked for, YYYY-MM-DD @param memory folder of what is remembered */
export const findCheckedPacks = (folder: string, on: string, memory = join(root, 'node_modules/.cache')): CheckedPacks => {
  try {
    const place = join(memory, `tongban-packs-${digestOf(folder).slice(0, 12)}`)
    const readers = digestOf(code.flatMap(describeFiles).join('\n'))
    const checked = digestOf([on, readers, ...describeFiles(folder)].join('\n'))
    const readings = readingsAt(`${place}-read`, readers)
    const known = readings !== undefined && readOrEmpty(place) === checked
    return {
      known,
      recall: () => recallReadings(readings ?? []),
      remember: () => {
        recallReadings([]) // The reader has what it needed; the rest would only take memory.
        if (known) return
        try {
          mkdirSync(memory, { recursive: true })
          write(`${place}-read`, sealed(readers, JSON.stringify(listReadings())))
          write(place, checked)
        } catch {
          // Not ours to write: the next start checks again.
        }
      },
    }
  } catch {
    return { known: false, recall: () => {}, remember: () => {} } // A folder that cannot be read is the reader's to report.
  }
}

/** Its digest, which also names the code that made it, on a line of its own before it. */
const sealed = (readers: string, content: string): string => `${digestOf(`${readers}\n${content}`)}\n${content}`

/** Undefined when there are none, when other code made them, and when the file is damaged. */
const readingsAt = (file: string, readers: string): readonly Reading[] | undefined => {
  const text = readOrEmpty(file)
  const content = text.slice(text.indexOf('\n') + 1)
  return text !== '' && text === sealed(readers, content) ? (JSON.parse(content) as Reading[]) : undefined // written by this very code
}

/** Another start may read at the same time: it finds the former content or this, never half of it. */
const write = (file: string, content: string): void => {
  const fresh = `${file}-${process.pid}`
  writeFileSync(fresh, content)
  renameSync(fresh, file)
}

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
