// Runs the simulated courier as a process of its own; the platform reaches it only over HTTP, as it would a real one.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StartRefusal } from '../start-refusal.ts'

const program = fileURLToPath(new URL('../../sandbox/courier/main.ts', import.meta.url))

/** Known to everybody: the courier it opens carries nothing real. */
const demoCourierKey = 'tongban-demo-courier-key'

export type CourierProcess = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<{ carrier: { url: string; key: string }; admin: string }>
  stop(): Promise<void>
}

/** Returns as soon as the process exists, so that others can start while it does. @param folder where it keeps what was booked */
export const startCourierProcess = (folder: string): CourierProcess => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, SANDBOX_FOLDER: folder, COURIER_KEY: demoCourierKey } })
  const exited = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const firstLine = new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const listen = async () => {
    const line = await Promise.race([firstLine, exited])
    if (line === undefined) throw new StartRefusal('configuration', `快递沙箱没有启动：${complaints.join('').trim()} / The courier of the sandbox did not start: ${complaints.join('').trim()}`)
    const { url, admin } = JSON.parse(line) as { url: string; admin: string } // printed by sandbox/courier/main.ts
    return { carrier: { url, key: demoCourierKey }, admin }
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
