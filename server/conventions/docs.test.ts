// Documentation tells the truth: what it names exists, its commands are real, its computed tables are current, and it speaks of the product only.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operationsSource, type Description } from '../../tools/api-client.ts'
import { describeApi } from '../../tools/describe-api.ts'
import { fillTables, listPages } from '../../tools/doc-tables.ts'
import { steps } from '../../tools/test-steps.ts'
import { modules } from '../modules/index.ts'
import { difference, listFiles, none, root, sourceFolders, textOf } from './sources.ts'

const pages = [...listPages(), ...listFiles(/\.md$/)]
const files = listFiles(/./, [...sourceFolders, 'docs', '.ci'])
const fileNames = new Set([...files, ...readdirSync(root)].map((path) => posix.basename(path)))

/** Made by running the product, the build or a script; not in a fresh clone. */
const madeLater = /^(data|web\/dist|test-results|coverage|bench\/(node_modules|results))(\/|$)/

/** Text in backticks and code blocks. */
const codeOf = (text: string): string[] => [...text.matchAll(/```[^\n]*\n([^]*?)```|`([^`\n]+)`/g)].map(([, block, inline]) => block ?? inline ?? '')

const anchorsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) => (title ?? '').toLowerCase().replaceAll(/[`*[\]().,:;!?'"“”（）、。，：？/&+]/g, '').trim().replaceAll(' ', '-'))

const everyPage = (look: (path: string, text: string) => string[]): string[] => pages.flatMap((path) => look(path, textOf(path)).map((what) => `${path}: ${what}`))

describe('a page', () => {
  it('links to what is there', () => {
    const found = everyPage((path, text) =>
      [...text.replaceAll(/```[^]*?```/g, '').matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([, target = '', anchor]) => {
        const at = target === '' ? path : posix.join(posix.dirname(path), target)
        if (!existsSync(join(root, at))) return [target]
        return anchor !== undefined && at.endsWith('.md') && !anchorsOf(at).includes(decodeURIComponent(anchor)) ? [`${target}#${anchor}`] : []
      }),
    )
    // Pictures made by the script for screenshots.
    const pictures = ['home', 'matter', 'apply-tasks', 'tracking', 'workbench', 'matter-phone-elder'].filter((name) => !existsSync(join(root, `docs/img/${name}.png`)))
    expect(difference(found, ['README.md', 'README.zh-CN.md'].flatMap((page) => pictures.map((name) => `${page}: docs/img/${name}.png`)))).toEqual(none)
  })

  it('names files and folders that are there', () => {
    const found = everyPage((path, text) =>
      codeOf(text).flatMap((code) => [...code.matchAll(/(?<![\w./<>*-])(?:server|web|packs|sandbox|bench|e2e|tools|docs|\.ci)\/[\w./-]*\w(?![\w<*…-])/g)].map(([each]) => each))
        .filter((each) => !madeLater.test(each) && !existsSync(join(root, each)) && !existsSync(join(root, posix.dirname(path), each))),
    )
    expect(found).toEqual([])
  })

  it('names single files that are somewhere in the project', () => {
    const found = everyPage((_, text) =>
      codeOf(text).filter((code) => /^[\w.-]+\.(tsx?|mjs|sql|css|json|ya?ml|svg|txt)$/.test(code)).filter((name) => !fileNames.has(name) && !/^-|^(location\.txt|index\.ts)$/.test(name)),
    )
    expect(found).toEqual([])
  })

  it('gives commands that exist', () => {
    const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts)
    const cli = textOf('server/cli.ts')
    const commands = new Set([...cli.matchAll(/\.command\('([\w-]+)'\)/g)].map(([, name]) => name))
    const found = everyPage((_, text) =>
      codeOf(text).flatMap((code) => [
        ...[...code.matchAll(/npm (?:run (?:-s )?)?([\w:-]+)(?= |$|\n|`)/g)].filter(([, name]) => !['ci', 'install', 'view', 'run'].includes(name ?? '') && !scripts.includes(name ?? '')).map(([each]) => each),
        ...[...code.matchAll(/tongban -- ([a-z][a-z\d]*)(?: ([a-z]+)(?= |$|\n))?/g)].filter(([, name, second]) => !commands.has(name ?? '') || (['audit', 'pack'].includes(name ?? '') && !commands.has(second ?? ''))).map(([each]) => each),
        ...[...code.matchAll(/npm test -- ([a-z]+)/g)].filter(([, step]) => step !== 'help' && !steps.some(({ name }) => name === step)).map(([each]) => each),
        ...[...code.matchAll(/(?:^|\n|`| )node ((?:tools|server|sandbox|bench|e2e)\/[\w./-]+)/g)].filter(([, script]) => !existsSync(join(root, script ?? ''))).map(([each]) => each),
      ]),
    )
    expect(found).toEqual([])
  })

  it('gives addresses of the API that are there', () => {
    const known = new Set(modules.flatMap((module) => module.routes).map(({ method, path }) => `${method} ${path}`))
    const ours = pages.filter((path) => !path.startsWith('sandbox/'))
    const found = ours.flatMap((page) =>
      codeOf(textOf(page)).flatMap((code) => [...code.matchAll(/^(GET|POST|PUT|PATCH|DELETE) (?:\/api\/v1)?(\/[\w/:-]+)/g)].map(([, method, path]) => `${method} ${path}`)).filter((each) => !known.has(each)).map((each) => `${page}: ${each}`),
    )
    expect(found).toEqual([])
  })

  it('has current tables; run node tools/doc-tables.ts when this fails', () => {
    expect(pages.filter((path) => fillTables(textOf(path)) !== textOf(path))).toEqual([])
  })

  it('is at most two screens long without its computed tables, but for reference and what belongs together', () => {
    const written = (path: string) => textOf(path).replaceAll(/<!-- (table|eval): [\w-]+ -->[^]*?<!-- \/\1 -->/g, '').split('\n')
    const long = pages.filter((path) => path.startsWith('docs/') && written(path).length > 110)
    expect(difference(long, ['docs/glossary.md', 'docs/guide/packs.md'])).toEqual(none)
  })
})

describe('a record of a decision', () => {
  const records = pages.filter((path) => /^docs\/adr\/\d{4}-/.test(path))

  it('is numbered without gaps, listed, and has background, decision and consequences on one screen', () => {
    expect(records.map((path) => Number(path.slice('docs/adr/'.length, 'docs/adr/'.length + 4)))).toEqual(records.map((_, index) => index + 1))
    expect(records.filter((path) => !textOf('docs/adr/README.md').includes(posix.basename(path)))).toEqual([])
    expect(records.filter((path) => !/^# \d{4} .+\n[^]*## Background\n[^]*## Decision\n[^]*## Consequences\n/.test(textOf(path)) || textOf(path).split('\n').length > 45)).toEqual([])
  })
})

describe('every text of the project', () => {
  it('speaks of the product, not of the place it was made in', () => {
    const elsewhere = /(?<![\w./])\/(work|root|home\/\w+)\/|\/tmp\/[b]rief|\bissues [s]how\b|\b[h]elper session|\b[s]ession 1\d\d\b|\b[C]laude\b|\b[A]nthropic\b|\b[C]hat[G]PT\b|\b[t]he lead\b|\bissue #?\d+\b/
    const written = [...files.filter((path) => /\.(tsx?|mjs|css|sql|ya?ml|md|html|svg|json)$/.test(path)), ...readdirSync(root).filter((name) => /\.(md|mjs|json|ts)$/.test(name))]
    expect(written.filter((path) => !path.endsWith('package-lock.json') && elsewhere.test(textOf(path)))).toEqual([])
  })
})

describe('the client of the API', () => {
  it('knows the routes as they are; run node tools/api-client.ts when this fails', async () => {
    const { operations, deskOperations } = operationsSource((await describeApi()) as Description)
    expect(textOf('web/api/operations.ts')).toBe(operations)
    expect(textOf('web/api/desk-operations.ts')).toBe(deskOperations)
  })
})
