// A registry reached through a connector file, asked the way the platform asks: under its grant, only the fields wanted, never about
// somebody else, and every call in the log.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { question, startGraduatesProcess } from './testing.ts'

const known = '43010420030514998X'
const file = `registry: residents
kind: rest
description: {env: GRADUATES}
operation: findGraduate
parameters: {sfzh: = subject.idNumber, yt: = purpose}
auth: {kind: apiKey, header: x-app-key, key: {env: GRADUATES_KEY}}
record: /data
keys: {idNumber: sfzh}
fields: {residenceAddress: yxmc, birthDate: {from: byrq, as: date}}
`
let service: Awaited<ReturnType<typeof startGraduatesProcess>>
let folder = ''
let test: TestApp
beforeAll(async () => {
  service = await startGraduatesProcess({ GRADUATES_MORE: '3' })
  folder = await mkdtemp(join(tmpdir(), 'tongban-connectors-'))
  await writeFile(join(folder, 'residents.yaml'), file)
  test = await startTestApp({ environment: { CONNECTORS_DIR: folder, REGION: '990100', GRADUATES: `${service.url}/openapi.json`, GRADUATES_KEY: 'key-for-tests' } })
})
afterAll(async () => {
  await test.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true })
})

const lastCall = async () => (await test.app.db.read`select outcome, reason, fields, signed_by from exchange_calls order by position desc limit 1`)[0]

describe('a registry behind a connector', () => {
  it('answers what its grant covers and was asked for, and the call is in the log', async () => {
    expect(await test.app.exchange.ask('residents', question({ idNumber: known }, 'residenceAddress', 'salary'))).toMatchObject({ kind: 'found', record: { residenceAddress: '示例理工大学' } })
    expect(await lastCall()).toEqual({ outcome: 'answers', reason: null, fields: ['residenceAddress', 'salary'], signed_by: null })
  })

  it('that answers about somebody else is refused, and the log says so', async () => {
    await service.misbehave('other')
    expect(await test.app.exchange.ask('residents', question({ idNumber: known }, 'residenceAddress'))).toEqual({ kind: 'unavailable', why: 'wrong person' })
    expect(await lastCall()).toMatchObject({ outcome: 'refused', reason: 'wrong person' })
  })

  it('that leads inside the network is unavailable, and the log says why', async () => {
    await service.misbehave('redirect')
    expect(await test.app.exchange.ask('residents', question({ idNumber: known }, 'residenceAddress'))).toMatchObject({ kind: 'unavailable' })
    expect(await lastCall()).toMatchObject({ outcome: 'unavailable', reason: expect.stringContaining('leads to 169.254.169.254') })
  })
})
