// Runs the sandbox as one process of its own: prints one JSON line with the addresses on stdout once every registry listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { dropFiles } from './drops.ts'
import { parseFaults } from './faults.ts'
import { startGraduatesOf } from './graduates/graduates.ts'
import { isRegistryName, registryNames } from './registries.ts'
import { readCallers } from './signing.ts'
import { startSandbox, type SandboxOptions } from './start.ts'

const numberFrom = (name: string, text: string | undefined, highest: number): number | undefined => {
  if (!text) return undefined
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > highest) throw new RangeError(`${name}=${text} must be a whole number from 0 to ${highest}`)
  return number
}

/** @throws RangeError naming the variable that is wrong */
const readOptions = (env: NodeJS.ProcessEnv): SandboxOptions => {
  const only = (env.SANDBOX_ONLY ?? '').split(',').map((name) => name.trim()).filter(Boolean)
  const unknown = only.find((name) => !isRegistryName(name))
  if (unknown) throw new RangeError(`SANDBOX_ONLY: “${unknown}” is none of ${registryNames.join(', ')}`)
  const first = numberFrom('SANDBOX_PORT', env.SANDBOX_PORT, 65535 - registryNames.length)
  return {
    ...(only.length > 0 ? { only: only.filter(isRegistryName) } : {}),
    ...(first ? { ports: Object.fromEntries([...registryNames, 'admin'].map((name, index) => [name, first + index])) } : {}),
    ...(env.SANDBOX_HOST ? { host: env.SANDBOX_HOST } : {}),
    ...(env.SANDBOX_KEY ? { key: env.SANDBOX_KEY } : {}),
    ...(env.SANDBOX_CALLERS ? { callers: readCallers(env.SANDBOX_CALLERS) } : {}),
    ...(env.SANDBOX_FOLDER ? { folder: env.SANDBOX_FOLDER } : {}),
    latency: numberFrom('SANDBOX_LATENCY', env.SANDBOX_LATENCY, 60_000) ?? 80,
    faults: parseFaults(env.SANDBOX_FAULTS ?? ''),
  }
}

try {
  const sandbox = await startSandbox(readOptions(process.env))
  // What is reached through connector files: a service of another kind, and a folder of files.
  const graduates = await startGraduatesOf(sandbox.key, process.env.SANDBOX_FOLDER)
  const connectors = { SANDBOX_GRADUATES_DESCRIPTION: `${graduates.url}/openapi.json`, ...(process.env.SANDBOX_FOLDER ? { SANDBOX_DROP_FOLDER: dropFiles(process.env.SANDBOX_FOLDER, new Date()) } : {}) }
  const stop = (): void => void Promise.all([sandbox.stop(), graduates.stop()]).then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ urls: sandbox.urls, signers: sandbox.signers, admin: sandbox.admin, connectors })}\n`)
} catch (error) {
  process.stderr.write(`The sandbox did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
