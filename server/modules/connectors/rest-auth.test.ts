// Logging in at a service: the header of each way, and tokens of OAuth 2.0 that are fetched once and again when they end.
import { describe, expect, it } from 'vitest'
import type { Outbound, OutboundRequest } from '../../kernel/outbound.ts'
import { loginFor } from './rest-auth.ts'
import { referencesIn } from './secrets.ts'
import { folderWith } from './testing.ts'

const answering = (answers: { status: number; body: string }[]) => {
  const asked: OutboundRequest[] = []
  const outbound: Outbound = {
    ask: async (request) => {
      asked.push(request)
      const { status, body } = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500, body: '' }
      return { status, contentType: 'application/json', body: Buffer.from(body) }
    },
    stream: () => Promise.reject(new Error('tokens come whole')),
    close: async () => {},
  }
  return { asked, outbound }
}
const references = referencesIn('/nowhere', { KEY: 'k', SECRET: 's:/' })

describe('a way of logging in', () => {
  it('is a header, with its secret from where the file says', async () => {
    const { outbound } = answering([])
    const login = (auth: Parameters<typeof loginFor>[0], from = references) => loginFor(auth, { references: from, outbound, now: () => 0 }).headers()
    expect(await login(undefined)).toEqual({})
    expect(await login({ kind: 'bearer', token: { env: 'KEY' } })).toEqual({ authorization: 'Bearer k' })
    expect(await login({ kind: 'apiKey', header: 'X-App-Key', key: { env: 'KEY' } })).toEqual({ 'x-app-key': 'k' })
    expect(await login({ kind: 'basic', user: '用户', password: { env: 'SECRET' } })).toEqual({ authorization: `Basic ${Buffer.from('用户:s:/').toString('base64')}` })
    const folder = await folderWith({ 'key.txt': 'from a file\n', 'empty.txt': ' ' })
    expect(await login({ kind: 'bearer', token: { file: 'key.txt' } }, referencesIn(folder, {}))).toEqual({ authorization: 'Bearer from a file' })
    await expect(login({ kind: 'bearer', token: { file: 'empty.txt' } }, referencesIn(folder, {}))).rejects.toThrow('the file empty.txt is empty')
    await expect(login({ kind: 'bearer', token: { file: 'gone.txt' } }, referencesIn(folder, {}))).rejects.toThrow('the file gone.txt cannot be read (ENOENT)')
  })

  it('with OAuth 2.0 fetches a token once, and again when it ends or is not accepted', async () => {
    let now = 0
    const { asked, outbound } = answering([{ status: 200, body: '{"access_token":"one","expires_in":100}' }, { status: 200, body: '{"access_token":"two","expires_in":100}' }, { status: 200, body: '{"access_token":"three"}' }])
    const login = loginFor({ kind: 'oauth2', tokenUrl: 'https://id.example/token', clientId: 'tong ban', clientSecret: { env: 'SECRET' }, scope: 'read' }, { references, outbound, now: () => now })
    expect([await login.headers(), await login.headers()]).toEqual([{ authorization: 'Bearer one' }, { authorization: 'Bearer one' }])
    expect(asked[0]).toMatchObject({ method: 'POST', body: 'grant_type=client_credentials&scope=read', headers: { authorization: `Basic ${Buffer.from('tong%20ban:s%3A%2F').toString('base64')}` } })
    now = 75_000
    expect(await login.headers()).toEqual({ authorization: 'Bearer two' })
    login.forget()
    expect(await login.headers()).toEqual({ authorization: 'Bearer three' })
  })

  it('that fails says how', async () => {
    const failing = async (status: number, body: string) => loginFor({ kind: 'oauth2', tokenUrl: 'https://id.example/token', clientId: 'a', clientSecret: { env: 'SECRET' } }, { references, outbound: answering([{ status, body }]).outbound, now: () => 0 }).headers()
    await expect(failing(400, '{}')).rejects.toThrow('the token address answered 400')
    await expect(failing(200, '<html>')).rejects.toThrow('without access_token')
  })
})
