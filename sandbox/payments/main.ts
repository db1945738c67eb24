// Runs the payment platform as a process of its own: prints one JSON line with its addresses and what its notices are checked with.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startPlatform } from './platform-server.ts'
import { algorithms } from './signing.ts'

const numberFrom = (name: string, fallback: number, highest: number): number => {
  const number = Number(process.env[name] || fallback)
  if (!Number.isInteger(number) || number < 0 || number > highest) throw new RangeError(`${name} must be a whole number from 0 to ${highest}`)
  return number
}

try {
  const { SANDBOX_FOLDER: folder, SANDBOX_HOST: host, PAYMENTS_KEY: key = 'tongban-demo-payment-key', PAYMENTS_SIGNING: signing = 'ed25519', PAYMENTS_CASHIER: cashier } = process.env
  const algorithm = algorithms.find((each) => each === signing)
  if (!algorithm) throw new RangeError(`PAYMENTS_SIGNING must be one of ${algorithms.join(', ')}`)
  const port = numberFrom('PAYMENTS_PORT', 0, 65_534)
  const platform = await startPlatform({ key, algorithm, port, adminPort: port === 0 ? 0 : port + 1, ...(folder ? { folder } : {}), ...(host ? { host } : {}), ...(cashier ? { cashier } : {}) })
  const stop = (): void => void platform.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ url: platform.url, admin: platform.admin, check: platform.check })}\n`)
} catch (error) {
  process.stderr.write(`The payment platform did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
