// The files of packs as text by path: read from a folder, or put together from a folder and what has been released since.
// A pack is the same whether its files stand on disk or in the database.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Text by path below the packs folder, with `/` between the parts. Of files that are no YAML only the name matters. */
export type PackFiles = ReadonlyMap<string, string>

const walk = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return folder === '' && entry.name === 'schema' ? [] : [`${path}/`, ...walk(root, path)]
    return [path]
  })

/** All files below a folder but those of `schema`; a folder stands as a path that ends with `/`. Nothing when there is no such folder. */
export const readPackFolder = (folder: string): PackFiles =>
  new Map(existsSync(folder) ? walk(folder, '').sort().map((path) => [path, path.endsWith('.yaml') ? readFileSync(join(folder, path), 'utf8') : '']) : [])

/** The files with some replaced, added, or (null) taken away. */
export const overlaid = (files: PackFiles, changes: ReadonlyMap<string, string | null>): PackFiles => {
  const next = new Map(files)
  for (const [path, text] of changes) {
    if (text === null) next.delete(path)
    else next.set(path, text)
  }
  return next
}

/** Names directly inside a folder of these files, sorted; a folder's name ends with `/`. */
export const namesIn = (files: PackFiles, folder: string): string[] => {
  const prefix = folder === '' ? '' : `${folder}/`
  const names = new Set<string>()
  for (const path of files.keys()) {
    if (!path.startsWith(prefix) || path === prefix) continue
    const rest = path.slice(prefix.length)
    const cut = rest.indexOf('/')
    names.add(cut < 0 ? rest : rest.slice(0, cut + 1))
  }
  return [...names].sort()
}
