// What happens to the program when a connection is lost in the middle of a transaction; each in a program of its own, which could end.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tools/test-database.ts'
import { connect, mended, mends } from './postgres-driver.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A transaction that goes on after its connection was killed, then another question on the same pool of one. */
const program = `
  const { connect } = await import('./server/kernel/postgres-driver.ts')
  const sql = connect(process.env.DATABASE, { max: 1, onnotice: () => {}, connect_timeout: 3 })
  const killer = connect(process.env.DATABASE, { max: 1, onnotice: () => {} })
  const told = await sql.begin(async (tx) => {
    const [{ pid }] = await tx\`select pg_backend_pid() as pid\`
    await killer\`select pg_terminate_backend(\${pid})\`
    await tx\`select 1\`.catch(() => {})
    await tx\`select 2\`
  }).catch((error) => error.code)
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  const [row] = await sql\`select 3 as three\`
  console.log(typeof told, row.three)
  process.exit(0)`

const run = () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', program], { encoding: 'utf8', cwd: root, env: { ...process.env, DATABASE: database.url } })
  return { stdout: stdout.trim(), stderr: stderr.split('\n').find((line) => line.includes('Error')) ?? '', status }
}

it('refuses what a lost transaction still asks, and serves the next question on a new connection', () => {
  expect(run()).toEqual({ stdout: 'string 3', stderr: '', status: 0 })
})

it.each(Object.keys(mends))('says so when the driver has changed where it is mended: %s', (file) => {
  const source = readFileSync(new URL(`../../node_modules${file}`, import.meta.url), 'utf8')
  expect(mended(file, source)).not.toBe(source)
  expect(() => mended(file, source.replaceAll('(', '( '))).toThrow('postgres.js has changed')
})

it('sends the first statement of a transaction with its beginning, and lets nobody else in between', async () => {
  const sql = connect(database.url, { max: 2, onnotice: () => {} })
  const other = connect(database.url, { max: 1, onnotice: () => {} })
  await sql`create table counted (n int)`
  const count = async () => (await other`select count(*)::int as n from counted`)[0]?.['n']
  const insert = (n: number) => sql.begin(async (tx) => {
    await Promise.all([tx`insert into counted values (${n})`, tx`insert into counted values (${n})`])
    if (n % 3 === 0) throw new Error('no')
  })
  const settled = await Promise.allSettled([...Array.from({ length: 12 }, (_, n) => insert(n)), ...Array.from({ length: 12 }, () => sql`insert into counted values (-1)`)])
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  expect(await count()).toBe(2 * 8 + 12)
  await Promise.all([sql.end(), other.end()])
})
