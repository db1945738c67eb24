// Which files of the build each page needs: written down after a build, so that the server can name them in the page it sends and the
// browser fetches them at once, not only after the app has started. Pages come from the routes.tsx of each app, files from Vite's manifest.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { patterns } from '../../web/shared/paths.ts'

export type Manifest = Readonly<Record<string, { file: string; imports?: string[]; css?: string[] }>>

/** `path` as in web/shared/paths.ts; files as addresses, without those every page of the app loads anyway. */
export type PageFiles = { path: string; scripts: string[]; styles: string[] }

export const apps = ['portal', 'workbench'] as const
export type AppName = (typeof apps)[number]

/** A route is one line: `page(patterns.matter, () => import('./features/matters/MatterPage.tsx'), 'matters')`; a function may load it. */
const routeLine = /page\(patterns\.(\w+), (?:\(\) => import\('\.\/([^']+)'\)|(\w+))((?:, '[\w-]+')*)\)/g

export const readRoutes = (source: string): { pattern: string; file: string; areas: string[] }[] =>
  [...source.matchAll(routeLine)].map(([, pattern = '', file, loader = '', areas = '']) => ({
    pattern,
    file: file ?? new RegExp(`function ${loader}\\(\\) \\{[^}]*import\\('\\./([^']+)'\\)`).exec(source)?.[1] ?? '',
    areas: [...areas.matchAll(/'([\w-]+)'/g)].map(([, area]) => area ?? ''),
  }))

/** Everything that loads with the given sources, each once, in the order it is needed. */
const filesOf = (manifest: Manifest, sources: readonly string[]): { scripts: Set<string>; styles: Set<string> } => {
  const [scripts, styles, seen] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const visit = (source: string): void => {
    const chunk = manifest[source]
    if (!chunk || seen.has(source)) return
    seen.add(source)
    chunk.imports?.forEach(visit)
    scripts.add(`/${chunk.file}`)
    for (const style of chunk.css ?? []) styles.add(`/${style}`)
  }
  sources.forEach(visit)
  return { scripts, styles }
}

export const pageFiles = (manifest: Manifest, app: AppName, routes: string): PageFiles[] => {
  const shared = filesOf(manifest, [`${app}/index.html`])
  return readRoutes(routes).flatMap(({ pattern, file, areas }) => {
    const path = Object.entries(patterns).find(([name]) => name === pattern)?.[1]
    if (path === undefined) return []
    const own = filesOf(manifest, [`${app}/${file}`, ...areas.map((area) => `shared/i18n/zh-CN/${area}.ts`)])
    return [{ path, scripts: [...own.scripts.difference(shared.scripts)], styles: [...own.styles.difference(shared.styles)] }]
  })
}

/** Writes pages.json into the build. `web` is the folder of the apps. */
export const writePageFiles = async (web: string): Promise<void> => {
  // Vite's own file.
  const manifest = JSON.parse(await readFile(join(web, 'dist/.vite/manifest.json'), 'utf8')) as Manifest
  const pages = await Promise.all(apps.map(async (app) => [app, pageFiles(manifest, app, await readFile(join(web, app, 'routes.tsx'), 'utf8'))]))
  await writeFile(join(web, 'dist/pages.json'), JSON.stringify(Object.fromEntries(pages)))
}
