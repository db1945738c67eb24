// Measures what a first visit downloads of each app against the budget: the entry and everything it imports statically, gzipped; of the portal
// also its home page with its Chinese texts. `node tools/budgets.ts` after a build prints the table and fails when one is over; other pages
// are loaded on demand and do not count.
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/** The entries of Vite's manifest that matter here. */
export type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>

/** `entries`: what is loaded by itself, one by the other or not. */
export type Budget = { app: string; entries: readonly string[]; kind: 'js' | 'css'; limit: number }
export type Measured = Budget & { bytes: number; files: string[] }

const kilobyte = 1000
/** The page most people see first, with the texts web/portal/routes.tsx names for it. */
const home = ['portal/index.html', 'portal/features/home/HomePage.tsx', ...['home', 'matters', 'stages', 'search-box'].map((area) => `shared/i18n/zh-CN/${area}.ts`)]

/** Limits of docs/guide/ui.md, in bytes after gzip. */
export const budgets: readonly Budget[] = [
  { app: 'portal', entries: home, kind: 'js', limit: 150 * kilobyte },
  { app: 'portal', entries: home, kind: 'css', limit: 20 * kilobyte },
  { app: 'workbench', entries: ['workbench/index.html'], kind: 'js', limit: 220 * kilobyte },
  { app: 'workbench', entries: ['workbench/index.html'], kind: 'css', limit: 20 * kilobyte },
]

/** Files a browser needs before it can draw the first page: the entries and what they import, each once. */
export function firstLoad(manifest: Manifest, entries: readonly string[]): { js: string[]; css: string[] } {
  const js = new Set<string>()
  const css = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no "${name}": run \`npx vite build --config web/vite.config.ts\` first`)
    if (js.has(chunk.file)) return
    js.add(chunk.file)
    for (const file of chunk.css ?? []) css.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const entry of entries) visit(entry)
  return { js: [...js], css: [...css] }
}

/** Each budget with what was measured; `sizeOf` gives the gzipped bytes of a file of the build. */
export async function measure(manifest: Manifest, sizeOf: (file: string) => Promise<number>): Promise<Measured[]> {
  return Promise.all(
    budgets.map(async (budget) => {
      const files = firstLoad(manifest, budget.entries)[budget.kind]
      const sizes = await Promise.all(files.map(sizeOf))
      return { ...budget, files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
    }),
  )
}

/** Budgets of the build in web/dist. */
export async function measureBuild(): Promise<Measured[]> {
  const dist = new URL('../web/dist/', import.meta.url)
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8')) as Manifest
  return measure(manifest, async (file) => gzipSync(await readFile(new URL(file, dist))).length)
}

async function run(): Promise<void> {
  const measured = await measureBuild()
  console.table(
    measured.map(({ app, kind, bytes, limit, files }) => ({
      app, kind, files: files.length, 'KB gzipped': Math.round(bytes / 100) / 10, 'budget KB': limit / kilobyte, used: `${Math.round((bytes / limit) * 100)} %`,
    })),
  )
  const over = measured.filter(({ bytes, limit }) => bytes > limit)
  for (const { app, kind, files } of over) console.error(`Over budget: ${app} ${kind}: ${files.join(', ')}`)
  if (over.length > 0) process.exitCode = 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await run()
