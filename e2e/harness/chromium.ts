// Starts the Chromium that comes inside an npm package, so that a machine needs nothing but npm; CHROMIUM_PATH names another one.
// It is unpacked once per user and version into a folder of its own: nothing that others left in the temporary folder is run.
import { existsSync } from 'node:fs'
import { lstat, mkdtemp, readFile, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

/** Says in one sentence why no browser could be started. */
export class NoBrowser extends Error {}

const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
/** Nothing that makes the browser behave differently from a person's; no calls home. */
const switches = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-sync']

type Program = { executable: string; folder: string | undefined }

/** The package unpacks below the temporary folder, which it asks for at each call. */
const unpackBelow = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

const isOurs = async (folder: string): Promise<boolean> => {
  const found = await lstat(folder).catch(() => undefined)
  return found !== undefined && found.isDirectory() && (process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0))
}

const unpack = async (): Promise<Program> => {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `tongban-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  const program = { executable: join(folder, 'chromium'), folder }
  if ((await isOurs(folder)) && existsSync(program.executable)) return program
  const { default: packed } = await import('@sparticuz/chromium')
  const workshop = await mkdtemp(join(tmpdir(), 'tongban-chromium-'))
  await unpackBelow(workshop, () => packed.executablePath())
  // Another run may have been faster; then its folder is as good, unless it is somebody else's.
  await rename(workshop, folder).catch(() => {})
  if ((await isOurs(folder)) && existsSync(program.executable)) return program
  return { executable: join(workshop, 'chromium'), folder: workshop }
}

const findProgram = async (): Promise<Program> => {
  const named = process.env['CHROMIUM_PATH']
  if (!named) return unpack()
  if (!existsSync(named)) throw new NoBrowser(`CHROMIUM_PATH 指向的 ${named} 不存在。 / CHROMIUM_PATH names ${named}, which does not exist.`)
  return { executable: named, folder: undefined }
}

/** Libraries and fonts a bare machine lacks travel in the package as well. */
const environmentFor = async ({ folder }: Program, lacksLibraries: boolean): Promise<Record<string, string>> => {
  const own = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  if (folder === undefined) return own
  if (!existsSync('/etc/fonts/fonts.conf')) own['FONTCONFIG_PATH'] ??= join(folder, 'fonts')
  if (!lacksLibraries) return own
  const { inflate } = await import('@sparticuz/chromium')
  const libraries = await unpackBelow(folder, () => inflate(join(packageFolder, 'bin', 'al2023.tar.br')))
  return { ...own, LD_LIBRARY_PATH: [join(libraries, 'lib'), own['LD_LIBRARY_PATH']].filter(Boolean).join(':') }
}

/** @throws NoBrowser */
export const launchChromium = async (): Promise<Browser> => {
  const program = await findProgram().catch((error: unknown) => {
    throw error instanceof NoBrowser ? error : new NoBrowser(`Chromium 没有解压成功，检查临时目录 ${tmpdir()} 的空间和权限（需要约 250 MB）。 / Chromium could not be unpacked; check space and rights of ${tmpdir()} (about 250 MB): ${String(error)}`)
  })
  const start = async (lacksLibraries: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath: program.executable, args: switches, env: await environmentFor(program, lacksLibraries), timeout: 60_000,
      // The run itself ends the browser when it is interrupted.
      handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    })
  try {
    return await start(false).catch((error: unknown) => {
      if (!String(error).includes('shared libraries') || program.folder === undefined) throw error
      return start(true)
    })
  } catch (error) {
    throw new NoBrowser(`浏览器没有启动（${program.executable}），可用 CHROMIUM_PATH 指定一个 Chromium 或 Chrome。 / The browser did not start. Name a Chromium or Chrome in CHROMIUM_PATH.\n${String(error)}`, { cause: error })
  }
}

export const axeSource = (): Promise<string> => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
