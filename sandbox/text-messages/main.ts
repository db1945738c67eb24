// Runs the gateway for text messages as a process of its own: prints one JSON line with its addresses once it listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startSmsGateway } from './gateway-server.ts'

const numberFrom = (name: string, fallback: number, highest: number): number => {
  const number = Number(process.env[name] || fallback)
  if (!Number.isInteger(number) || number < 0 || number > highest) throw new RangeError(`${name} must be a whole number from 0 to ${highest}`)
  return number
}

/** Registered texts by code. */
const wordsFrom = (text: string): Record<string, string> => {
  const words: unknown = JSON.parse(text)
  if (typeof words !== 'object' || words === null || Object.values(words).some((each) => typeof each !== 'string')) throw new RangeError('GATEWAY_WORDS must be an object of texts')
  return words as Record<string, string> // checked above
}

try {
  const { SANDBOX_FOLDER: folder, SANDBOX_HOST: host, GATEWAY_KEY: key = 'demo:tongban-demo-text-message-key', GATEWAY_SIGN: sign = '通办演示', GATEWAY_WORDS: words = '{}', GATEWAY_REPORTS: reports, GATEWAY_ANSWERS: answers } = process.env
  const [id = '', secret = ''] = key.split(':')
  const port = numberFrom('GATEWAY_PORT', 0, 65_534)
  const gateway = await startSmsGateway({
    key: { id, secret }, sign, words: wordsFrom(words), port, adminPort: port === 0 ? 0 : port + 1, stepMs: numberFrom('GATEWAY_STEP_MS', 3000, 86_400_000),
    ...(reports ? { reports } : {}), ...(answers ? { answers } : {}), ...(folder ? { folder } : {}), ...(host ? { host } : {}),
  })
  const stop = (): void => void gateway.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ url: gateway.url, admin: gateway.admin })}\n`)
} catch (error) {
  process.stderr.write(`The gateway for text messages did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
