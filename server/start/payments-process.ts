// The simulated payment platform of the sandbox.
import type { Config } from '../config.ts'
import { cashierPath } from '../modules/payments/index.ts'
import { parseNoticeKey } from '../modules/payments/notice-signature.ts'
import { StartRefusal } from '../start-refusal.ts'
import { startSandboxChild, type SandboxChild } from './sandbox-child.ts'

/** Known to everybody: no money moves there. */
const demoPaymentKey = 'tongban-demo-payment-key'

/** @param folder where it keeps its book */
export const startPaymentsProcess = (folder: string): SandboxChild<{ payment: NonNullable<Config['payment']>; admin: string }> =>
  startSandboxChild({
    program: 'payments/main.ts', name: ['支付沙箱', 'The payment platform of the sandbox'], environment: { SANDBOX_FOLDER: folder, PAYMENTS_KEY: demoPaymentKey, PAYMENTS_CASHIER: cashierPath },
    read: (line) => {
      const { url, admin, check } = JSON.parse(line) as { url: string; admin: string; check: string } // printed by sandbox/payments/main.ts
      const notices = parseNoticeKey(check)
      if (!notices) throw new StartRefusal('configuration', '支付沙箱没有给出核对通知的公钥。 / The payment platform of the sandbox gave no key its notices are checked with.')
      return { payment: { url, key: demoPaymentKey, notices }, admin }
    },
  })
