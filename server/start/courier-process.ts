// The simulated courier of the sandbox.
import { startSandboxChild, type SandboxChild } from './sandbox-child.ts'

/** Known to everybody: the courier it opens carries nothing real. */
const demoCourierKey = 'tongban-demo-courier-key'

/** @param folder where it keeps what was booked */
export const startCourierProcess = (folder: string): SandboxChild<{ carrier: { url: string; key: string }; admin: string }> =>
  startSandboxChild({
    program: 'courier/main.ts', name: ['快递沙箱', 'The courier of the sandbox'], environment: { SANDBOX_FOLDER: folder, COURIER_KEY: demoCourierKey },
    read: (line) => {
      const { url, admin } = JSON.parse(line) as { url: string; admin: string } // printed by sandbox/courier/main.ts
      return { carrier: { url, key: demoCourierKey }, admin }
    },
  })
