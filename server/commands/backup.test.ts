// Backup and restore as an operator does them, on the embedded database: everything wiped in between, and the audit trail proves that nothing is missing.
// Also the other commands that look after a database at rest.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleCodes, exampleLine } from '../modules/catalogue/gdzwfw-example.ts'

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-operating-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (parameters: string): Promise<{ code: number; output: string; complaints: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data'), SANDBOX: 'off' }
    execFile(process.execPath, [program, ...parameters.split(' ')], { env }, (error, output, complaints) => resolve({ code: error ? Number(error.code) : 0, output, complaints }))
  })
const json = async <Body>(parameters: string): Promise<Body> => {
  const { code, output, complaints } = await run(`${parameters} --json`)
  expect([code, complaints]).toEqual([0, ''])
  // The test names the shape it expects and checks it.
  return JSON.parse(output) as Body
}

it('what was backed up is there again after everything was wiped, and the head noted at the backup is still in the chain', async () => {
  const services = join(folder, 'services.jsonl')
  writeFileSync(services, [exampleLine(exampleCodes(1)), exampleLine(exampleCodes(2))].join('\n'))
  expect(await json(`import gdzwfw ${services}`)).toMatchObject({ imported: 2 })
  const { head } = await json<{ head: string }>('audit verify')
  const backup = join(folder, 'backup')
  expect(await json(`backup ${backup}`)).toMatchObject({ folder: backup, files: 0, audit: { head } })
  expect(await run(`restore ${backup}`)).toMatchObject({ code: 1, complaints: expect.stringContaining('Restoring needs an empty database') })

  rmSync(join(folder, 'data'), { recursive: true })
  expect(await run(`restore ${join(folder, 'no-such-backup')}`)).toMatchObject({ code: 1, complaints: expect.stringContaining('is not a sound backup') })
  expect(await json(`restore ${backup}`)).toMatchObject({ audit: { intact: true, head } })
  expect(await json(`audit verify --head ${head}`)).toMatchObject({ intact: true })
  expect(await json(`import gdzwfw ${services}`)).toMatchObject({ imported: 0, unchanged: 2 })
}, 240_000)

it('jobs and officials that are not there are said to be unknown', async () => {
  expect(await json('jobs')).toEqual({ counts: { due: 0, later: 0, dead: 0 }, dead: [] })
  const answers = [await run('jobs retry 12'), await run('jobs retry x'), await run('staff revoke nobody')]
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1])
  for (const { complaints } of answers) expect(complaints).toMatch(/^没有.+ \/ .+\n$/)
}, 120_000)
