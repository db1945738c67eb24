// Tests of the sandbox as its own process: the line it prints, the settings it refuses, and that it never outlives its parent.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { latencyMs } from './latency.ts'
import { registryNames } from './registries.ts'
import { startSandbox, type Sandbox } from './start.ts'

const launch = (env: Record<string, string>): ChildProcess =>
  fork(new URL('main.ts', import.meta.url), { env: { PATH: process.env.PATH, SANDBOX_LATENCY: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] })

const firstOutput = async (child: ChildProcess): Promise<string> => String((await once(child.stdout ?? child, 'data'))[0])

test('it prints one line of JSON with every address once all registries listen, and ends when its parent is gone', async () => {
  const child = launch({ SANDBOX_FAULTS: 'marriage:error' })
  const { urls, admin } = JSON.parse(await firstOutput(child))
  expect(Object.keys(urls)).toEqual(registryNames)
  const health = await Promise.all([urls.population, urls.marriage, admin].map(async (url: string) => (await fetch(`${url}/healthz`)).status))
  expect(health).toEqual([200, 500, 200])
  const ended = once(child, 'exit')
  child.disconnect()
  expect((await ended)[0]).toBe(0)
})

test('one registry can run alone, and a termination signal ends it cleanly', async () => {
  const child = launch({ SANDBOX_ONLY: 'births' })
  expect(Object.keys(JSON.parse(await firstOutput(child)).urls)).toEqual(['births'])
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
})

test('a setting that cannot be right stops the start and is named', async () => {
  const wrong = [['SANDBOX_FAULTS', 'tax:down'], ['SANDBOX_ONLY', 'tax'], ['SANDBOX_PORT', '99999'], ['SANDBOX_LATENCY', 'fast']] as const
  await Promise.all(
    wrong.map(async ([name, value]) => {
      const child = launch({ [name]: value })
      let message = ''
      child.stderr?.on('data', (chunk) => (message += chunk))
      expect((await once(child, 'close'))[0]).toBe(1)
      expect(message).toContain('The sandbox did not start')
      expect(message).toContain(value)
    }),
  )
})

test('a taken port stops the start and leaves none of the other registries running', async () => {
  const [staying, leaving] = [await startSandbox({ only: ['population'] }), await startSandbox({ only: ['population'] })]
  const portOf = ({ urls }: Sandbox): number => Number(new URL(urls.population ?? '').port)
  await leaving.stop()
  await expect(startSandbox({ ports: { population: portOf(leaving), licences: portOf(staying) } })).rejects.toThrow('EADDRINUSE')
  await expect(fetch(`http://127.0.0.1:${portOf(leaving)}/healthz`)).rejects.toThrow('fetch failed')
  await staying.stop()
})

test('latency is log-normal around its median and nothing when the median is zero', () => {
  expect(latencyMs(0, 0.5, 0.5)).toBe(0)
  expect(latencyMs(80, 0, 0)).toBe(80)
  const grid = Array.from({ length: 100 }, (_, index) => (index + 0.5) / 100)
  const answers = grid.flatMap((first) => grid.map((second) => latencyMs(80, first, second))).sort((a, b) => a - b)
  const share = (portion: number) => answers[Math.floor(portion * answers.length)] ?? 0
  expect(share(0.5)).toBeGreaterThan(77)
  expect(share(0.5)).toBeLessThan(83)
  expect([share(0.16) > 50, share(0.84) < 120, share(0.999) > 160]).toEqual([true, true, true])
})
