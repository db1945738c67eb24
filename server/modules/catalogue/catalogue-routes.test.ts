// The public catalogue over HTTP: regions, stages, browsing pack and imported services together, guide pages.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { exampleCode, exampleCodeNumber, exampleLine } from './gdzwfw-example.ts'
import { importServices } from './index.ts'

type Row = { type: string; id: string; name: { 'zh-CN': string }; region: { code: string }; authority: { name: { 'zh-CN': string; en?: string } } }
type Facet = { value: string; name: { 'zh-CN': string; en?: string }; count: number }
type Page = { total: number; services: Row[]; next: string | null; facets: Record<'regions' | 'authorities' | 'kinds' | 'audiences' | 'themes', Facet[]> }

let testing: TestApp
let folder: string

beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
  folder = await mkdtemp(join(tmpdir(), 'tongban-catalogue-'))
  const file = join(folder, 'services.jsonl')
  const more = Array.from({ length: 24 }, (_, at) => exampleLine({ TASK_CODE: exampleCodeNumber(at + 10), TASK_NAME: `示范事项${at + 10}`, TASK_TYPE_TEXT: '公共服务', matter_type: '公共服务', TASK_TYPE: '20', theme_category: ['医疗卫生'] }))
  await writeFile(file, [exampleLine(), ...more].join('\n'))
  await importServices(testing.app.db, file, testing.app.clock.now())
})
afterAll(async () => {
  await testing.close()
  await rm(folder, { recursive: true })
})

const browse = async (query: string) => (await testing.asNobody.get<Page>(`/services?${query}`)).body

describe('GET /regions and /stages', () => {
  test('the served city comes with its districts and what is above it, but not its neighbours', async () => {
    const { body } = await testing.asNobody.get<{ region: string; regions: { code: string; level: string; parent: string | null }[] }>('/regions')
    expect(body.region).toBe('990100')
    expect(body.regions.map(({ code }) => code)).toEqual(['990000', '990100', '990101', '990101001', '990102'])
    expect(body.regions.find(({ code }) => code === '990101001')).toMatchObject({ level: 'street', parent: '990101' })
  })

  test('a stage names its matters and counts them', async () => {
    const { body } = await testing.asNobody.get('/stages')
    expect(body).toMatchObject({ stages: [{ id: 'leisure', audience: 'person', count: 1, matters: [{ id: 'keep-telescope', name: { en: 'Keep a telescope' } }] }] })
  })

  test('a stage comes with the everyday words and services of its matters, and the themes of imported services that belong to it', async () => {
    const { body } = await testing.asNobody.get('/stages')
    expect(body).toMatchObject({
      stages: [{ themes: ['文化体育'], matters: [{ keywords: ['望远镜', '星空', '观星'], services: [{ id: 'telescope-permit', name: { 'zh-CN': '望远镜许可' } }, { id: 'lamp-dimming' }, { id: 'star-chart' }] }] }],
    })
  })
})

describe('GET /outlets', () => {
  const halls = async (query: string) => testing.asNobody.get<{ outlets: { id: string; phone: string | null; appointment: { url: string | null; phone: string | null } | null }[] }>(`/outlets${query}`)

  test('the halls of a place are told with how a visit is booked, where the hall says so', async () => {
    expect((await halls('')).body.outlets.map(({ id }) => id)).toEqual(['east-hall', 'west-hall'])
    expect((await halls('?region=990101')).body.outlets).toMatchObject([{ id: 'east-hall', phone: '0990-1234', appointment: { url: 'https://book.example.org/east', phone: null } }])
    expect((await halls('?region=990102')).body.outlets).toMatchObject([{ id: 'west-hall', phone: null, appointment: null }])
  })

  test('a place that is not served, or that nobody knows, has none', async () => {
    expect([(await halls('?region=110000')).status, (await halls('?region=990199')).status, (await halls('?region=x')).status]).toEqual([404, 404, 400])
  })
})

describe('GET /services', () => {
  test('every service appears exactly once when the pages are followed to the end', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await browse(`limit=4${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
      expect(page.total).toBe(28)
      seen.push(...page.services.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toHaveLength(28)
    expect(new Set(seen).size).toBe(28)
    expect(seen.slice(0, 3)).toEqual(['lamp-dimming', 'star-chart', 'telescope-permit'])
  })

  test('a service that each district handles names what its authorities have in common', async () => {
    const { services } = await browse('limit=3')
    expect(services.map(({ id, authority }) => [id, authority.name])).toEqual([
      ['lamp-dimming', { 'zh-CN': '能源局', en: 'Energy Bureau' }], ['star-chart', expect.anything()], ['telescope-permit', { 'zh-CN': '星空局', en: 'Sky Bureau' }],
    ])
  })

  test('the count of a choice is the number of services one gets by choosing it', async () => {
    const { facets } = await browse('limit=1')
    const names = { regions: 'region', authorities: 'authority', kinds: 'kind', audiences: 'audience', themes: 'theme' } as const
    for (const [facet, name] of Object.entries(names)) {
      const choices = facets[facet as keyof typeof names]
      expect(choices.length).toBeGreaterThan(0)
      for (const { value, count } of choices) expect([name, value, (await browse(`${name}=${encodeURIComponent(value)}`)).total]).toEqual([name, value, count])
    }
  })

  test('a facet ignores its own filter, so the other choices stay visible', async () => {
    const { facets, total } = await browse('kind=licence')
    expect(total).toBe(2)
    expect(facets.kinds.map(({ value, count }) => [value, count])).toEqual([['public-service', 26], ['licence', 2]])
    expect(facets.themes.map(({ value }) => value)).toEqual(['文化体育'])
  })

  test('a district of the served city has the same pack services, and no imported ones of its own', async () => {
    const page = await browse('region=990101')
    expect(page.services.map(({ id, region }) => [id, region.code])).toEqual([['lamp-dimming', '990101'], ['star-chart', '990101'], ['telescope-permit', '990101']])
  })

  test('a region outside has only what was imported from there', async () => {
    expect((await browse('region=440300')).total).toBe(25)
    expect((await browse('region=110000')).total).toBe(0)
  })

  test('words narrow both kinds of service by name', async () => {
    expect((await browse(`q=${encodeURIComponent('许可')}`)).services.map(({ id }) => id)).toEqual(['telescope-permit', exampleCode])
    expect((await browse(`q=${encodeURIComponent('telescope PERMIT')}`)).services.map(({ id }) => id)).toEqual(['telescope-permit'])
  })

  test.each(['%', '_', '\\', "'; drop table imported_services; --", '<script>alert(1)</script>', '😀', '$1'])('the words %j find nothing and break nothing', async (q) => {
    expect((await testing.asNobody.get<Page>(`/services?q=${encodeURIComponent(q)}`)).body).toMatchObject({ total: 0, services: [], next: null })
  })

  test('white space and control characters are no words: everything is listed', async () => {
    expect((await browse(`q=${encodeURIComponent(' \t\u0001')}`)).total).toBe(28)
  })

  test.each(['limit=0', 'limit=101', 'region=99', 'after=nonsense', `q=${'x'.repeat(201)}`, 'limit=ten', 'authority=%00', 'theme=a%00b', 'after=service:%00', 'q=%00'])('the query %s is refused', async (query) => {
    expect((await testing.asNobody.get(`/services?${query}`)).status).toBe(400)
  })

  test('a place inside the served region that nobody knows is not found', async () => {
    expect((await testing.asNobody.get('/services?region=990199')).status).toBe(404)
  })
})

describe('GET /services/:service', () => {
  test('the guide says conditions with their law, documents with each way of obtaining them, time, fee, visits, result and matters', async () => {
    const { status, body } = await testing.asNobody.get('/services/lamp-dimming?region=990101')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      region: '990101',
      service: { statutoryDays: 15, promisedDays: 3, feeFen: 0, trips: 1, tripsOnline: 0, kind: 'public-service', kindName: { en: 'Public service' }, result: { contains: [{ id: 'applicant.address' }, { id: 'telescope.lampNumber' }] } },
      listing: {
        audience: [{ value: 'person', name: { en: 'Individuals' } }], onlineDepth: 'full', crossRegion: { scope: 'district' }, delivery: ['online'], consult: { phone: '12345', url: null },
        complaint: { phone: '12345' }, procedure: [{ id: 'submit', who: 'applicant' }, { id: 'accept' }, { id: 'decide', days: 3 }, { id: 'deliver', days: 0 }], basicCode: null, implementationCode: null,
      },
      authorities: [{ line: 'energy', region: '990101', phone: '12345', address: null }],
      requirements: [{ id: 'large-enough', rule: 'telescope.aperture >= 80', legalBasis: { title: '样例照明办法', article: '第七条' } }],
      evidence: [
        { id: 'identity', when: null, tolerable: false, anyOf: [{ id: 'identity-card', ways: [{ kind: 'registry', id: 'residents' }, { kind: 'upload' }], listed: { source: 'authority', shared: true, originals: 1 } }] },
        { id: 'permit', anyOf: [{ id: 'telescope-permit', ways: [{ kind: 'result', id: 'telescope-permit', name: { 'zh-CN': '望远镜许可' } }, { kind: 'upload' }] }] },
      ],
      dependsOn: [{ id: 'telescope-permit' }],
      matters: [{ id: 'keep-telescope', optional: false }],
    })
  })

  test('seen from the city, the guide names the authority of every district', async () => {
    const { body } = await testing.asNobody.get<{ authorities: { region: string }[] }>('/services/telescope-permit')
    expect(body.authorities.map(({ region }) => region)).toEqual(['990101', '990102'])
  })

  test('a service or region nobody knows is not found', async () => {
    for (const path of ['/services/nothing', '/services/__proto__', '/services/telescope-permit?region=440300', '/services/telescope-permit?region=990155']) {
      expect((await testing.asNobody.get(path)).status).toBe(404)
    }
  })
})

describe('GET /services/imported/:code', () => {
  test('the guide holds what was read, what was noticed and where it came from, but not the line itself', async () => {
    const { status, body } = await testing.asNobody.get<Record<string, unknown>>(`/services/imported/${exampleCode}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      code: exampleCode, kind: { value: 'licence', name: { 'zh-CN': '行政许可' } }, audience: [{ value: 'person' }], statutoryLimit: { days: 20, unit: 'working' }, promisedLimit: { days: 5 },
      materials: ['申请表', '居民身份证'], takenOn: '2021-05-26', importedAt: '2026-03-02T01:00:00.000Z', level: { value: 'city', name: '市级' },
    })
    expect(body['sourceUrl']).toContain(exampleCode)
    expect(body['raw']).toBeUndefined()
  })

  test('a code nobody has is not found, and what is no code is refused', async () => {
    expect((await testing.asNobody.get(`/services/imported/${exampleCodeNumber(999)}`)).status).toBe(404)
    expect((await testing.asNobody.get(`/services/imported/${encodeURIComponent("1' or '1'='1")}`)).status).toBe(400)
  })
})
