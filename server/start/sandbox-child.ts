// One program of the sandbox as a process of its own, reached only over HTTP, as the real one would be. It prints one line of JSON once it
// listens, and ends with us: the channel between the two closes, kill -9 included.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StartRefusal } from '../start-refusal.ts'

export type SandboxChild<Listening> = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<Listening>
  stop(): Promise<void>
}

type Started<Listening> = {
  /** below sandbox/ */
  program: string
  /** as a sentence begins: in Chinese, in English */
  name: readonly [string, string]
  environment: Readonly<Record<string, string>>
  /** what is made of the line it prints */
  read: (line: string) => Listening | Promise<Listening>
}

/** Returns as soon as the process exists, so that others can start while it does. */
export const startSandboxChild = <Listening>({ program, name: [zh, en], environment, read }: Started<Listening>): SandboxChild<Listening> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../../sandbox/${program}`, import.meta.url))], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...environment } })
  const exited = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const firstLine = new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const listen = async () => {
    const line = await Promise.race([firstLine, exited])
    const said = complaints.join('').trim()
    if (line === undefined) throw new StartRefusal('configuration', `${zh}没有启动：${said} / ${en} did not start: ${said}`)
    return read(line)
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
