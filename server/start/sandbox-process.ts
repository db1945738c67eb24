// The simulated departments of the sandbox.
import { makeFolder } from '../embedded-postgres/place.ts'
import type { HeldKey } from '../kernel/keys.ts'
import type { RegistryEndpoint } from '../modules/exchange/index.ts'
import { refusalForFolder } from '../start-refusal.ts'
import { startSandboxChild, type SandboxChild } from './sandbox-child.ts'

/** Known to everybody: it opens invented data only. */
export const demoRegistryKey = 'tongban-demo-registry-key'

export type SandboxProcess = SandboxChild<{ registries: Record<string, RegistryEndpoint>; admin: string; connectors: Record<string, string> }>

type Printed = { urls: Record<string, string>; signers: Record<string, string>; admin: string; connectors: Record<string, string> }

/** @param caller key whose signed questions alone are answered @throws StartRefusal when the folder cannot be made */
export const startSandboxProcess = (folder: string, caller?: HeldKey): SandboxProcess => {
  try {
    makeFolder(folder)
  } catch (error) {
    throw refusalForFolder(error, folder)
  }
  return startSandboxChild({
    program: 'main.ts', name: ['部门沙箱', 'The sandbox'],
    environment: { SANDBOX_FOLDER: folder, SANDBOX_KEY: demoRegistryKey, ...(caller ? { SANDBOX_CALLERS: JSON.stringify([caller.publicJwk]) } : {}) },
    read: (line) => {
      const { urls, signers, admin, connectors } = JSON.parse(line) as Printed // printed by sandbox/main.ts
      return { registries: Object.fromEntries(Object.entries(urls).map(([id, url]) => [id, { url, key: demoRegistryKey, signer: signers[id] ?? '' }])), admin, connectors: { ...connectors, SANDBOX_KEY: demoRegistryKey } }
    },
  })
}
