// Runs the simulated departments as a process of their own; the platform reaches them only over HTTP, as it would real ones.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { makeFolder } from '../embedded-postgres/place.ts'
import type { HeldKey } from '../kernel/keys.ts'
import type { RegistryEndpoint } from '../modules/exchange/index.ts'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'

const program = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url))

/** Known to everybody: it opens invented data only. */
export const demoRegistryKey = 'tongban-demo-registry-key'

export type SandboxProcess = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<{ registries: Record<string, RegistryEndpoint>; admin: string; connectors: Record<string, string> }>
  stop(): Promise<void>
}

/** Returns as soon as the process exists, so that others can start while it does. @param caller key whose signed questions alone are answered @throws StartRefusal when the folder cannot be made */
export const startSandboxProcess = (folder: string, caller?: HeldKey): SandboxProcess => {
  try {
    makeFolder(folder)
  } catch (error) {
    throw refusalForFolder(error, folder)
  }
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: false, env: { ...process.env, SANDBOX_FOLDER: folder, SANDBOX_KEY: demoRegistryKey, ...(caller ? { SANDBOX_CALLERS: JSON.stringify([caller.publicJwk]) } : {}) } })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const listen = async () => {
    const line = await firstLine(child.stdout, exited)
    if (line === undefined) throw new StartRefusal('configuration', `部门沙箱没有启动：${complaints.join('').trim()} / The sandbox did not start: ${complaints.join('').trim()}`)
    const { urls, signers, admin, connectors } = JSON.parse(line) as { urls: Record<string, string>; signers: Record<string, string>; admin: string; connectors: Record<string, string> }
    return { registries: Object.fromEntries(Object.entries(urls).map(([id, url]) => [id, { url, key: demoRegistryKey, signer: signers[id] ?? '' }])), admin, connectors: { ...connectors, SANDBOX_KEY: demoRegistryKey } }
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

const firstLine = (stream: NodeJS.ReadableStream | null, exited: Promise<void>): Promise<string | undefined> => {
  if (!stream) return Promise.resolve(undefined)
  const lines = createInterface({ input: stream })
  return Promise.race([new Promise<string>((resolve) => lines.once('line', resolve)), exited.then(() => undefined)])
}
