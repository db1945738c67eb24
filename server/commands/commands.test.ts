// The command line as a city's engineer uses it: each command as a process of its own, on a database of its own.
// Results are one line of JSON on standard output; a refusal is a sentence on standard error and exit code 1, never a stack.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, runStatement, type TestDatabase } from '../../tools/test-database.ts'
import { exampleCodes, exampleLine } from '../modules/catalogue/gdzwfw-example.ts'

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))
/** The packs that ship are checked by a step of their own, with this very command. */
const neutralPack = fileURLToPath(new URL('../modules/catalogue/testing-pack', import.meta.url))
const commands = ['serve', 'import', 'plan', 'burden', 'demo', 'audit verify', 'pack check', 'jobs list', 'jobs retry', 'staff revoke', 'keys status', 'keys rotate', 'retention run', 'retention hold', 'backup', 'restore', 'population', 'screen']

type Outcome = { code: number; output: string; complaints: string }

describe('the command line', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'tongban-commands-'))
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (parameters: string, environment: Record<string, string> = {}): Promise<Outcome> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), DATABASE_CONNECTIONS: '4', ...environment }
      execFile(process.execPath, [program, ...parameters.split(' ')], { env, maxBuffer: 64 * 1024 * 1024 }, (error, output, complaints) => resolve({ code: error ? Number(error.code) : 0, output, complaints }))
    })
  const json = async <Body>(parameters: string): Promise<Body> => {
    const { code, output, complaints } = await run(`${parameters} --json`)
    expect([code, complaints]).toEqual([0, ''])
    expect(output.trim().split('\n')).toHaveLength(1)
    // The test names the shape it expects and checks it.
    return JSON.parse(output) as Body
  }

  it('explains every command', async () => {
    const { output } = await run('--help')
    for (const command of commands) {
      expect(output).toContain(command.split(' ')[0])
      const help = await run(`${command} --help`)
      expect([help.code, help.output]).toEqual([0, expect.stringContaining('--json')])
    }
  })

  it('invents a population and says who of it is due a policy, and why', async () => {
    const people = join(folder, 'people')
    expect(await json(`population --people 600 --seed 3 --out ${people}`)).toMatchObject({ person: 600, household: 250, company: 50 })
    const outcome = await json<{ rows: number; eligible: number; unknown: number; ineligible: number; explainSample: { subject: string; verdict: string; reasons: { says: { 'zh-CN': string } }[] }[] }>(`screen high-age-allowance --population ${people} --on 2026-11-01`)
    expect(outcome).toMatchObject({ rows: 600, missing: [], outside: [], duplicated: {} })
    expect(outcome.eligible + outcome.unknown + outcome.ineligible).toBe(600)
    for (const { subject, reasons } of outcome.explainSample) {
      expect(subject).toMatch(/^\d{6}\*{10}/)
      expect(reasons[0]?.says['zh-CN']).toMatch(/——(符合|不符合|还不清楚)/)
    }
  })

  it('imports a file of services, and importing it again changes nothing', async () => {
    const file = join(folder, 'services.jsonl')
    await writeFile(file, [exampleLine(exampleCodes(1)), exampleLine(exampleCodes(2)), '{broken', exampleLine({ ...exampleCodes(1), TASK_NAME: '别的名字' })].join('\n'))
    const first = await json<{ read: number; imported: number; rejected: { line: number; reason: string }[] }>(`import gdzwfw ${file}`)
    expect(first).toMatchObject({ read: 4, imported: 2, updated: 0, rejected: [{ line: 3 }, { line: 4 }] })
    expect(await json(`import gdzwfw ${file}`)).toMatchObject({ read: 4, imported: 0, updated: 0, unchanged: 2 })
    const missing = await run('import gdzwfw no-such-file.jsonl')
    expect([missing.code, missing.output]).toEqual([1, ''])
    expect(missing.complaints).not.toMatch(/\n {4}at /)
  })

  it('verifies the audit trail, also against a head kept elsewhere', async () => {
    const { head, entries } = await json<{ head: string; entries: number; intact: boolean }>('audit verify')
    expect(entries).toBeGreaterThan(0)
    expect(await json(`audit verify --head ${head}`)).toMatchObject({ intact: true })
    const other = await run(`audit verify --json --head ${'f'.repeat(64)}`)
    expect([other.code, JSON.parse(other.output)]).toMatchObject([1, { intact: false, broken: { what: 'head' } }])
  })

  it('plans a matter on paper, and checks the packs', async () => {
    const plan = await json<{ matter: string; services: unknown[]; before: { applications: number }; after: { applications: number } }>('plan newborn --region 440305')
    expect([plan.matter, plan.services.length, plan.after.applications]).toEqual(['newborn', 7, 1])
    expect(await json(`pack check ${neutralPack}`)).toMatchObject({ packs: [expect.anything()], findings: [] })
    expect((await run('plan no-such-matter')).code).toBe(1)
    expect((await run('plan newborn --answers {')).complaints).toContain('--answers')
    const elsewhere = await run('plan newborn --region 999999')
    expect([elsewhere.code, elsewhere.output, elsewhere.complaints]).toEqual([1, '', '✗ 没有业务包管 999999 / No pack covers 999999\n'])
  })

  it('walks a newborn’s matter through the running product: every authority decides, every figure is read back', async () => {
    const outcome = await json<{
      matter: string; applicant: string; services: { id: string; authority: string; state: string; result: string | null }[]
      asked: { fields: number; evidence: number; leftEmpty: string[] }; before: Record<string, number>; after: Record<string, number>; actions: number; durationMs: number
    }>('demo newborn')
    expect(outcome.services.map(({ state }) => state)).toEqual(outcome.services.map(() => 'granted'))
    expect(outcome.services).toHaveLength(7)
    expect(new Set(outcome.services.map(({ authority }) => authority)).size).toBeGreaterThanOrEqual(5)
    expect(new Set(outcome.services.map(({ result }) => result)).size).toBe(7)
    expect(outcome).toMatchObject({ matter: 'newborn', asked: { evidence: outcome.after['evidence'] }, after: { applications: 1 }, before: { applications: 7 } })
    expect(outcome.asked.fields + outcome.asked.leftEmpty.length).toBe(outcome.after['fields'])
    expect(outcome.after['fields']).toBeLessThan(outcome.before['fields'] ?? 0)
    expect(outcome.actions).toBeGreaterThanOrEqual(7 * 3)
    // Whoever is logged in, separate applications would have asked the same; what is known of them only lessens what is asked now.
    const { matters } = await json<{ matters: { id: string; before: Record<string, number>; after: Record<string, number> }[] }>('burden --region 440305')
    const unknown = matters.find(({ id }) => id === 'newborn')
    expect(outcome.before).toEqual(unknown?.before)
    expect(await readFile(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`asked for ${outcome.after['fields']} fields instead of ${unknown?.after['fields']}`)
  }, 240_000)

  it('serves, with a request walked to its end, until it is told to stop, and then leaves nothing running', async () => {
    const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), PORT: '0' }
    const child = spawn(process.execPath, [program, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    const { url, sandboxAdmin } = JSON.parse(line) as { url: string; sandboxAdmin: string }
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true })
    expect((await fetch(`${sandboxAdmin}/healthz`)).ok).toBe(true)
    const first = await json<{ reused: boolean; applicant: string; services: { result: string }[] }>(`demo newborn --applicant chen-xiaoman --url ${url}`)
    expect([first.reused, first.applicant, first.services.length]).toEqual([false, 'chen-xiaoman', 7])
    expect(await json(`demo newborn --applicant chen-xiaoman --url ${url}`)).toMatchObject({ reused: true, services: first.services })
    expect((await run(`demo newborn --applicant chen-xiaoman --url ${url}/`)).output).toContain('以前已经办过这件事')
    const stranger = await run(`demo newborn --applicant he-suyun --url ${url}`)
    expect([stranger.code, stranger.output, stranger.complaints.trim().split('\n')]).toEqual([1, '', [expect.stringContaining('luo-yu, chen-xiaoman')]])
    const { steps } = await json<{ steps: { step: string; state: string; round: number }[] }>(`demo request --url ${url}`)
    expect(steps.map(({ step }) => step)).toEqual(['report', 'sign', 'answer', 'answer/release', 'rate', 'redo', 'sign', 'answer', 'answer/release', 'rate'])
    expect(steps.at(-1)).toMatchObject({ state: 'closed', round: 2 })
    child.kill('SIGINT')
    child.kill('SIGINT') // impatience does no harm
    expect(await ended).toBe(0)
    for (const address of [url, sandboxAdmin]) await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed')
  }, 120_000)

  it('says in one sentence why it cannot start: a taken port, a wrong setting, a database that is away or of a newer version', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const refusals = [await run('serve', { PORT: String(port) }), await run('serve', { PORT: '80x' }), await run('audit verify', { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })]
    taken.close()
    await runStatement(database.url, `insert into schema_migrations (version, name, digest) values (9999, '9999_future.sql', 'x')`)
    refusals.push(await run('audit verify'))
    await runStatement(database.url, 'delete from schema_migrations where version = 9999')
    for (const { code, complaints } of refusals) {
      expect(code).toBe(1)
      expect(complaints).toContain(' / ')
      expect(complaints).not.toMatch(/\n {4}at /)
    }
    expect(refusals[0]?.complaints).toContain(`PORT=${port + 1}`)
    expect(refusals[3]?.complaints).toContain('9999_future.sql')
  })
})
