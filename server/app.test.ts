// The edge of the server: health, metrics, the API's own description, and errors that say enough but never too much.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from './testing/app.ts'

describe('the server', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100' } })
  })
  afterAll(() => test.close())
  const get = (url: string, headers: Record<string, string> = {}) => test.server.inject({ method: 'GET', url, headers })

  it('says that it is well only when its database answers', async () => {
    expect((await get('/healthz')).json()).toEqual({ ok: true })
  })

  it('counts requests for Prometheus', async () => {
    await get('/api/v1/session')
    expect((await get('/metrics')).body).toMatch(/http_request_seconds_count\{method="GET",route="\/api\/v1\/session",status="200"\} \d+/)
  })

  it('describes every route in OpenAPI 3.1, with permission, summary and what can be refused', async () => {
    const document = (await get('/api/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, { summary: string; description: string; operationId: string; responses: Record<string, unknown> }>> }>()
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(operations.length).toBeGreaterThan(30)
    for (const operation of operations) {
      expect(operation.summary).not.toBe('')
      expect(operation.description).toMatch(/^Permission: /)
      expect(Object.keys(operation.responses)).toContain('500')
    }
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length)
  })

  it('shows the same as a page people can read', async () => {
    const page = await get('/api/')
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('submitApplication')
    expect(page.body).not.toContain('<script')
  })

  it('answers an unknown address of the API as the API does, in the caller’s language', async () => {
    const reply = await get('/api/v1/nowhere', { 'accept-language': 'en' })
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toMatchObject({ error: { code: 'not_found', message: 'Not found, or outside what you may see.' } })
    expect(reply.json<{ error: { id: string } }>().error.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('names what is wrong with a request, and refuses fields it does not know', async () => {
    const client = await test.as({ person: {} })
    const reply = await client.post<{ error: { code: string; details: { path: string; params: Record<string, unknown> }[] } }>('/applications', { matter: 'keep-telescope', colour: 'red' })
    expect(reply.status).toBe(400)
    expect(reply.body.error).toMatchObject({ code: 'invalid', details: [{ params: { additionalProperty: 'colour' } }] })
    expect((await client.get('/cases?limit=many')).status).toBe(400)
    const broken = await client.request({ method: 'POST', url: '/api/v1/applications', payload: '{"matter":', headers: { 'content-type': 'application/json' } })
    expect(broken.statusCode).toBe(400)
    const huge = await client.request({ method: 'POST', url: '/api/v1/applications', payload: JSON.stringify({ matter: 'x'.repeat(1_100_000) }), headers: { 'content-type': 'application/json' } })
    expect(huge.statusCode).toBe(413)
  })

  it('refuses characters no text can have, wherever they stand, as the caller’s mistake', async () => {
    const client = await test.as({ person: {} })
    const { body: { id } } = await client.post<{ id: string }>('/applications', { matter: 'keep-telescope', region: '990101' })
    for (const bad of ['a\0b', 'a\ud800b']) {
      expect((await client.put(`/applications/${id}/answers`, { answers: { 'telescope.model': bad } })).status).toBe(400)
      expect((await client.put(`/applications/${id}/answers`, { answers: { [bad]: 'x' } })).status).toBe(400)
      expect((await client.post(`/applications/${id}/withdraw`, { reason: bad })).status).toBe(400)
    }
    const clerk = await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await clerk.get('/cases?q=a%00b')).status).toBe(400)
    expect((await client.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '𠮷🔭' } })).status).toBe(200)
  })

  it('gives no other site a right to read its answers', async () => {
    const client = await test.as({ person: {} })
    const asked = await client.request({ method: 'GET', url: '/api/v1/session', headers: { origin: 'https://elsewhere.example' } })
    const before = await client.request({ method: 'OPTIONS', url: '/api/v1/applications', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' } })
    for (const { headers } of [asked, before]) expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect(before.statusCode).toBe(404)
  })

  it('sends security headers with every answer', async () => {
    const { headers } = await get('/healthz')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('keeps the text of an unexpected error in the log and tells the caller only where to find it', async () => {
    await test.app.db.transaction(async (tx) => { await tx`alter table messages rename to messages_gone` })
    const reply = await (await test.as({ person: {} })).get<{ error: { code: string; message: string } }>('/messages')
    await test.app.db.transaction(async (tx) => { await tx`alter table messages_gone rename to messages` })
    expect(reply.status).toBe(500)
    expect(reply.body.error.code).toBe('internal')
    expect(JSON.stringify(reply.body)).not.toContain('messages')
  })
})
