// How a service knows who asks: the header of each way of logging in. Tokens of OAuth 2.0 are kept until shortly before they end.
import type { Outbound } from '../../kernel/outbound.ts'
import type { Auth } from './connector-definition.ts'
import type { References } from './secrets.ts'

export class AuthFault extends Error {}

export type Login = {
  headers: () => Promise<Record<string, string>>
  /** the other side did not accept them: next time anew */
  forget: () => void
}

const early = 30_000

export const loginFor = (auth: Auth | undefined, { references, outbound, now }: { references: References; outbound: Outbound; now: () => number }): Login => {
  let token: { value: string; until: number } | undefined
  const fetchToken = async ({ tokenUrl, clientId, clientSecret, scope }: Extract<Auth, { kind: 'oauth2' }>): Promise<string> => {
    if (token && token.until > now()) return token.value
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) }).toString()
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(await references.secret(clientSecret))}`).toString('base64')
    const reply = await outbound.ask({
      method: 'POST', url: new URL(references.address(tokenUrl)), body, timeLimitMs: 2500, mostBytes: 65_536,
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
    })
    if (reply.status !== 200) throw new AuthFault(`the token address answered ${reply.status}`)
    const { value, seconds } = readToken(String(reply.body))
    token = { value, until: now() + seconds * 1000 - early }
    return value
  }
  return {
    forget: () => {
      token = undefined
    },
    headers: async () => {
      switch (auth?.kind) {
        case undefined:
          return {}
        case 'bearer':
          return { authorization: `Bearer ${await references.secret(auth.token)}` }
        case 'apiKey':
          return { [auth.header.toLowerCase()]: await references.secret(auth.key) }
        case 'basic':
          return { authorization: `Basic ${Buffer.from(`${auth.user}:${await references.secret(auth.password)}`).toString('base64')}` }
        case 'oauth2':
          return { authorization: `Bearer ${await fetchToken(auth)}` }
      }
    },
  }
}

const readToken = (text: string): { value: string; seconds: number } => {
  try {
    const { access_token: value, expires_in: seconds } = JSON.parse(text) as Record<string, unknown>
    if (typeof value === 'string' && value !== '') return { value, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : 60 }
  } catch {
    // said below
  }
  throw new AuthFault('the token address answered without access_token')
}
