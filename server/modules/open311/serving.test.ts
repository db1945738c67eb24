// Open311 as another system sees it: every reply in JSON and XML as the standard says, each post once, each system its own requests.
import { Parser } from 'saxen'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { endClient, registerClient } from './index.ts'
import { acceptedSchema, definitionSchema, discoverySchema, errorsSchema, packsWithLamps, requestsSchema, servicesSchema, tokensSchema, updatesSchema } from './testing.ts'

const on = new Date('2026-11-16T02:20:00Z')
let now = on
let test: TestApp
let key = ''
beforeAll(async () => {
  test = await startTestApp({ clock: { now: () => now }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100' } })
  key = await registerClient(test.app.db, { name: '测试应用', region: '990100', hourly: 8 }, test.app.clock) ?? ''
})
afterAll(() => test.close())
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000)
})

const lamp = { service_code: 'urban_street-lamps_broken-lamp', lat: '22.5331', long: '113.9305', address_string: '深圳市南山区南头街道南园路12号', description: '门口的路灯坏了三天，晚上很黑。', first_name: '小满', last_name: '陈', phone: '13800138000' }
const get = async (path: string) => {
  const reply = await test.server.inject({ url: `/open311/v2/${path}` })
  return { status: reply.statusCode, headers: reply.headers, body: reply.body }
}
const post = async (fields: Record<string, string>, format = 'json') => {
  const reply = await test.server.inject({ method: 'POST', url: `/open311/v2/requests.${format}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() })
  return { status: reply.statusCode, body: reply.body }
}
const send = async (fields: Record<string, string> = {}) => JSON.parse((await post({ ...lamp, api_key: key, ...fields })).body) as { service_request_id: string; code?: number; description?: string; extended_attributes?: { token: string } }[]

/** Elements with children become lists or objects, as the standard pairs the two formats; texts keep their type where the schema has one. */
const lists = new Set(['services', 'attributes', 'values', 'service_requests', 'service_request_updates', 'errors', 'endpoints', 'formats'])
const texts = new Set(['service_request_id', 'update_id', 'token'])
const objectOf = (xml: string): unknown => {
  type Node = { name: string; children: Node[]; text: string }
  const root: Node = { name: '', children: [], text: '' }
  const path = [root]
  new Parser().on('openTag', (name: string) => {
    const node = { name, children: [], text: '' }
    path.at(-1)?.children.push(node)
    path.push(node)
  }).on('text', (text: string, decode: (text: string) => string) => {
    const last = path.at(-1)
    if (last) last.text += decode(text)
  }).on('closeTag', () => void path.pop()).parse(xml)
  const valueOf = ({ name, children, text }: Node): unknown => {
    if (lists.has(name)) return children.map(valueOf)
    if (children.length > 0) return Object.fromEntries(children.map((child) => [child.name, valueOf(child)]))
    if (text === '') return null
    if (texts.has(name)) return text
    return text === 'true' || text === 'false' ? text === 'true' : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  }
  return root.children[0] && valueOf(root.children[0])
}
const fits = (schema: TSchema, body: string, format: 'json' | 'xml') => {
  if (format === 'xml') expect(body.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
  expect([...Value.Errors(schema, format === 'json' ? JSON.parse(body) : objectOf(body))].map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([])
}

describe.each(['json', 'xml'] as const)('in %s', (format) => {
  it('says where it is and what it offers, as the standard writes it', async () => {
    const discovery = await get(`discovery.${format}`)
    expect(discovery.headers).toMatchObject({ 'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8', 'access-control-allow-origin': '*' })
    fits(discoverySchema, discovery.body, format)
    fits(servicesSchema, (await get(`services.${format}?jurisdiction_id=990100`)).body, format)
    fits(definitionSchema, (await get(`services/${lamp.service_code}.${format}`)).body, format)
  })

  it('takes a request, and shows it to the system that sent it', async () => {
    const posted = await post({ ...lamp, api_key: key, description: `路灯坏了 ${format} <b>&` }, format)
    expect(posted.status).toBe(201)
    fits(acceptedSchema, posted.body, format)
    const number = format === 'json' ? (JSON.parse(posted.body) as { service_request_id: string }[])[0]?.service_request_id ?? '' : /<service_request_id>([^<]+)/.exec(posted.body)?.[1] ?? ''
    const one = await get(`requests/${number}.${format}?api_key=${key}`)
    fits(requestsSchema, one.body, format)
    expect(one.body).toContain(format === 'json' ? '<b>&' : '&lt;b&gt;&amp;')
    fits(requestsSchema, (await get(`requests.${format}?api_key=${key}&status=open&service_code=${lamp.service_code}`)).body, format)
    fits(updatesSchema, (await get(`servicerequestupdates.${format}?api_key=${key}`)).body, format)
  })

  it('says what is wrong in the shape of the standard', async () => {
    for (const [path, status] of [['services/nothing', 404], ['requests', 403], [`requests/00000?api_key=${key}`, 404], ['tokens/none', 404], ['services?jurisdiction_id=other', 404], ['elsewhere', 404], ['servicerequestupdates', 403], [`requests?api_key=${key}&start_date=yesterday`, 400]] as const) {
      const [address = '', query] = path.split('?')
      const reply = await get(`${address}.${format}${query === undefined ? '' : `?${query}`}`)
      expect([path, reply.status]).toEqual([path, status])
      fits(errorsSchema, reply.body, format)
    }
    const refused = await post({ ...lamp, api_key: key, description: '' }, format)
    expect(refused.status).toBe(400)
    fits(errorsSchema, refused.body, format)
  })
})

describe('a post', () => {
  it('needs a key, a known service, this jurisdiction and a place', async () => {
    const codes = await Promise.all([
      post(lamp), post({ ...lamp, api_key: 'wrong-wrong-wrong-wrong-wrong' }), post({ ...lamp, api_key: key, service_code: '' }), post({ ...lamp, api_key: key, service_code: 'unknown' }),
      post({ ...lamp, api_key: key, jurisdiction_id: 'city.gov' }), post({ ...lamp, api_key: key, lat: '', long: '', address_string: '' }), post({ ...lamp, api_key: key, 'attribute[FLOOR]': '3' }),
    ])
    expect(codes.map(({ status }) => status)).toEqual([403, 403, 400, 404, 404, 400, 400])
  })

  it('sent again in every field the same is the same request, for a day', async () => {
    const [first] = await send({ description: '井盖破了，很危险。' })
    const again = await Promise.all([send({ description: '井盖破了，很危险。' }), send({ description: '井盖破了，很危险。' })])
    expect(again.map(([one]) => one?.service_request_id)).toEqual([first?.service_request_id, first?.service_request_id])
    expect((await send({ description: '井盖破了，很危险！' }))[0]?.service_request_id).not.toBe(first?.service_request_id)
    now = new Date(now.getTime() + 25 * 3_600_000)
    expect((await send({ description: '井盖破了，很危险。' }))[0]?.service_request_id).not.toBe(first?.service_request_id)
  })

  it('is limited for each system by the hour', async () => {
    for (let n = 0; n < 8; n += 1) await send({ description: `第${n}盏路灯坏了` })
    expect((await send({ description: '又一盏路灯坏了' }))[0]).toMatchObject({ code: 429 })
  })

  it('carries kind and anonymity, and keeps nothing of whoever wants to be unknown', async () => {
    const [one] = await send({ 'attribute[KIND]': 'report', 'attribute[ANONYMOUS]': 'yes', description: '有人半夜往河里倒污水。' })
    const { findRequestByNumber } = await import('../requests/index.ts')
    expect(await findRequestByNumber(test.app.db.read, one?.service_request_id ?? '')).toMatchObject({ kind: 'report', channel: 'open311', anonymous: true, contact: {}, phoneDigest: null })
  })

  it('larger than a form may be is refused before it is read', async () => {
    expect((await post({ ...lamp, api_key: key, description: 'x'.repeat(300_000) })).status).toBe(413)
  })
})

describe('a system', () => {
  it('sees only what it sent, filtered, newest first, in pages', async () => {
    const other = await registerClient(test.app.db, { name: '另一个应用', region: '990100', hourly: 100 }, test.app.clock) ?? ''
    const [one] = await send({ api_key: other, description: '另一个应用的第一件' })
    now = new Date(now.getTime() + 60_000)
    const [two] = await send({ api_key: other, description: '另一个应用的第二件' })
    const list = async (query: string) => (JSON.parse((await get(`requests.json?api_key=${other}${query}`)).body) as { service_request_id: string }[]).map(({ service_request_id: number }) => number)
    expect(await list('')).toEqual([two?.service_request_id, one?.service_request_id])
    expect(await list('&page_size=1&page=2')).toEqual([one?.service_request_id])
    expect(await list('&status=closed')).toEqual([])
    expect(await list('&service_code=utilities_water_no-water')).toEqual([])
    expect(await list(`&service_request_id=${one?.service_request_id},unknown&status=closed`)).toEqual([one?.service_request_id])
    expect(await list('&start_date=2026-11-16T00:00:00Z&end_date=2026-11-16T01:00:00Z')).toEqual([])
    expect((await get(`requests.json?api_key=${other}&start_date=2026-01-01T00:00:00Z&end_date=2026-11-16T01:00:00Z`)).status).toBe(400)
    expect((await get(`requests/${one?.service_request_id}.json?api_key=${key}`)).status).toBe(404)
  })

  it('gets more than the standard has when it asks for extensions, and follows a request by its token', async () => {
    const [one] = await send({ description: '公交站牌倒了。', extensions: 'true' })
    const token = one?.extended_attributes?.token ?? ''
    const reply = await get(`tokens/${token}.json`)
    fits(tokensSchema, reply.body, 'json')
    expect(JSON.parse(reply.body)).toEqual([{ service_request_id: one?.service_request_id, token }])
    expect((JSON.parse((await get(`requests/${one?.service_request_id}.json?api_key=${key}&extensions=true`)).body) as { extended_attributes: object }[])[0]?.extended_attributes)
      .toMatchObject({ round: 1, grade: null, overdue: false, comments: [] })
  })

  it('asks what has changed since, and reads what happened, the answer with it, of its own requests only', async () => {
    const other = await registerClient(test.app.db, { name: '要更新的应用', region: '990100', hourly: 100 }, test.app.clock) ?? ''
    const [one] = await send({ api_key: other, description: '海边公园的路灯不亮，请修好。' })
    const [two] = await send({ api_key: other, description: '桥头的路灯不亮，请修好。' })
    const sent = now.toISOString()
    now = new Date(now.getTime() + 3_600_000)
    const dispatcher = await test.as({ staff: [{ role: 'dispatcher', line: 'government-services', region: '990100' }] })
    const { requests: [row] } = (await dispatcher.get<{ requests: { id: string }[] }>(`/requests?view=ofPlace&words=${one?.service_request_id}`)).body
    const { revision } = (await dispatcher.get<{ revision: number }>(`/requests/${row?.id}`)).body
    const text = '海边公园的路灯已经换好，今晚亮了。'
    expect((await dispatcher.post(`/requests/${row?.id}/answer-at-once`, { revision, text, outcome: 'solved' })).status).toBe(200)
    const read = async <Row>(path: string) => JSON.parse((await get(`${path}api_key=${other}`)).body) as Row[]
    const changed = await read<{ service_request_id: string }>(`requests.json?updated_after=${encodeURIComponent(new Date(now.getTime() - 60_000).toISOString())}&`)
    expect(changed.map(({ service_request_id: number }) => number)).toEqual([one?.service_request_id])
    expect(await read(`requests.json?updated_before=${encodeURIComponent(sent)}&`)).toMatchObject([{ service_request_id: two?.service_request_id }])
    const updates = await read<{ update_id: string; service_request_id: string; status: string; description: string }>('servicerequestupdates.json?')
    expect(updates.filter(({ service_request_id: number }) => number === one?.service_request_id)).toMatchObject([{ status: 'open', description: '已收到。' }, { status: 'closed', description: text }])
    expect(await read(`servicerequestupdates.json?start_date=${encodeURIComponent(new Date(now.getTime() - 60_000).toISOString())}&`)).toMatchObject([{ description: text }])
    expect(await read(`servicerequestupdates.json?service_request_id=${two?.service_request_id}&`)).toHaveLength(1)
    expect((await get(`servicerequestupdates.json?api_key=${key}`)).body).not.toContain(one?.service_request_id ?? '?')
  })

  it('that was ended opens nothing any more, and a name is given once', async () => {
    const ended = await registerClient(test.app.db, { name: '停用的应用', region: '990100', hourly: 1 }, test.app.clock) ?? ''
    expect(await registerClient(test.app.db, { name: '停用的应用', region: '990100', hourly: 1 }, test.app.clock)).toBeUndefined()
    expect(await endClient(test.app.db, '停用的应用', test.app.clock)).toBe(true)
    expect(await endClient(test.app.db, '停用的应用', test.app.clock)).toBe(false)
    expect((await post({ ...lamp, api_key: ended })).status).toBe(403)
  })

  it('reads every update page by page, the oldest first, whatever officials do among themselves', async () => {
    const other = await registerClient(test.app.db, { name: '有很多更新的应用', region: '990100', hourly: 100 }, test.app.clock) ?? ''
    const [one] = await send({ api_key: other, description: '北门公园的路灯不亮，请修好。' })
    const number = one?.service_request_id ?? ''
    now = new Date(now.getTime() + 3_600_000)
    await test.app.db.transaction((tx) => tx`
      insert into request_actions (request_id, seq, region, action, actor_kind, actor_id, actor_name, at, detail)
      select id, 1000 + n, region, case when n % 2 = 0 then 'note' else 'keep' end, 'system', 'test', '', ${now}::timestamptz + n * interval '1 second', '{}' from requests cross join generate_series(1, 2200) n where number = ${number}`)
    now = new Date(now.getTime() + 3_600_000)
    const dispatcher = await test.as({ staff: [{ role: 'dispatcher', line: 'government-services', region: '990100' }] })
    const { requests: [row] } = (await dispatcher.get<{ requests: { id: string }[] }>(`/requests?view=ofPlace&words=${number}`)).body
    const { revision } = (await dispatcher.get<{ revision: number }>(`/requests/${row?.id}`)).body
    expect((await dispatcher.post(`/requests/${row?.id}/answer-at-once`, { revision, text: '北门公园的路灯已经换好，今晚亮了。', outcome: 'solved' })).status).toBe(200)
    const page = async (nth: number) => JSON.parse((await get(`servicerequestupdates.json?api_key=${other}&page=${nth}`)).body) as { description: string; updated_datetime: string }[]
    const [first, second, third] = [await page(1), await page(2), await page(3)]
    expect([first.length, third.length]).toEqual([1000, 0])
    expect(first[0]?.description).toBe('已收到。')
    expect(second.at(-1)?.description).toBe('北门公园的路灯已经换好，今晚亮了。')
    expect([...first, ...second].filter(({ description }) => description === '复核后仍由原单位办理。')).toHaveLength(1100)
    const days = [...first, ...second].map((each) => each.updated_datetime)
    expect(days.toSorted()).toEqual(days)
  })

  it('that guesses tokens is slowed down, and whoever shares its address is not', async () => {
    const [one] = await send({ description: '山顶的路灯不亮。', extensions: 'true' })
    const tried = []
    for (let n = 0; n < 25; n += 1) tried.push((await get(`tokens/${'x'.repeat(43)}${n % 10}.json`)).status)
    expect(tried.at(-1)).toBe(429)
    expect((await get(`tokens/${one?.extended_attributes?.token}.json`)).status).toBe(200)
    expect((await get('services.json')).status).toBe(200)
    expect((await get(`requests.json?api_key=${key}`)).status).toBe(200)
  })
})

describe('a page of another site', () => {
  it('may ask and post', async () => {
    const preflight = await test.server.inject({ method: 'OPTIONS', url: '/open311/v2/requests.json', headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' } })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, OPTIONS' })
  })
})
