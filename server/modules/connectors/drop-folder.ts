// Looks into a folder where a department puts its files. Only whole files count: one that is still being written is not looked at.
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CsvDefinition } from './connector-definition.ts'
import { fitsName, readMarker, type Marker } from './load.ts'

export type DroppedFile = { name: string; path: string; bytes: number; changedAt: Date; marker: Marker }

/** Milliseconds a renamed file must have been left alone. */
const quietMs = 10_000

/** Its size and time, when it is a file and no link to one. */
export const statOf = async (path: string): Promise<{ bytes: number; changedAt: Date } | undefined> => {
  const stat = await lstat(path).catch(() => undefined)
  return stat?.isFile() ? { bytes: stat.size, changedAt: stat.mtime } : undefined
}

/** The last by name of the files that are ready. @throws Error with a sentence when the folder or a marker cannot be read */
export const findDroppedFile = async (folder: string, { files, ready }: Pick<CsvDefinition, 'files' | 'ready'>, now: Date): Promise<DroppedFile | undefined> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the folder ${folder} cannot be read (${error.code ?? 'unknown'})`)
  })
  for (const name of names.filter((each) => fitsName(files, each)).toSorted().reverse()) {
    const path = join(folder, name)
    const stat = await statOf(path)
    if (!stat) continue
    if (ready === 'rename') {
      if (now.getTime() - stat.changedAt.getTime() >= quietMs) return { name, path, ...stat, marker: {} }
      continue
    }
    if (!names.includes(`${name}.done`)) continue
    const marker = readMarker(await readFile(`${path}.done`, 'utf8'))
    if (!marker) throw new Error(`${name}.done may hold rows=… and sha256=…, one a line, and nothing else`)
    return { name, path, ...stat, marker }
  }
  return undefined
}
