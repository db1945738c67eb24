// Tests of the protocol over HTTP: who may ask, for what, and that nothing but the requested fields comes back.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPopulation, listPeople } from './people.ts'
import { getRegistry, registryNames } from './registries.ts'
import { startSandbox, type Sandbox } from './start.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-21T02:00:00Z') })
})
afterAll(() => sandbox.stop())

const idNumberOf = (id: string): string => listPeople().find((person) => person.id === id)?.idNumber ?? ''
const mother = { idNumber: idNumberOf('luo-yu') }
const why = { purpose: '办理新生儿出生一件事', legalBasis: '深圳经济特区数据条例', caseNumber: 'c-1', consent: 'consent-1' }

const post = async (registry: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${sandbox.urls[registry]}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
const query = (registry: string, subject: object, fields: string[], change: object = {}) =>
  post(registry, '/v1/query', { subject, fields, ...why, ...change })

test('only the requested fields come back', async () => {
  const reply = await query('population', mother, ['name', 'householdRegion'])
  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({ found: true, record: { name: '罗雨', householdRegion: '440305' }, asOf: '2026-11-21T02:00:00.000Z' })
  expect(Object.keys(reply.body.record)).toEqual(['name', 'householdRegion'])
})

test('each entry of the list of births holds its record number and the other requested fields, no more', async () => {
  const reply = await query('births', { idNumber: idNumberOf('tan-xiaotang') }, ['births', 'childBirthDate'])
  expect(reply.body.record).toEqual({
    births: [
      { birthRecordNumber: 'CS440305202611029003', childBirthDate: '2026-11-02' },
      { birthRecordNumber: 'CS440305202203129004', childBirthDate: '2022-03-12' },
    ],
    childBirthDate: '2026-11-02',
  })
})

/** Somebody the registry knows: the mother, or whom its first declared record is about. */
const knownTo = (name: string): object | undefined => {
  const declared = getPopulation().declared[name]
  const [first] = declared ?? []
  const [key] = getRegistry(name).keys.filter((each) => first?.[each] !== undefined)
  return declared ? key && { [key]: first?.[key] } : mother
}

test('every registry answers every field it publishes for somebody it knows', async () => {
  for (const name of registryNames) {
    const subject = knownTo(name)
    if (!subject) continue // nobody is in it yet
    const fields = Object.keys(getRegistry(name).fields)
    const reply = await query(name, subject, fields)
    expect(Object.keys(reply.body.record ?? reply.body)).toEqual(fields)
  }
})

test('somebody a registry does not know is answered with found false, not an error', async () => {
  const reply = await query('births', { idNumber: idNumberOf('li-decang') }, ['childSex'])
  expect(reply).toMatchObject({ status: 200, body: { found: false } })
  expect(reply.body).not.toHaveProperty('record')
})

test('a registry of sensitive data demands consent, one without does not', async () => {
  for (const name of registryNames) {
    const [field = ''] = Object.keys(getRegistry(name).fields)
    const reply = await query(name, knownTo(name) ?? mother, [field], { consent: null })
    expect([name, reply.status, reply.body.error?.code]).toEqual(getRegistry(name).consent ? [name, 403, 'consent_required'] : [name, 200, undefined])
  }
})

test('a field the registry does not hold is refused, also when it is called like a part of every object', async () => {
  for (const field of ['bankAccount', '__proto__', 'constructor', '']) {
    const reply = await query('population', mother, ['name', field])
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'unknown_field' } } })
  }
})

test('a query without purpose, legal basis, fields or exactly one subject is refused and says what is wrong', async () => {
  const refused = async (change: object) => (await query('population', mother, ['name'], change)).body.error.message
  expect(await refused({ purpose: undefined })).toContain('purpose')
  expect(await refused({ purpose: '' })).toContain('purpose')
  expect(await refused({ legalBasis: undefined })).toContain('legalBasis')
  expect(await refused({ fields: [] })).toContain('fields')
  expect(await refused({ consent: 7 })).toContain('consent')
  expect(await refused({ subject: {} })).toContain('exactly one of')
  expect(await refused({ subject: { ...mother, birthRecordNumber: 'x' } })).toContain('exactly one of')
  expect(await refused({ subject: { creditCode: '91350100M000100Y43' } })).toContain('exactly one of')
  expect(await refused({ subject: { idNumber: '440305199102199981' } })).toContain('check digit')
})

test('a wrong or missing key is refused before the body is looked at', async () => {
  expect((await post('population', '/v1/query', '{', { authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await post('population', '/v1/query', {}, { authorization: '' })).status).toBe(401)
})

test('a body that is not JSON, or not UTF-8, is refused', async () => {
  expect(await post('population', '/v1/query', '{"subject":')).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
  expect((await post('population', '/v1/query', 'null')).status).toBe(400)
  const response = await fetch(`${sandbox.urls.population}/v1/query`, {
    method: 'POST', headers: { authorization: `Bearer ${sandbox.key}` }, body: new Uint8Array([0x22, 0xff, 0x22]),
  })
  expect(response.status).toBe(400)
})

test('an oversized body is refused and the caller can read why', async () => {
  const reply = await query('population', mother, ['name'], { purpose: '长'.repeat(2_000_000) })
  expect(reply).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
})

test('an unknown address and a wrong method are told apart', async () => {
  expect((await post('population', '/v1/everything', {})).status).toBe(404)
  expect((await post('population', '/constructor', {})).status).toBe(404)
  expect((await fetch(`${sandbox.urls.population}/v1/query`)).status).toBe(405)
})

test('a batch answers up to a hundred subjects in their order and refuses more', async () => {
  const subjects = [mother, { idNumber: '11010519491231002X' }, { idNumber: idNumberOf('chen-xiaoman') }]
  const reply = await post('population', '/v1/batch', { subjects, fields: ['name'], ...why })
  expect(reply.body.results.map((result: { record?: { name: string } }) => result.record?.name)).toEqual(['罗雨', undefined, '陈小满'])
  expect((await post('population', '/v1/batch', { subjects: Array(101).fill(mother), fields: ['name'], ...why })).status).toBe(400)
})

test('more requests a second than agreed are refused with a time to wait', async () => {
  const busy = await startSandbox({ only: ['population'], ratePerSecond: 2, now: () => new Date('2026-11-21T02:00:00Z') })
  const ask = () => fetch(`${busy.urls.population}/v1/query`, { method: 'POST', headers: { authorization: `Bearer ${busy.key}` }, body: '{}' })
  const replies = [await ask(), await ask(), await ask()]
  await busy.stop()
  expect(replies.map((reply) => reply.status)).toEqual([400, 400, 429])
  expect(replies[2]?.headers.get('retry-after')).toBe('1')
})

test('the etag stays while the record stays', async () => {
  const [first, second] = [await query('population', mother, ['name']), await query('population', mother, ['name'])]
  expect(first.body.etag).toBe(second.body.etag)
  expect(first.body.requestId).not.toBe(second.body.requestId)
})

test('every registry publishes an OpenAPI 3.1 document with all its fields, and its health', async () => {
  for (const name of registryNames) {
    const document = await (await fetch(`${sandbox.urls[name]}/openapi.json`)).json()
    expect(document.openapi).toBe('3.1.0')
    const answer = document.paths['/v1/query'].post.responses['200'].content['application/json'].schema
    expect(Object.keys(answer.properties.record.properties)).toEqual(Object.keys(getRegistry(name).fields))
    expect(await (await fetch(`${sandbox.urls[name]}/healthz`)).json()).toEqual({ ok: true, registry: name })
  }
})

test('the README lists every field of every registry', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  for (const name of registryNames) {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? ''
    expect(Object.keys(getRegistry(name).fields).filter((field) => !row.includes(`\`${field}\``))).toEqual([])
  }
})
