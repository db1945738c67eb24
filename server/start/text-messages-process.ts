// Runs the simulated gateway for text messages as a process of its own; the product reaches it only over HTTP, as it would a real one.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { listTextKinds, registeredText, repliesPath, reportsPath, type TextKind } from '../modules/text-messages/index.ts'
import { StartRefusal } from '../start-refusal.ts'

const program = fileURLToPath(new URL('../../sandbox/text-messages/main.ts', import.meta.url))

/** Known to everybody: nothing leaves the machine. */
const demo = { keyId: 'demo', keySecret: 'tongban-demo-text-message-key', sign: '通办演示', reportKey: 'tongban-demo-text-message-reports' }

export type TextMessagesProcess = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<{ textMessages: NonNullable<Config['textMessages']>; admin: string }>
  stop(): Promise<void>
}

/** Every kind has its words registered there. */
const templates: Record<TextKind, string> = Object.fromEntries(listTextKinds().map((kind, index) => [kind, `SMS_${100_000_001 + index}`])) as Record<TextKind, string> // of all kinds

/** Returns as soon as the process exists, so that others can start while it does. @param folder where it keeps what was sent @param site where people, and the gateway's reports, reach the product */
export const startTextMessagesProcess = (folder: string, site: string): TextMessagesProcess => {
  const words = Object.fromEntries(listTextKinds().map((kind) => [templates[kind], registeredText(kind, site)]))
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env, SANDBOX_FOLDER: folder, GATEWAY_KEY: `${demo.keyId}:${demo.keySecret}`, GATEWAY_SIGN: demo.sign, GATEWAY_WORDS: JSON.stringify(words),
      GATEWAY_REPORTS: `${site}${reportsPath}/${demo.reportKey}`, GATEWAY_ANSWERS: `${site}${repliesPath}/${demo.reportKey}`,
    },
  })
  const exited = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const firstLine = new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const listen = async () => {
    const line = await Promise.race([firstLine, exited])
    if (line === undefined) throw new StartRefusal('configuration', `短信沙箱没有启动：${complaints.join('').trim()} / The gateway for text messages of the sandbox did not start: ${complaints.join('').trim()}`)
    const { url, admin } = JSON.parse(line) as { url: string; admin: string } // printed by sandbox/text-messages/main.ts
    return { textMessages: { ...demo, url, templates }, admin }
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
