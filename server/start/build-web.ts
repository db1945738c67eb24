// Builds the web apps when their sources changed since the last build; otherwise costs a few milliseconds.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { compressAssets } from './compress-assets.ts'
import { writePageFiles } from './page-files.ts'
import { inTurn } from './turns.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The web apps share pure code with the server; what speaks to the database or declares routes never gets into a browser. */
const sources = ['web', 'server/kernel', 'server/modules', 'server/start', 'package-lock.json']
const neverBuilt = /(\.test\.tsx?|-store\.ts|-routes(-\w+)?\.ts|\.md)$/
const stamp = join(root, 'web/dist/.sources')

const listFiles = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const nested = await Promise.all(entries.filter((entry) => entry.name !== 'dist' && entry.name !== 'node_modules').map((entry) => listFiles(join(path, entry.name))))
  return nested.flat()
}

const digestOfSources = async (): Promise<string> => {
  const files = (await Promise.all(sources.map((source) => listFiles(join(root, source))))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files.filter((each) => !neverBuilt.test(each))) {
    const { size, mtimeMs } = await stat(file)
    hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Returns what was done, for the progress line. Of several starts at once one builds; the others wait for it and find the work done. */
export const buildWeb = async (): Promise<string> => {
  if (await isBuiltFrom(await digestOfSources())) return '已是最新 / up to date'
  // Not in web/dist, which a build empties first.
  return inTurn(join(root, 'node_modules/.tongban-web-build.lock'), join(root, 'node_modules'), async () => {
    const digest = await digestOfSources() // Sources may have changed while this start waited.
    if (await isBuiltFrom(digest)) return '已由另一次启动构建 / built by another start'
    await runVite()
    // What the server itself draws first views with (server/first-view.ts).
    await runVite('--mode', 'first-view')
    await Promise.all([compressAssets(join(root, 'web/dist/assets')), writePageFiles(join(root, 'web'))])
    await writeFile(stamp, digest)
    return '已构建 / built'
  })
}

const isBuiltFrom = async (digest: string): Promise<boolean> => existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest

const runVite = (...options: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'web/vite.config.ts'), ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
    const output: string[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new StartRefusal('configuration', `网页构建失败 / The web build failed:\n${output.join('')}`))))
  })
