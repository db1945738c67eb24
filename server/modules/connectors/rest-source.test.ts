// A connector to a REST service that runs as a process of its own, described by OpenAPI: what it finds, and every way it may go wrong.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openOutbound, type Outbound } from '../../kernel/outbound.ts'
import type { RestDefinition } from './connector-definition.ts'
import { readDefinitions } from './definition-files.ts'
import { restSource } from './rest-source.ts'
import { referencesIn } from './secrets.ts'
import { asking, folderWith, question, startGraduatesProcess } from './testing.ts'

const known = '43010420030514998X'
let service: Awaited<ReturnType<typeof startGraduatesProcess>>
let outbound: Outbound
const complaints: string[] = []

beforeAll(async () => {
  service = await startGraduatesProcess({ GRADUATES_MORE: '24' })
  outbound = openOutbound({ networks: ['127.0.0.0/8'] })
})
afterAll(async () => {
  await outbound.close()
  await service.stop()
})
beforeEach(async () => {
  complaints.length = 0
  await service.misbehave('ok')
})

const demoFile = new URL('../../../sandbox/connectors/diplomas.yaml', import.meta.url)

/** The connector file of the demo, with what a test changes in it. */
const source = async (change: (text: string) => string = (text) => text, environment: Readonly<Record<string, string>> = {}) => {
  const folder = await folderWith({ 'diplomas.yaml': change(await readFile(demoFile, 'utf8')) })
  const [file] = await readDefinitions(folder)
  if (!file?.definition) throw new Error(JSON.stringify(file?.errors))
  const references = referencesIn(folder, { SANDBOX_GRADUATES_DESCRIPTION: `${service.url}/openapi.json`, SANDBOX_KEY: 'key-for-tests', ...environment })
  return restSource(file.definition as RestDefinition, { references, outbound, now: () => new Date('2026-11-22T02:00:00Z'), complain: (_, faults) => complaints.push(...faults) })
}

describe('a question', () => {
  it('is asked as the description says, and the answer comes back in the fields of the registry, only those asked for', async () => {
    const reply = await (await source()).ask(question({ idNumber: known }, 'school', 'degree', 'graduatedOn'), asking())
    expect(reply).toEqual({ kind: 'found', record: { school: '示例理工大学', degree: 'bachelor', graduatedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }, asOf: '2026-11-22T02:00:00.000Z', subject: { idNumber: known } })
  })

  it('about somebody not there finds nothing', async () => {
    expect(await (await source()).ask(question({ idNumber: '440305199102199980' }, 'school'), asking())).toEqual({ kind: 'noRecord' })
  })

  it('keeps what belongs in a parameter there, whatever it holds', async () => {
    expect(await (await source()).ask(question({ idNumber: `${known}&limit=9#/../list` }, 'school'), asking())).toEqual({ kind: 'noRecord' })
    const inPath = await source((text) => text.replace('{env: SANDBOX_GRADUATES_DESCRIPTION}', 'own.openapi.yaml').replace(/parameters:\n.*\n.*\n/, 'parameters: {id: = subject.idNumber}\n').replace(/batch:[^]*$/, '').replace('operation: findGraduate', 'operation: one\nserver: "https://register.example"'))
    expect(await inPath.problems()).toEqual([expect.stringContaining('own.openapi.yaml cannot be read')])
  })
})

describe('a service that fails', () => {
  const failing: readonly [string, RegExp][] = [
    ['error', /^status 500$/], ['html', /text\/html.*not JSON/], ['bomb', /larger than/], ['redirect', /169\.254\.169\.254; that is not followed/], ['broken', /breaks the description: \/data\/0\/byrq must match pattern/],
    ['unknown', /breaks the description: \/data\/0\/zymc must be string/],
  ]
  it.each(failing)('with %s is unavailable, and says so exactly', async (mode, why) => {
    await service.misbehave(mode)
    expect(await (await source()).ask(question({ idNumber: known }, 'school'), asking())).toEqual({ kind: 'unavailable', why: expect.stringMatching(why) })
  })

  it('by being slow is given up when the exchange waits no longer', async () => {
    await service.misbehave('slow')
    expect(await (await source()).ask(question({ idNumber: known }, 'school'), { ...asking(), signal: AbortSignal.timeout(80) })).toMatchObject({ kind: 'unavailable', why: expect.stringContaining('did not answer') })
  })

  it('by answering with more fields than asked tells nobody those', async () => {
    await service.misbehave('extra')
    expect(await (await source()).ask(question({ idNumber: known }, 'school'), asking())).toMatchObject({ record: { school: '示例理工大学' } })
  })

  it('by answering for somebody else says whose record it is, so that it is refused', async () => {
    await service.misbehave('other')
    const reply = await (await source()).ask(question({ idNumber: known }, 'school'), asking())
    expect(reply.kind === 'found' && reply.subject).toMatchObject({ idNumber: expect.not.stringContaining(known) })
  })

  it('by a value nobody has mapped leaves that value out and complains', async () => {
    const partly = await source((text) => text.replace('本科: bachelor, ', ''))
    expect(await partly.ask(question({ idNumber: known }, 'degree', 'school'), asking())).toMatchObject({ record: { school: '示例理工大学' } })
    expect(complaints).toEqual(['degree: the source says “本科”, which `values` does not list'])
  })
})

describe('a connector file that does not fit', () => {
  const wrong: readonly [string, (text: string) => string, RegExp][] = [
    ['names an operation there is not', (text) => text.replace('findGraduate', 'findPupil'), /no operation “findPupil”; it has findGraduate, listGraduates/],
    ['gives a parameter there is not', (text) => text.replace('yt: =', 'why: ='), /has no parameter “why”; it has sfzh, yt/],
    ['leaves out a parameter that is needed', (text) => text.replace('  yt: = purpose\n', ''), /needs the parameter “yt”/],
    ['names a secret that is not set', (text) => text.replace('{env: SANDBOX_KEY}', '{env: NOBODY_SET_THIS}'), /NOBODY_SET_THIS is not set/],
    ['names a description inside a network', (text) => text.replace('{env: SANDBOX_GRADUATES_DESCRIPTION}', 'https://10.1.2.3/openapi.json'), /10\.1\.2\.3 is inside a network and not allowed/],
  ]
  it.each(wrong)('because it %s is told so', async (_, change, why) => {
    const [problem = ''] = await (await source(change)).problems()
    expect(problem).toMatch(why)
  })

  it('because its key is wrong hears the status of the other side', async () => {
    expect(await (await source(undefined, { SANDBOX_KEY: 'another' })).ask(question({ idNumber: known }, 'school'), asking())).toEqual({ kind: 'unavailable', why: 'status 401' })
  })

  it('because it would send what it asks without https sends nothing', async () => {
    expect(await (await source((text) => `${text}server: http://register.example\n`)).ask(question({ idNumber: known }, 'school'), asking())).toEqual({ kind: 'unavailable', why: 'http://register.example must be reached by https' })
  })
})

describe('a batch', () => {
  it('goes on where the page before ended, and brings everybody once', async () => {
    const all = await source()
    const numbers: string[] = []
    let cursor: unknown
    let pages = 0
    do {
      const page = await all.page?.({ fields: ['school'], filter: {} }, cursor, 10, AbortSignal.timeout(5000))
      numbers.push(...(page?.records ?? []).map(({ keys }) => keys['idNumber'] ?? ''))
      cursor = page?.next
      pages += 1
    } while (cursor !== undefined)
    expect([pages, numbers.length, new Set(numbers).size, numbers.includes(known)]).toEqual([3, 25, 25, true])
  })
})
