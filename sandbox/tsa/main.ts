// Runs the authority of time as a process of its own: prints one JSON line with its address and certificate once it listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startTsa } from './tsa-server.ts'

try {
  const { SANDBOX_FOLDER: folder, SANDBOX_HOST: host, TSA_PORT: port = '0' } = process.env
  const tsa = await startTsa({ port: Number(port), ...(folder ? { folder } : {}), ...(host ? { host } : {}) })
  const stop = (): void => void tsa.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ url: tsa.url, certificate: tsa.certificate })}\n`)
} catch (error) {
  process.stderr.write(`The authority of time did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
