// Starts the departments' systems in this process, each on its own port, with the admin server beside them.
// For `main.ts` and for tests, which pass their own clock, population and faults.
import { randomUUID } from 'node:crypto'
import { startAdmin } from './admin-server.ts'
import { findFirstDay } from './dating.ts'
import { noFault, noFaults, type Faults } from './faults.ts'
import { latencyMs } from './latency.ts'
import { getPopulation } from './people.ts'
import type { Population } from './population.ts'
import { readWrite } from './protocol.ts'
import { openRecordBook } from './record-book.ts'
import { getRegistry, registryNames } from './registries.ts'
import { startRegistry, type RunningRegistry } from './registry-server.ts'
import { newReplySigner, type Caller } from './signing.ts'

/** The key every registry takes unless another is given. For demo mode and tests only. */
export const demoRegistryKey = 'tongban-demo-registry-key'

export type SandboxOptions = {
  /** which registries; all by default */
  only?: readonly string[]
  /** fixed ports by registry, and that of `admin`; any free one where absent */
  ports?: Readonly<Record<string, number>>
  host?: string
  /** median milliseconds of an answer, log-normal; 0 by default */
  latency?: number
  faults?: Faults
  /** folder in which writes survive a restart; memory only where absent */
  folder?: string
  key?: string
  population?: Population
  ratePerSecond?: number
  /** whose signed questions are answered; everybody's with the key where absent */
  callers?: readonly Caller[]
  now?: () => Date
  random?: () => number
}
export type Sandbox = {
  /** base URL by registry */
  urls: Record<string, string>
  /** thumbprint of the key each registry signs with */
  signers: Record<string, string>
  /** base URL of the admin server, on loopback */
  admin: string
  key: string
  stop(): Promise<void>
}

/** @throws Error when a port is taken or the folder cannot be used; whatever had started is stopped again */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { ports = {}, host = '127.0.0.1', latency = 0, key = demoRegistryKey, random = Math.random } = options
  const names = options.only ?? registryNames
  const now = options.now ?? (() => new Date())
  const faults: Faults = { ...noFaults(), ...options.faults }
  const running = new Map<string, RunningRegistry>()
  const signers = new Map(names.map((name) => [name, newReplySigner()]))
  const stopping: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(stopping.splice(0).map((each) => each()))
  }
  try {
    const population = options.population ?? getPopulation(findFirstDay(now(), options.folder))
    const books = names.map((name) => openRecordBook(getRegistry(name), population, options.folder))
    for (const [index, name] of names.entries()) {
      const book = books[index]
      if (!book) continue
      const started = await startRegistry({
        registry: getRegistry(name),
        book,
        key,
        host,
        port: ports[name] ?? 0,
        fault: () => faults[name] ?? noFault(),
        latency: () => latencyMs(latency, random(), random()),
        now,
        ratePerSecond: options.ratePerSecond ?? 1000,
        signer: signers.get(name) ?? newReplySigner(),
        callers: options.callers ?? [],
      })
      running.set(name, started)
      stopping.push(started.stop)
    }
    const admin = await startAdmin({
      port: ports['admin'] ?? 0,
      faults,
      changed: (name) => {
        if (faults[name]?.mode === 'down') running.get(name)?.hangUp()
      },
      reset: () => books.forEach((book) => book.reset()),
      happen: (name, body) => void books[names.findIndex((each) => each === name)]?.write(randomUUID(), readWrite(body), now()),
    })
    stopping.push(admin.stop)
    return { urls: Object.fromEntries([...running].map(([name, { url }]) => [name, url])), signers: Object.fromEntries([...signers].map(([name, { publicKey }]) => [name, publicKey.kid])), admin: admin.url, key, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
