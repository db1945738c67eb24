// Where the gateway pushes reports (SmsReport) and answers of people (SmsUp): no session and no CSRF token. Its contract knows no signature, so
// the address it is given ends in a secret; and a report counts only for a try of ours to that number.
// Contract: https://help.aliyun.com/zh/sms/developer-reference/smsreport-2, https://help.aliyun.com/zh/sms/developer-reference/smsup-http
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { Refusal } from '../../kernel/errors.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import type { App } from '../../module.ts'
import { instantOf } from './gateway.ts'
import { hearReply, hearReport } from './reporting.ts'

export const reportsPath = '/api/v1/text-messages/reports'
export const repliesPath = '/api/v1/text-messages/replies'

const text = (most: number) => Type.String({ maxLength: most })
/** Several in one push; more would not fit the body. */
const several = <T extends TSchema>(item: T) => Type.Array(item, { maxItems: 1000 })

const Reports = several(Type.Object({
  phone_number: text(30), success: Type.Boolean(), err_code: Type.Optional(text(60)), report_time: Type.Optional(text(30)), biz_id: text(60), out_id: Type.Optional(text(256)),
}))
const Replies = several(Type.Object({ phone_number: text(30), content: text(1000) }))

/** What the gateway takes for heard; everything else it pushes again. */
const heard = { code: 0, msg: '接收成功' }

const isKey = (given: string, key: string): boolean => timingSafeEqual(Buffer.from(keyedDigest('text message reports', given)), Buffer.from(keyedDigest('text message reports', key)))

const jsonIn = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body))
  } catch {
    throw new Refusal('invalid', { body: 'not JSON' })
  }
}

/** Answers `code` 0 to everything that follows the contract, also to what is none of ours: pushing it again would change nothing. 401 without the secret. */
export const mountGatewayReports = async (server: FastifyInstance, app: App): Promise<void> => {
  await server.register(async (within) => {
    within.removeAllContentTypeParsers()
    within.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 256 * 1024 }, (_request, body, done) => done(null, body))
    within.addHook<{ Params: { key: string } }>('onRequest', async ({ params }) => {
      if (!app.config.textMessages || !isKey(params.key, app.config.textMessages.reportKey)) throw new Refusal('unauthenticated')
    })
    within.post<{ Body: unknown }>(`${reportsPath}/:key`, { schema: { hide: true } }, async ({ body }) => {
      const told = jsonIn(body)
      if (!Value.Check(Reports, told)) throw new Refusal('invalid', { body: 'not reports' })
      for (const { phone_number: phone, success: delivered, err_code: code = '', report_time: at, biz_id: gatewayNumber, out_id: outId = '' } of told) {
        await hearReport(app, { phone, outId, gatewayNumber, delivered, code, reportedAt: instantOf(at) })
      }
      return heard
    })
    within.post<{ Body: unknown }>(`${repliesPath}/:key`, { schema: { hide: true } }, async ({ body }) => {
      const told = jsonIn(body)
      if (!Value.Check(Replies, told)) throw new Refusal('invalid', { body: 'not answers' })
      for (const { phone_number: phone, content } of told) await hearReply(app, { phone, text: content })
      return heard
    })
  })
}
