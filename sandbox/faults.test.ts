// Tests of everything that can be switched to go wrong, as a caller of the registry sees it.
import { afterEach, expect, test } from 'vitest'
import { corrupted, noFault, parseFaults } from './faults.ts'
import { getRegistry } from './registries.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from './start.ts'

let sandbox: Sandbox
afterEach(() => sandbox?.stop())
const start = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = await startSandbox({ only: ['population', 'marriage'], ...options })
}

const ask = (signal?: AbortSignal): Promise<Response> =>
  fetch(`${sandbox.urls.population}/v1/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.key}` },
    body: JSON.stringify({ subject: { idNumber: '440305199005219994' }, fields: ['name', 'birthDate', 'sex', 'ethnicity'], purpose: '测试', legalBasis: '测试', caseNumber: null, consent: null }),
    ...(signal ? { signal } : {}),
  })
const setFault = (fault: object, registry = 'population'): Promise<Response> =>
  fetch(`${sandbox.admin}/faults/${registry}`, { method: 'PUT', body: JSON.stringify(fault) })

test('a slow registry answers correctly, but only after the given time', async () => {
  await start()
  await setFault({ mode: 'slow', slowMs: 60 })
  const began = performance.now()
  const reply = await ask()
  expect(performance.now() - began).toBeGreaterThanOrEqual(59)
  expect((await reply.json()).record.name).toBe('陈小满')
})

test('a caller who gives up on a slow registry, and stopping it, need not wait for the answer', async () => {
  await start({ faults: { population: { mode: 'slow', slowMs: 100_000 } } })
  await expect(ask(AbortSignal.timeout(30))).rejects.toThrow()
  const pending = ask().catch(() => 'hung up')
  await sandbox.stop()
  expect(await pending).toBe('hung up')
})

test('a failing registry answers 500 without a record, and its health says so too', async () => {
  await start()
  await setFault({ mode: 'error' })
  const reply = await ask()
  expect(reply.status).toBe(500)
  expect(await reply.json()).toMatchObject({ error: { code: 'internal' } })
  expect((await fetch(`${sandbox.urls.population}/healthz`)).status).toBe(500)
})

test("a registry with wrong data gives somebody else's name and a day that does not exist, the same each time", async () => {
  await start()
  await setFault({ mode: 'wrong' })
  const [first, second] = [await (await ask()).json(), await (await ask()).json()]
  expect(first.record).toEqual({ name: '张示例', birthDate: '2026-02-30', sex: '9', ethnicity: '汉族' })
  expect(second.record).toEqual(first.record)
})

test('a registry that is down closes every connection and works again after it is switched on', async () => {
  await start()
  expect((await ask()).status).toBe(200)
  await setFault({ mode: 'down' })
  await expect(ask()).rejects.toThrow('fetch failed')
  await expect(fetch(`${sandbox.urls.population}/healthz`)).rejects.toThrow('fetch failed')
  await setFault({ mode: 'ok' })
  expect((await ask()).status).toBe(200)
})

test('a registry that goes down hangs up on the answer somebody is waiting for', async () => {
  await start({ faults: { population: { mode: 'slow', slowMs: 100_000 } } })
  const pending = ask().catch((error: Error) => error.message)
  await expect.poll(async () => (await fetch(`${sandbox.urls.population}/healthz`)).ok).toBe(true)
  await setFault({ mode: 'down' })
  expect(await pending).toBe('fetch failed')
})

test('a fault concerns one registry and the admin server tells all of them', async () => {
  await start({ faults: parseFaults('marriage:down') })
  expect((await ask()).status).toBe(200)
  const faults = await (await fetch(`${sandbox.admin}/faults`)).json()
  expect([faults.marriage, faults.population]).toEqual([{ mode: 'down', slowMs: 5000 }, noFault()])
})

test('the admin server refuses an unknown mode, a strange time, an unknown registry and anything but JSON', async () => {
  await start()
  const statuses = await Promise.all([
    setFault({ mode: 'sleepy' }), setFault({}), setFault({ mode: 'slow', slowMs: -1 }), setFault({ mode: 'slow', slowMs: '5' }), setFault({ mode: 'ok' }, 'tax'),
    fetch(`${sandbox.admin}/faults/population`, { method: 'PUT', body: 'down' }),
  ])
  expect(statuses.map((reply) => reply.status)).toEqual([400, 400, 400, 400, 404, 400])
  expect((await ask()).status).toBe(200)
})

test('faults given as text name the part that is wrong', () => {
  expect(parseFaults(' marriage:down, insurance:slow:3000 ')).toEqual({ marriage: { mode: 'down', slowMs: 5000 }, insurance: { mode: 'slow', slowMs: 3000 } })
  expect(parseFaults('')).toEqual({})
  expect(() => parseFaults('tax:down')).toThrow('“tax:down”: the registry must be one of')
  expect(() => parseFaults('births:broken')).toThrow('“births:broken”: mode must be one of')
  expect(() => parseFaults('births:slow:soon')).toThrow('whole number')
})

test('wrong data breaks the type of each kind of field, leaves gaps empty and reaches into lists', () => {
  expect(corrupted({ weight: 3260, childSex: 'female', childName: null, births: [{ weight: 3260 }] }, getRegistry('births'))).toEqual({
    weight: '不详', childSex: '9', childName: null, births: [{ weight: '不详' }],
  })
  const wrong = corrupted({ spouseIdNumber: '440305199005219994', spouseName: '张示例' }, getRegistry('marriage'))
  expect(wrong).toEqual({ spouseIdNumber: '440305199005219990', spouseName: '李示例' })
})
