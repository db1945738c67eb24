// Runs the graduates' service as a process of its own, as a department would: prints one JSON line with its address once it listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startGraduatesOf } from './graduates.ts'

const { SANDBOX_KEY: key = 'tongban-demo-registry-key', SANDBOX_FOLDER: folder, GRADUATES_PORT: port = '0', GRADUATES_SLOW_MS: slowMs = '5000', GRADUATES_MORE: more = '0' } = process.env
const service = await startGraduatesOf(key, folder, { port: Number(port), slowMs: Number(slowMs), more: Number(more) })
const stop = (): void => void service.stop().then(() => process.exit(0))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
process.once('disconnect', stop)
process.stdout.write(`${JSON.stringify({ url: service.url })}\n`)
