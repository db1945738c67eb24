// Which snapshot of the population there is: files by name, size and time; of a database nothing tells, so a day is one snapshot.
import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export const isDatabase = (place: string): boolean => /^postgres(ql)?:/.test(place)

const tables = /\.(?:parquet|csv)$/

const filesOf = async (place: string): Promise<string[]> => {
  const found = await stat(place).catch(() => undefined)
  if (!found) return []
  return found.isFile() ? [place] : (await readdir(place)).filter((name) => tables.test(name)).toSorted().map((name) => join(place, name))
}

/** Whether there is anything to count; a database is asked only when it is counted. */
export const isThere = async (place: string | undefined): Promise<boolean> => place !== undefined && (isDatabase(place) || (await filesOf(place)).length > 0)

/** @param on YYYY-MM-DD */
export const snapshotDigest = async (place: string, on: string): Promise<string> => {
  const parts = isDatabase(place) ? [on] : await Promise.all((await filesOf(place)).map(async (file) => {
    const { size, mtimeMs } = await stat(file)
    return `${file} ${size} ${mtimeMs}`
  }))
  return createHash('sha256').update([place, ...parts].join('\n')).digest('hex')
}
