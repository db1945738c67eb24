// Runs the courier as a process of its own: prints one JSON line with its addresses once it listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startCourier } from './courier-server.ts'

const numberFrom = (name: string, fallback: number, highest: number): number => {
  const number = Number(process.env[name] || fallback)
  if (!Number.isInteger(number) || number < 0 || number > highest) throw new RangeError(`${name} must be a whole number from 0 to ${highest}`)
  return number
}

try {
  const { SANDBOX_FOLDER: folder, SANDBOX_HOST: host, COURIER_KEY: key = 'tongban-demo-courier-key' } = process.env
  const port = numberFrom('COURIER_PORT', 0, 65_534)
  const courier = await startCourier({
    key, port, adminPort: port === 0 ? 0 : port + 1, stepMs: numberFrom('COURIER_STEP_MS', 20_000, 86_400_000), ...(folder ? { folder } : {}), ...(host ? { host } : {}),
  })
  const stop = (): void => void courier.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ url: courier.url, admin: courier.admin })}\n`)
} catch (error) {
  process.stderr.write(`The courier did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
