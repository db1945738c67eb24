// Runs the simulated payment platform as a process of its own; the product reaches it only over HTTP, as it would a real one.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { cashierPath } from '../modules/payments/index.ts'
import { parseNoticeKey } from '../modules/payments/notice-signature.ts'
import { StartRefusal } from '../start-refusal.ts'

const program = fileURLToPath(new URL('../../sandbox/payments/main.ts', import.meta.url))

/** Known to everybody: no money moves there. */
const demoPaymentKey = 'tongban-demo-payment-key'

export type PaymentsProcess = {
  /** @throws StartRefusal with what it complained of */
  listening: Promise<{ payment: NonNullable<Config['payment']>; admin: string }>
  stop(): Promise<void>
}

/** Returns as soon as the process exists, so that others can start while it does. @param folder where it keeps its book */
export const startPaymentsProcess = (folder: string): PaymentsProcess => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, SANDBOX_FOLDER: folder, PAYMENTS_KEY: demoPaymentKey, PAYMENTS_CASHIER: cashierPath } })
  const exited = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const firstLine = new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const listen = async () => {
    const line = await Promise.race([firstLine, exited])
    const { url, admin, check } = (line === undefined ? {} : JSON.parse(line)) as { url?: string; admin?: string; check?: string } // printed by sandbox/payments/main.ts
    const notices = parseNoticeKey(check ?? '')
    if (!url || !admin || !notices) throw new StartRefusal('configuration', `支付沙箱没有启动：${complaints.join('').trim()} / The payment platform of the sandbox did not start: ${complaints.join('').trim()}`)
    return { payment: { url, key: demoPaymentKey, notices }, admin }
  }
  return {
    listening: listen(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
