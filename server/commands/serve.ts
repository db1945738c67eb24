// The command `serve`: the running product in the foreground until it is told to stop.
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../config.ts'
import type { Progress } from '../start/progress.ts'
import { reachableAddress } from '../start/reachable-address.ts'
import { startTongban } from '../start/start.ts'
import { StartRefusal } from '../start-refusal.ts'

const withoutDatabaseMs = 3000

const say = (line: string) => process.stderr.write(`${line}\n`)

const progress: Progress = (zh, en) => {
  const start = performance.now()
  const done = (outcome?: string): void => {
    say(`  ✓ ${zh} ${en}${outcome ? ` — ${outcome}` : ''} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  }
  return Object.assign(done, { note: (line: string) => void say(`  … ${line}`) })
}

const untilToldToStop = (): Promise<undefined> =>
  new Promise((resolve) => {
    const stop = () => resolve(undefined)
    // A second signal must not interrupt the stopping that the first one began.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.once('disconnect', stop)
    process.channel?.unref()
  })

const demoLines = (url: string): string[] => [
  `    居民 resident     ${url}/api/v1/login?login_hint=chen-xiaoman   陈小满，孩子刚出生 / a new father`,
  `    审批 approver     ${url}/api/v1/login?audience=staff&login_hint=nanshan-public-security-approver&returnTo=/workbench/`,
  `    督办 supervisor   ${url}/api/v1/login?audience=staff&login_hint=shenzhen-supervisor&returnTo=/workbench/`,
  '    登录页可选任何演示人物，全部为虚构。 / The login page offers every demo person; all are invented.',
]

/** Runs until stopped; returns the exit code. With `json` one line with the addresses goes to standard output. */
export const serve = async ({ json }: { json: boolean }): Promise<number> => {
  const told = untilToldToStop()
  try {
    const start = performance.now()
    say('通办 Tongban')
    const running = await startTongban(readConfig(process.env, reachableAddress()), progress)
    const { url, app, sandboxAdmin, courierAdmin, phonesAdmin } = running
    say(`\n  ${((performance.now() - start) / 1000).toFixed(1)} s`)
    say(`  门户 portal       ${url}/`)
    say(`  工作台 workbench  ${url}/workbench/`)
    say(`  接口 API          ${url}/api/  (OpenAPI: ${url}/api/openapi.json)`)
    if (sandboxAdmin) say(`  沙箱 sandbox      ${sandboxAdmin}`)
    if (courierAdmin) say(`  快递 courier      ${courierAdmin}`)
    if (phonesAdmin) say(`  手机 phones       ${phonesAdmin}/`)
    if (app.config.mode === 'demo') for (const line of demoLines(url)) say(line)
    say('\n  Ctrl-C 停止 / stops')
    if (json) process.stdout.write(`${JSON.stringify({ url, sandboxAdmin: sandboxAdmin ?? null, courierAdmin: courierAdmin ?? null, phonesAdmin: phonesAdmin ?? null })}\n`)
    const reason = await Promise.race([told, running.lost])
    if (reason !== undefined) say(`\n  ✗ ${reason}`)
    say('\n  正在停止… / stopping…')
    if (reason === undefined) {
      await running.stop()
      return 0
    }
    // What waits for the database would wait for ever.
    await Promise.race([running.stop(), sleep(withoutDatabaseMs)])
    return process.exit(1)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    say(`\n  ✗ ${error.message}`)
    return 1
  }
}
