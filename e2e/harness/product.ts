// The product the journeys walk through: one server with everything, in a process of its own, with an empty database and invented people.
// Its log is kept for the moment something fails.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { variables } from '../../server/config.ts'
import { exampleLine } from '../../server/modules/catalogue/gdzwfw-example.ts'
import { makeQuickFolder } from '../../tools/quick-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const resultsFolder = join(root, 'test-results')
const tailLines = 40
const patienceMs = 120_000

export type FaultMode = 'ok' | 'slow' | 'error' | 'wrong' | 'down'

export type Product = {
  /** without a slash at the end */
  url: string
  /** the last lines of the server's log */
  logTail: () => string[]
  /** makes a simulated department's system fail, or work again */
  setFault: (registry: string, mode: FaultMode) => Promise<void>
  /** something happens in the invented world: it is written into a register, as its authority would */
  happen: (registry: string, record: { subject: Record<string, string>; fields: Record<string, unknown> }) => Promise<void>
  /** the simulated courier goes on by one step with every parcel, and has reported it */
  advanceCourier: () => Promise<void>
  /** address of the page that shows the text messages of the demo */
  phones: string
  stop: () => Promise<void>
}

/** Nothing the surrounding shell configures may reach the product under test. */
const environment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in variables))),
  TONGBAN_MODE: 'demo', SANDBOX: 'on', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', COURIER_STEP_MS: '0',
})

const program = join(root, 'server/cli.ts')

/** One imported service, as the platform gets them from elsewhere; the database must be at rest for it. */
const importExample = async (folder: string, env: NodeJS.ProcessEnv): Promise<void> => {
  const file = join(folder, 'services.jsonl')
  await writeFile(file, `${exampleLine({})}\n`)
  const child = spawn(process.execPath, [program, 'import', 'gdzwfw', file], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`导入没有成功。 / The import failed.\n${said.join('')}`)
}

/** `stopWith` is told how to stop as soon as there is something to stop. */
export const startProduct = async (stopWith: (stop: () => Promise<void>) => void = () => {}): Promise<Product> => {
  const folder = makeQuickFolder()
  await mkdir(resultsFolder, { recursive: true })
  const env = environment(join(folder, 'data'))
  await importExample(folder, env)
  const child = spawn(process.execPath, [program, 'serve', '--json'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const file = createWriteStream(join(resultsFolder, 'server.log'))
  const tail: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    file.write(`${line}\n`)
    tail.push(line)
    if (tail.length > tailLines) tail.shift()
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    file.end()
    await rm(folder, { recursive: true, force: true })
  }
  stopWith(stop)
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    exited.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref()),
  ])
  if (line === undefined) {
    await stop()
    throw new Error(`系统没有启动。 / The product did not start.\n${tail.join('\n')}`)
  }
  const { url, sandboxAdmin, courierAdmin, phonesAdmin } = JSON.parse(line) as { url: string; sandboxAdmin: string; courierAdmin: string; phonesAdmin: string }
  return {
    url,
    phones: `${phonesAdmin}/`,
    logTail: () => [...tail],
    setFault: async (registry, mode) => {
      const reply = await fetch(`${sandboxAdmin}/faults/${registry}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ mode }) })
      if (!reply.ok) throw new Error(`${registry} ${mode}: ${reply.status} ${await reply.text()}`)
    },
    happen: async (registry, record) => {
      const reply = await fetch(`${sandboxAdmin}/records/${registry}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ legalBasis: '旅程测试', caseNumber: null, ...record }) })
      if (!reply.ok) throw new Error(`${registry}: ${reply.status} ${await reply.text()}`)
    },
    advanceCourier: async () => {
      const reply = await fetch(`${courierAdmin}/advance`, { method: 'POST' })
      if (!reply.ok) throw new Error(`the courier: ${reply.status} ${await reply.text()}`)
    },
    stop,
  }
}
