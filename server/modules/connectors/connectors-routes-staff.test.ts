// Who sees how connectors are: engineers all of them, data officers those of their line and region, others none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { dropConnector } from './testing.ts'

let folder: string
let test: TestApp
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-connectors-'))
  await writeFile(join(folder, 'residents.yaml'), dropConnector('residents', '{residenceAddress: 住址}'))
  await writeFile(join(folder, 'nobody.yaml'), dropConnector('nobody', '{name: 姓名}'))
  await writeFile(join(folder, 'broken.yaml'), dropConnector('broken', '{name: 姓名}', 'password: secret\n'))
  test = await startTestApp({ environment: { CONNECTORS_DIR: folder, REGION: '990100' } })
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

describe('GET /connectors', () => {
  type Body = { connectors: { registry: string; kind: string | null; problems: string[] }[] }
  const region = '990100'

  it('shows an operator every connector and what is wrong with it', async () => {
    const operator = await test.as({ staff: [{ role: 'operator', region, line: null }] })
    const { status, body } = await operator.get<Body>('/connectors')
    expect([status, body.connectors.map((each) => each.registry)]).toEqual([200, ['broken', 'nobody', 'residents']])
    expect(body.connectors[0]?.problems).toContainEqual(expect.stringMatching(/^broken\.yaml:8:1 key-unknown/))
    expect(body.connectors[2]?.problems).toContainEqual(expect.stringMatching(/the folder .*drop cannot be read \(ENOENT\)/))
  })

  it('shows a data officer those of their line, and of their region, only', async () => {
    const line = test.app.packs.catalogueFor(region).registries['residents']?.line ?? ''
    const officer = await test.as({ staff: [{ role: 'steward', region, line }] })
    expect((await officer.get<Body>('/connectors')).body.connectors.map((each) => each.registry)).toEqual(['residents'])
    const elsewhere = await test.as({ staff: [{ role: 'steward', region: '990101', line }] })
    expect((await elsewhere.get<Body>('/connectors')).body.connectors).toEqual([])
  })

  it('is not for clerks, residents or nobody', async () => {
    expect((await (await test.as({ staff: [{ role: 'clerk', region, line: null }] })).get('/connectors')).status).toBe(403)
    expect((await (await test.as({ person: {} })).get('/connectors')).status).toBe(403)
    expect((await test.asNobody.get('/connectors')).status).toBe(401)
  })
})
