// The simulated gateway for text messages of the sandbox.
import type { Config } from '../config.ts'
import { listTextKinds, registeredText, repliesPath, reportsPath, type TextKind } from '../modules/text-messages/index.ts'
import { startSandboxChild, type SandboxChild } from './sandbox-child.ts'

/** Known to everybody: nothing leaves the machine. */
const demo = { keyId: 'demo', keySecret: 'tongban-demo-text-message-key', sign: '通办演示', reportKey: 'tongban-demo-text-message-reports' }

/** Every kind has its words registered there. */
const templates: Record<TextKind, string> = Object.fromEntries(listTextKinds().map((kind, index) => [kind, `SMS_${100_000_001 + index}`])) as Record<TextKind, string> // of all kinds

/** @param folder where it keeps what was sent @param site where people, and the gateway's reports, reach the product */
export const startTextMessagesProcess = (folder: string, site: string): SandboxChild<{ textMessages: NonNullable<Config['textMessages']>; admin: string }> =>
  startSandboxChild({
    program: 'text-messages/main.ts', name: ['短信沙箱', 'The gateway for text messages of the sandbox'],
    environment: {
      SANDBOX_FOLDER: folder, GATEWAY_KEY: `${demo.keyId}:${demo.keySecret}`, GATEWAY_SIGN: demo.sign, GATEWAY_WORDS: JSON.stringify(Object.fromEntries(listTextKinds().map((kind) => [templates[kind], registeredText(kind, site)]))),
      GATEWAY_REPORTS: `${site}${reportsPath}/${demo.reportKey}`, GATEWAY_ANSWERS: `${site}${repliesPath}/${demo.reportKey}`,
    },
    read: (line) => {
      const { url, admin } = JSON.parse(line) as { url: string; admin: string } // printed by sandbox/text-messages/main.ts
      return { textMessages: { ...demo, url, templates }, admin }
    },
  })
