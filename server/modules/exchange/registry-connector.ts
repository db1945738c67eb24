// The connector that speaks our own protocol (docs/guide/exchange.md): one POST, signed by us, and the reply signed by the registry where
// its key is pinned. An older registry knows only its bearer key; what it says is logged as unsigned.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Signer } from '../../kernel/keys.ts'
import type { Asking, Connector, Fetched, RegistryQuestion } from './connector.ts'
import { hashOf, headOf, isSignedApart, signApart, thumbprintOf } from './jws.ts'

/** `key`: bearer key; `signer`: thumbprint (RFC 7638) of the key its replies must be signed with, absent where it does not sign. */
export type RegistryEndpoint = { url: string; key: string; signer?: string }

const Jwk = Type.Object({ kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: Type.String(), y: Type.String() })
const readKeys = Compile(Type.Object({ keys: Type.Array(Jwk, { maxItems: 20 }) }))
const readBody = Compile(Type.Object({
  found: Type.Boolean(), record: Type.Optional(Type.Record(Type.String(), Type.Unknown())), asOf: Type.Optional(Type.String()),
  subject: Type.Optional(Type.Record(Type.String(), Type.String())), requestHash: Type.Optional(Type.String()),
}))

type PinnedKey = Static<typeof Jwk> & { kid: string; alg: 'ES256' }

const agent = new Agent({ connections: 128, pipelining: 1, maxResponseSize: 1024 * 1024 })

const malformed: Fetched = { kind: 'unavailable', why: 'malformed reply' }
const unproven: Fetched = { kind: 'unavailable', why: 'bad signature' }

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readReply = (body: unknown): Fetched => {
  if (!readBody.Check(body)) return malformed
  const subject = body.subject ? { subject: body.subject } : {}
  if (!body.found) return { kind: 'noRecord', ...subject }
  const { record, asOf } = body
  return record && asOf !== undefined ? { kind: 'found', record, asOf, ...subject } : malformed
}

/** A record that names nobody, neither around it nor in it, could be anybody's. */
const named = (reply: Fetched, asked: RegistryQuestion['subject']): Fetched =>
  reply.kind === 'found' && Object.keys(asked).every((key) => reply.subject?.[key] === undefined && reply.record[key] === undefined) ? malformed : reply

/** @param signer what we sign with; absent: the question goes out unsigned */
export const registryConnector = ({ url, key, signer: pinned }: RegistryEndpoint, signer?: () => Promise<Signer>): Connector => {
  let pinnedKey: Promise<PinnedKey | undefined> | undefined

  /** Whatever the registry publishes, only the pinned key counts. */
  const fetchKey = async (signal: AbortSignal): Promise<PinnedKey | undefined> => {
    const response = await request(`${url}/.well-known/jwks.json`, { dispatcher: agent, signal })
    const body = parse(await response.body.text())
    const found = readKeys.Check(body) ? body.keys.find((each) => thumbprintOf(each) === pinned) : undefined
    return found && { ...found, kid: pinned ?? '', alg: 'ES256' }
  }
  const keyOf = async (signal: AbortSignal): Promise<PinnedKey | undefined> => {
    pinnedKey ??= fetchKey(signal)
    const found = await pinnedKey.catch(() => undefined)
    if (!found) pinnedKey = undefined
    return found
  }

  return {
    async ask(question: RegistryQuestion, { signal, callId }: Asking): Promise<Fetched> {
      // Each attempt has a number of its own: the registry takes none twice.
      const body = JSON.stringify({ ...question, id: randomUUID(), call: callId, at: new Date().toISOString() })
      const sender = await signer?.()
      const response = await request(`${url}/v1/query`, {
        method: 'POST', dispatcher: agent, signal, body,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...(sender ? { 'x-signature': signApart(sender, 'exchange-question+jws', body) } : {}) },
      })
      const text = await response.body.text()
      if (response.statusCode !== 200) return { kind: 'unavailable', why: `status ${response.statusCode}` }
      const parsed = parse(text)
      if (pinned === undefined) return named(readReply(parsed), question.subject)
      const signature = response.headers['x-signature']
      const trusted = await keyOf(signal)
      const isBound = readBody.Check(parsed) && parsed.requestHash === hashOf(body) && parsed.subject !== undefined
      if (!trusted || typeof signature !== 'string' || !isBound || !isSignedApart(signature, 'exchange-reply+jws', trusted, text)) return unproven
      return { ...named(readReply(parsed), question.subject), signedBy: String(headOf(signature)?.['kid'] ?? ''), replyHash: hashOf(text) }
    },
  }
}
