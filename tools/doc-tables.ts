// Fills the tables of the documentation that are computed: a block `<!-- table: name -->` … `<!-- /table -->` holds what `tables[name]` gives.
// `node tools/doc-tables.ts` writes them; a test fails while one is out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { variables } from '../server/config.ts'
import { errorCatalogue } from '../server/kernel/errors.ts'
import { caseActions, lifecycle } from '../server/modules/cases/case.ts'
import { permissions } from '../server/permissions.ts'
import { benchmarkTables, searchSpeedTable } from './benchmarks-table.ts'
import { burdenTable } from './burden-table.ts'
import { noCertificateTable } from './no-certificate-table.ts'
import { newbornTable } from './newborn-table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

const code = (text: string): string => (text === '' ? '' : `\`${text}\``)
const codes = (list: readonly string[]): string => list.map(code).join(' ')

const grantText = (grant: (typeof permissions)[keyof typeof permissions]): string =>
  grant === 'everyone' ? 'everyone' : grant === 'person' ? 'residents, for what is their own' : `${grant.join(', ')}, in their region and line`

/** Each computed table by its name. */
export const tables: Readonly<Record<string, () => string>> = {
  configuration: () => table(['variable', 'default', 'meaning'], Object.entries(variables).map(([name, { fallback, meaning }]) => [code(name), code(fallback), meaning])),
  errors: () => table(['code', 'status', 'what people read'], Object.entries(errorCatalogue).map(([name, { status, message }]) => [code(name), String(status), message['zh-CN']])),
  permissions: () => table(['permission', 'who has it'], Object.entries(permissions).map(([name, grant]) => [code(name), grantText(grant)])),
  lifecycle: () => table(['action', 'from', 'to', 'by', 'law'], caseActions.map((action) => {
    const { from, to, by, law } = lifecycle[action]
    return [code(action), codes(from), to === 'same' ? 'stays' : code(to), by.join(', '), law]
  })),
  benchmarks: benchmarkTables,
  'search-speed': searchSpeedTable,
  burden: burdenTable,
  'no-certificate': noCertificateTable,
  'newborn-zh': () => newbornTable('zh-CN'),
  'newborn-en': () => newbornTable('en'),
}

const block = /(<!-- table: ([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g

/** The text with every computed table as it should be. Throws for a table nobody computes. */
export const fillTables = (text: string): string =>
  text.replaceAll(block, (_, open: string, name: string, close: string) => {
    const make = tables[name]
    if (!make) throw new Error(`There is no table "${name}": ${Object.keys(tables).join(', ')}`)
    return `${open}${make()}\n${close}`
  })

/** Every page of documentation, from the root of the project. */
export const listPages = (): string[] => [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll('\\', '/')}`),
].sort()

if (import.meta.main) {
  for (const page of listPages()) {
    const present = readFileSync(join(root, page), 'utf8')
    const wanted = fillTables(present)
    if (wanted === present) continue
    writeFileSync(join(root, page), wanted)
    process.stdout.write(`${page}\n`)
  }
}
