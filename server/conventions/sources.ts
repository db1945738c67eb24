// The source tree as the house rules see it: files, their text, syntax tree, imports and top-level declarations.
// Read once per test file; the parser is the one Vite brings along.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor, type ESTree } from 'vite'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Folders that hold source of ours; everything below them counts. */
export const sourceFolders = ['server', 'web', 'sandbox', 'packs', 'bench', 'eval', 'e2e', 'tools'] as const

const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results', 'results'])

const walk = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = posix.join(folder, entry.name)
        if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(path)
        return entry.isFile() ? [path] : []
      })
    : []

/** Paths from the root of the project, sorted; `pattern` is matched against the whole path. */
export const listFiles = (pattern: RegExp, folders: readonly string[] = sourceFolders): string[] => folders.flatMap(walk).filter((path) => pattern.test(path)).sort()

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /(^|\/)testing(\/|\.ts$)/.test(path) || path.startsWith('server/conventions/')

/** TypeScript of the project, tests included. */
export const listCode = (...folders: string[]): string[] => listFiles(/\.tsx?$/, folders.length > 0 ? folders : sourceFolders)

const texts = new Map<string, string>()

export const textOf = (path: string): string => {
  const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
  texts.set(path, text)
  return text
}

const trees = new Map<string, ReturnType<typeof parseSync>>()

const parsed = (path: string) => {
  const result = trees.get(path) ?? parseSync(path, textOf(path))
  trees.set(path, result)
  return result
}

export const treeOf = (path: string): ESTree.Program => parsed(path).program

/** Calls the given visitors for every node of a file or a part of it; `ESTree` names the kinds of node. */
export const visit = (tree: ESTree.Program, visitor: ConstructorParameters<typeof Visitor>[0]): void => new Visitor(visitor).visit(tree)

/** 1-based line of a position in a file. */
export const lineOf = (path: string, position: number): number => textOf(path).slice(0, position).split('\n').length

/** `from` is a path from the root for our own files, else the name of a package. */
export type Import = { from: string; own: boolean; typeOnly: boolean; names: { imported: string; local: string }[] }

const resolveFrom = (path: string, request: string): Pick<Import, 'from' | 'own'> =>
  request.startsWith('.') ? { from: posix.join(posix.dirname(path), request), own: true } : { from: request, own: false }

const readImports = (path: string): Import[] => {
  const { module } = parsed(path)
  const text = textOf(path)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    ...resolveFrom(path, moduleRequest.value),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    names: entries.map((entry) => ({ imported: entry.importName.name ?? entry.importName.kind, local: entry.localName.value })),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.moduleRequest ? [{ ...resolveFrom(path, entry.moduleRequest.value), typeOnly: entry.isType, names: [{ imported: entry.importName.name ?? entry.importName.kind, local: entry.exportName.name ?? '' }] }] : [])),
  )
  const whileRunning = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const request = /^['"`](.+)['"`]$/s.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
    return request === undefined ? [] : [{ ...resolveFrom(path, request), typeOnly: false, names: [{ imported: 'All', local: '' }] }]
  })
  return [...statics, ...passedOn, ...whileRunning]
}

const imports = new Map<string, readonly Import[]>()

/** Everything a file imports, exports from elsewhere, or imports while running. */
export const importsOf = (path: string): readonly Import[] => {
  const known = imports.get(path) ?? readImports(path)
  imports.set(path, known)
  return known
}

/** `cases` for server/modules/cases/opening.ts; undefined outside the modules. */
export const moduleOf = (path: string): string | undefined => /^server\/modules\/([^/]+)\//.exec(path)?.[1]

/** What the rules found must be exactly what is already known: a new entry is a mistake, one that is gone must leave the list. */
export const difference = (found: Iterable<string>, known: readonly string[]): { new: string[]; gone: string[] } => {
  const present = new Set(found)
  return { new: [...present].filter((each) => !known.includes(each)).sort(), gone: known.filter((each) => !present.has(each)) }
}

export const none = { new: [], gone: [] }
