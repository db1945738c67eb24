// Runs the simulated authority of time as a process of its own; the product reaches it only over HTTP, as it would a real one.
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { StartRefusal } from '../start-refusal.ts'

const program = fileURLToPath(new URL('../../sandbox/tsa/main.ts', import.meta.url))

export type TsaProcess = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<NonNullable<Config['tsa']>>
  stop(): Promise<void>
}

/** Returns as soon as the process exists, so that others can start while it does. @param folder where it keeps its key, and where its certificate is put */
export const startTsaProcess = (folder: string): TsaProcess => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, SANDBOX_FOLDER: folder } })
  const exited = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const firstLine = new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const listen = async () => {
    const line = await Promise.race([firstLine, exited])
    if (line === undefined) throw new StartRefusal('configuration', `时间戳沙箱没有启动：${complaints.join('').trim()} / The authority of time of the sandbox did not start: ${complaints.join('').trim()}`)
    const { url, certificate } = JSON.parse(line) as { url: string; certificate: string } // printed by sandbox/tsa/main.ts
    const certificates = join(folder, 'tsa.pem')
    await mkdir(folder, { recursive: true })
    await writeFile(certificates, certificate)
    return { url, certificates }
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
