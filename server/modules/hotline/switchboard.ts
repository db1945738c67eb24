// Where the telephone exchange reports (docs/guide/hotline.md): that it rings, and that somebody hung up. No session and no CSRF token, but a
// key of its own. What the exchange does besides is its own business.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Principal } from '../../kernel/authz.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { hangUpByKey, ring } from './serving.ts'

export const callsPath = '/hotline/calls'
const exchange: Principal = { kind: 'system', name: 'telephone exchange' }

const RingBody = Type.Object({
  key: Type.String({ minLength: 4, maxLength: 80, description: 'What the exchange calls it; the same again is the same call.' }), line: Type.String({ minLength: 2, maxLength: 20, description: 'Number that was called.' }),
  phone: Type.Union([Type.String({ maxLength: 30 }), Type.Null()], { description: 'Number that calls; null where it is hidden.' }),
}, { additionalProperties: false })

const HangUpBody = Type.Object({ key: Type.String({ minLength: 4, maxLength: 80 }) }, { additionalProperties: false })

const jsonIn = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body))
  } catch {
    throw new Refusal('invalid', { body: 'not JSON' })
  }
}

/** Compared as digests, so that neither length nor time says anything about the key. */
const isKey = (given: string | undefined, key: string): boolean =>
  timingSafeEqual(Buffer.from(keyedDigest('hotline key', given ?? '')), Buffer.from(keyedDigest('hotline key', `Bearer ${key}`)))

/** Answers 200 to what was heard, also a second time; 401 without the key. */
export const mountSwitchboard = async (server: FastifyInstance, app: App): Promise<void> => {
  await server.register(async (within) => {
    within.removeAllContentTypeParsers()
    within.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) => done(null, body))
    within.addHook('onRequest', async ({ headers }) => {
      if (!app.config.hotlineKey || !isKey(headers.authorization, app.config.hotlineKey)) throw new Refusal('unauthenticated')
    })
    within.post<{ Body: unknown }>(callsPath, { schema: { hide: true } }, async ({ body, id }) => {
      const told = jsonIn(body)
      if (!Value.Check(RingBody, told)) throw new Refusal('invalid', { body: 'not a call' })
      const call = await ring({ app, principal: exchange, requestId: id }, { ...told, key: `exchange ${told.key}` })
      return { call: call.id }
    })
    within.post<{ Body: unknown }>(`${callsPath}/hang-up`, { schema: { hide: true } }, async ({ body, id }) => {
      const told = jsonIn(body)
      if (!Value.Check(HangUpBody, told)) throw new Refusal('invalid', { body: 'not a call' })
      if (!(await hangUpByKey({ app, principal: exchange, requestId: id }, `exchange ${told.key}`))) throw new Refusal('not_found')
      return { heard: true }
    })
  })
}
