// Our own protocol against a real registry of the sandbox: both sides sign, and whatever is altered, exchanged or not signed is no answer.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPopulation } from '../../../sandbox/people.ts'
import { readCallers } from '../../../sandbox/signing.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/start.ts'
import { plainDate, systemClock } from '../../kernel/clock.ts'
import { openKeystore } from '../../kernel/keystore.ts'
import { signApart } from './jws.ts'
import { registryConnector } from './registry-connector.ts'

const [person] = getPopulation(plainDate(systemClock.now())).people.filter(({ canLogIn }) => canLogIn)
const question = { subject: { idNumber: person?.idNumber ?? '' }, fields: ['name'], purpose: '核对住址', legalBasis: '《样例法》', caseNumber: 'C-1', consent: null }
const asking = () => ({ signal: AbortSignal.timeout(5000), callId: 'call' })

describe('a registry that signs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-signed-'))
  const keys = openKeystore({ folder, secret: 's'.repeat(40), clock: systemClock })
  const own = () => keys.signer('exchange')
  let sandbox: Sandbox
  /** Passes everything on to the registry and lets a test change what comes back. */
  let between: Server
  let change: (body: string, headers: Record<string, string>, path: string) => { body: string; headers: Record<string, string> }
  let url = ''
  let sent: { headers: Record<string, string>; body: string } | undefined

  beforeAll(async () => {
    sandbox = await startSandbox({ only: ['population'], callers: readCallers(JSON.stringify([(await own()).publicJwk])) })
    between = createServer((request, response) => {
      void (async () => {
        let body = ''
        for await (const chunk of request) body += String(chunk)
        const headers = Object.fromEntries(Object.entries(request.headers).flatMap(([name, value]) => (['authorization', 'x-signature', 'content-type'].includes(name) ? [[name, String(value)]] : [])))
        if (request.method === 'POST') sent = { headers, body }
        const reply = await fetch(`${sandbox.urls['population']}${request.url}`, { method: request.method ?? 'GET', headers, ...(body === '' ? {} : { body }) })
        const changed = change(await reply.text(), reply.headers.has('x-signature') ? { 'x-signature': reply.headers.get('x-signature') ?? '' } : {}, request.url ?? '')
        response.writeHead(reply.status, changed.headers).end(changed.body)
      })()
    })
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(between.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    between.closeAllConnections()
    await new Promise((resolve) => between.close(resolve))
    await sandbox.stop()
    rmSync(folder, { recursive: true })
  })

  const untouched: typeof change = (body, headers) => ({ body, headers })
  const ask = (how: typeof change = untouched, signer = sandbox.signers['population'] ?? '', sender: typeof own | undefined = own) => {
    change = how
    return registryConnector({ url, key: sandbox.key, signer }, sender).ask(question, asking())
  }

  it('answers what was asked, for whom, under the key that is pinned', async () => {
    expect(await ask()).toEqual({ kind: 'found', record: { name: person?.name }, asOf: expect.any(String), subject: question.subject, signedBy: sandbox.signers['population'], replyHash: expect.stringMatching(/^[\w-]{43}$/) })
  })

  it('is not believed when anything of its answer was altered, is missing, or belongs to another question', async () => {
    const unproven = { kind: 'unavailable', why: 'bad signature' }
    expect(await ask((body, headers) => ({ headers, body: body.replace(person?.name ?? '?', '张三') }))).toEqual(unproven)
    expect(await ask((body) => ({ body, headers: {} }))).toEqual(unproven)
    expect(await ask((body, headers): ReturnType<typeof change> => ({ body, headers: { 'x-signature': (headers['x-signature'] ?? '').replace(/^[^.]+/, Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')) } }))).toEqual(unproven)
    let earlier: ReturnType<typeof change> | undefined
    await ask((body, headers, path) => {
      if (path === '/v1/query') earlier = { body, headers }
      return { body, headers }
    })
    expect(await ask((body, headers, path): ReturnType<typeof change> => (path === '/v1/query' && earlier ? earlier : { body, headers }))).toEqual(unproven)
  })

  it('is not believed under another key, even when it publishes that key as its own', async () => {
    const stranger = await keys.signer('stranger')
    const forged: typeof change = (body, _, path) => {
      const isAnswer = path === '/v1/query'
      const headers: Record<string, string> = isAnswer ? { 'x-signature': signApart(stranger, 'exchange-reply+jws', body) } : {}
      return { headers, body: isAnswer ? body : JSON.stringify({ keys: [stranger.publicJwk] }) }
    }
    expect(await ask(forged)).toEqual({ kind: 'unavailable', why: 'bad signature' })
    expect(await ask(untouched, stranger.kid)).toEqual({ kind: 'unavailable', why: 'bad signature' })
  })

  it('does not answer who does not sign, signs with another key, or sends a question again', async () => {
    const refused = { kind: 'unavailable', why: 'status 401' }
    expect(await ask(untouched, undefined, () => keys.signer('stranger'))).toEqual(refused)
    change = untouched
    expect(await registryConnector({ url, key: sandbox.key }).ask(question, asking())).toEqual(refused)
    await ask()
    const again = await fetch(`${sandbox.urls['population']}/v1/query`, { method: 'POST', headers: sent?.headers ?? {}, body: sent?.body ?? '' })
    expect([again.status, await again.text()]).toEqual([401, expect.stringContaining('sent before')])
  })

  it('may still be asked without pinning its key: then nothing says who signed', async () => {
    change = untouched
    const plain = await registryConnector({ url, key: sandbox.key }, own).ask(question, asking())
    expect(plain).toMatchObject({ kind: 'found', record: { name: person?.name } })
    expect(plain.signedBy).toBeUndefined()
  })
})
