// The simulated authority of time of the sandbox.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { startSandboxChild, type SandboxChild } from './sandbox-child.ts'

/** @param folder where it keeps its key, and where its certificate is put */
export const startTsaProcess = (folder: string): SandboxChild<NonNullable<Config['tsa']>> =>
  startSandboxChild({
    program: 'tsa/main.ts', name: ['时间戳沙箱', 'The authority of time of the sandbox'], environment: { SANDBOX_FOLDER: folder },
    read: async (line) => {
      const { url, certificate } = JSON.parse(line) as { url: string; certificate: string } // printed by sandbox/tsa/main.ts
      const certificates = join(folder, 'tsa.pem')
      await mkdir(folder, { recursive: true })
      await writeFile(certificates, certificate)
      return { url, certificates }
    },
  })
