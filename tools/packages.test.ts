// The package files a fresh clone is installed from: the same everywhere, from whatever registry, without surprises.
// What fails here would fail or warn on somebody else's machine.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
const lock = read('package-lock.json') as { packages: Record<string, Entry> }
const manifest = read('package.json') as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
  scripts: Record<string, string>
}
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

it('names no registry address, so every registry serves it', () => {
  expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
})

it('carries a checksum for every package', () => {
  expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([])
})

it('asks for exact versions', () => {
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

it('declares each package that has an install script, so npm neither warns nor leaves it out', () => {
  const scripted = installed.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(scripted)].toSorted())
})

it('replaces the shell by the command, so that npm waits for it to stop', () => {
  for (const name of ['start', 'test', 'tongban', 'bench']) expect(manifest.scripts[name]).toBe(`exec node bootstrap.mjs ${name}`)
})
