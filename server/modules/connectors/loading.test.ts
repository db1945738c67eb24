// Files of a register, in a real folder: only whole ones count, a bad one leaves the one before in force, and every fault has its line.
import { createHash } from 'node:crypto'
import { rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inGb18030 } from '../../../sandbox/drops.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import type { CsvDefinition } from './connector-definition.ts'
import { csvSource } from './csv-source.ts'
import { loadFile } from './loading.ts'
import { referencesIn } from './secrets.ts'
import { asking, folderWith, question } from './testing.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

let number = 0
/** A register of its own for each test, so that versions of one do not meet those of another. */
const register = async (files: Readonly<Record<string, string | Buffer>>, change: Partial<CsvDefinition> = {}) => {
  number += 1
  const folder = await folderWith(files)
  const definition: CsvDefinition = {
    registry: `register-${'abcdefghijklmnopqrstuvwxyz'[number] ?? ''}`, kind: 'csv', folder, files: 'r-*.csv', ready: 'marker', keys: { idNumber: '身份证号' }, fields: { name: '姓名', since: { from: '起始', as: 'date' }, level: { from: '级别', values: { 一: 'one', 二: 'two' } } }, ...change,
  }
  const source = csvSource(definition, { references: referencesIn(folder, {}), db: test.app.db, now: () => test.app.clock.now(), complain: () => {} })
  return { folder, load: () => loadFile(test.app, definition, folder), ask: (idNumber: string, ...fields: string[]) => source.ask(question({ idNumber }, ...fields), asking()), source }
}
const head = '身份证号,姓名,起始,级别,住址\n'
const first = `${head}1001,示例甲,2026-01-02,一,不取\n1002,示例乙,20260203,二,不取\n`

describe('a file', () => {
  it('that is whole is loaded, and answers in the fields of the registry', async () => {
    const { load, ask } = await register({ 'r-1.csv': first, 'r-1.csv.done': '' })
    expect(await load()).toMatchObject({ state: 'inForce', records: 2, problems: [] })
    expect(await ask('1002', 'name', 'since', 'level')).toMatchObject({ kind: 'found', record: { name: '示例乙', since: '2026-02-03', level: 'two' }, subject: { idNumber: '1002' } })
    expect(await ask('9999', 'name')).toEqual({ kind: 'noRecord' })
    expect(await load()).toBeUndefined()
  })

  it('without its marker, or still being written under another name, is not looked at', async () => {
    const { load } = await register({ 'r-1.csv': first, '.r-2.csv': first, 'r-3.csv.part': first })
    expect(await load()).toBeUndefined()
  })

  it('that was just renamed is left alone until it has not changed for ten seconds', async () => {
    const { load, folder } = await register({ 'r-1.part': first }, { ready: 'rename' })
    const [fresh, older] = [test.app.clock.now(), new Date(test.app.clock.now().getTime() - 11_000)]
    await utimes(join(folder, 'r-1.part'), fresh, fresh)
    await rename(join(folder, 'r-1.part'), join(folder, 'r-1.csv'))
    expect(await load()).toBeUndefined()
    await utimes(join(folder, 'r-1.csv'), older, older)
    expect(await load()).toMatchObject({ state: 'inForce' })
  })

  it('that only leads to another file is not read', async () => {
    const { load, folder } = await register({ 'r-1.csv.done': '' })
    await symlink('/etc/passwd', join(folder, 'r-1.csv'))
    expect(await load()).toBeUndefined()
  })

  it.each([['utf-8 with byte order mark', 'utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(first)])], ['GB18030', 'gb18030', inGb18030(`${head}1001,示例甲,2026-01-02,一,不取\n`)]] as const)('in %s is read', async (_, encoding, content) => {
    const { load, ask } = await register({ 'r-1.csv': content, 'r-1.csv.done': '' }, { encoding })
    expect(await load()).toMatchObject({ state: 'inForce', problems: [] })
    expect(await ask('1001', 'name')).toMatchObject({ record: { name: '示例甲' } })
  })

  it('with other delimiters, quotation marks and line ends in them is read as CSV is', async () => {
    const { load, ask } = await register({ 'r-1.csv': '身份证号;姓名;起始;级别\r\n1001;"示例;甲\n又名""乙""";2026-01-02;一\r\n', 'r-1.csv.done': '' }, { delimiter: ';' })
    expect(await load()).toMatchObject({ state: 'inForce' })
    expect(await ask('1001', 'name')).toMatchObject({ record: { name: '示例;甲\n又名"乙"' } })
  })

  it('with what a spreadsheet would compute keeps it as text, to the letter', async () => {
    const formulas = ['=HYPERLINK("http://x")', '+1+1', '-2', '@SUM(A1)', '=cmd|calc']
    const { load, ask } = await register({ 'r-1.csv': `${head}${formulas.map((text, index) => `${1001 + index},"${text.replaceAll('"', '""')}",2026-01-02,一,`).join('\n')}\n`, 'r-1.csv.done': '' })
    await load()
    for (const [index, text] of formulas.entries()) expect(await ask(String(1001 + index), 'name')).toMatchObject({ record: { name: text } })
  })
})

describe('a file that is not right', () => {
  const wrong: readonly [string, string | Buffer, { line: number; text: RegExp }][] = [
    ['a day that does not exist', `${head}1001,甲,2026-01-02,一,\n1002,乙,2026-02-30,二,\n`, { line: 3, text: /since: “2026-02-30” is no date/ }],
    ['a code nobody has mapped', `${head}1001,甲,2026-01-02,三,\n`, { line: 2, text: /level: the source says “三”/ }],
    ['a row without its number', `${head},甲,2026-01-02,一,\n`, { line: 2, text: /no number/ }],
    ['a row with more values than columns', `${head}1001,甲,2026-01-02,一,x,y\n`, { line: 2, text: /6 values, 5 columns/ }],
    ['a column missing', '身份证号,姓名,级别\n1001,甲,一\n', { line: 1, text: /“起始” is missing; there are “身份证号”/ }],
    ['a column twice', '身份证号,姓名,姓名,起始,级别\n1001,甲,乙,2026-01-02,一\n', { line: 1, text: /“姓名” stands there twice/ }],
    ['bytes that are not its encoding', Buffer.concat([Buffer.from(head), Buffer.from([0x31, 0x2c, 0xc4, 0xe3, 0x0a])]), { line: 1, text: /not utf-8 from somewhere here on/ }],
    ['a quotation mark nobody closes', `${head}1001,"甲,2026-01-02,一,\n`, { line: 2, text: /no CSV from here on/ }],
    ['no rows', head, { line: 0, text: /no rows/ }],
  ]
  it.each(wrong)('with %s is refused with file and line, and the one before stays in force', async (_, content, { line, text }) => {
    const { load, ask, folder, source } = await register({ 'r-1.csv': first, 'r-1.csv.done': '' })
    await load()
    await writeFile(join(folder, 'r-2.csv'), content)
    await writeFile(join(folder, 'r-2.csv.done'), '')
    const refused = await load()
    expect(refused).toMatchObject({ state: 'rejected' })
    expect(refused?.problems).toContainEqual({ line: expect.toSatisfy((found: number) => Math.abs(found - line) <= 1), text: expect.stringMatching(text) })
    expect(await ask('1001', 'name')).toMatchObject({ record: { name: '示例甲' } })
    expect(await source.problems()).toEqual([expect.stringMatching(/^r-2\.csv/)])
    expect(await load()).toBeUndefined()
  })

  it('because the marker says otherwise, or half of it is missing, is refused', async () => {
    const { load, folder } = await register({ 'r-1.csv': first, 'r-1.csv.done': 'rows=2\n' })
    expect(await load()).toMatchObject({ state: 'inForce' })
    const put = async (name: string, content: string, marker: string) => {
      await writeFile(join(folder, name), content)
      await writeFile(join(folder, `${name}.done`), marker)
      return load()
    }
    expect(await put('r-2.csv', `${first}1003,丙,2026-01-02,一,\n`, 'rows=4')).toMatchObject({ state: 'rejected', problems: [{ line: 0, text: 'it has 3 rows, the marker says 4' }] })
    expect(await put('r-3.csv', first, `sha256=${'0'.repeat(64)}`)).toMatchObject({ state: 'rejected' })
    expect(await put('r-4.csv', first, `sha256=${createHash('sha256').update(first).digest('hex')}\nrows=2`)).toMatchObject({ state: 'inForce' })
    await expect(put('r-5.csv', first, 'rm -rf /')).rejects.toThrow('r-5.csv.done may hold rows=… and sha256=…')
  })

  it('because it suddenly has less than half the rows is refused until the marker confirms it', async () => {
    const many = `${head}${Array.from({ length: 9 }, (_, index) => `${1001 + index},甲,2026-01-02,一,\n`).join('')}`
    const { load, folder } = await register({ 'r-1.csv': many, 'r-1.csv.done': '' })
    await load()
    await writeFile(join(folder, 'r-2.csv'), first)
    await writeFile(join(folder, 'r-2.csv.done'), '')
    expect(await load()).toMatchObject({ state: 'rejected', problems: [{ line: 0, text: expect.stringContaining('it has 2 rows, the one before 9') }] })
    await writeFile(join(folder, 'r-3.csv'), first)
    await writeFile(join(folder, 'r-3.csv.done'), 'rows=2')
    expect(await load()).toMatchObject({ state: 'inForce', records: 2 })
  })
})

describe('a large file', () => {
  it('streams by in pieces, replaces all of the version before, and leaves none of it', async () => {
    const rows = (count: number, name: string) => `${head}${Array.from({ length: count }, (_, index) => `${100_000 + index},${name},2026-01-02,一,不取\n`).join('')}`
    const { load, ask, folder } = await register({ 'r-1.csv': rows(4000, '旧'), 'r-1.csv.done': '' })
    await load()
    await writeFile(join(folder, 'r-2.csv'), rows(2500, '新'))
    await writeFile(join(folder, 'r-2.csv.done'), 'rows=2500')
    expect(await load()).toMatchObject({ state: 'inForce', records: 2500 })
    expect(await ask('102499', 'name')).toMatchObject({ record: { name: '新' } })
    expect(await ask('103999', 'name')).toEqual({ kind: 'noRecord' })
  })
})
