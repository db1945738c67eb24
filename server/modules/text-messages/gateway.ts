// The gateway to the operators: Short Message Service of Alibaba Cloud (Dysmsapi 2017-05-25), SendSms and QuerySendDetails over HTTPS.
// Another gateway is another file like this. Contract: https://www.alibabacloud.com/help/en/sms/developer-reference/api-dysmsapi-2017-05-25-overview
import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Config } from '../../config.ts'
import { plainDate } from '../../kernel/clock.ts'
import { canonicalQuery, signedHeaders } from './acs-signature.ts'
import type { TextParameters } from './text-kinds.ts'

/** Nobody knows whether the gateway has understood: no answer, or one that does not follow the contract. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** `template`: code of the registered words. `outId`: number of ours, which comes back with the report. */
export type Outgoing = { phone: string; template: string; parameters: TextParameters; outId: string }

/** `accepted`: by its number. `later`: the gateway has had too many. `refused`: it will never send this one as it is. */
export type Answer = { accepted: string } | { later: string } | { refused: string }

/** What became of a try. `delivered` null: nobody knows yet. */
export type Detail = { outId: string; delivered: boolean | null; code: string; reportedAt: Date | null }

export type Gateway = {
  /** @throws Unreachable */
  send: (message: Outgoing) => Promise<Answer>
  /** What was sent to a number on a day in China. @throws Unreachable */
  details: (phone: string, sentOn: Date, gatewayNumber: string | null) => Promise<Detail[]>
}

const Sent = Type.Object({ Code: Type.String({ maxLength: 120 }), BizId: Type.Optional(Type.String({ maxLength: 60 })) })
const Detailed = Type.Object({
  Code: Type.Literal('OK'),
  SmsSendDetailDTOs: Type.Optional(Type.Object({
    SmsSendDetailDTO: Type.Array(Type.Object({ OutId: Type.Optional(Type.String()), SendStatus: Type.Integer(), ErrCode: Type.Optional(Type.String()), ReceiveDate: Type.Optional(Type.String()) })),
  })),
})

const version = '2017-05-25'
const patienceMs = 8_000
const pageSize = 50
/** Longest code kept. */
const mostCode = 60

/** Too many, in a minute, an hour or a day, for this number or in all; or for the whole account. */
const isLater = (code: string): boolean => /^(?:isv\.(?:BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL)|Throttling(?:\..+)?)$/.test(code)

/** The gateway's own faults, after which nobody knows; what it does not allow this account is none of them. */
const isFault = (code: string): boolean => code.startsWith('isp.') && code !== 'isp.RAM_PERMISSION_DENY'

/** 2026-03-02 10:00:00 in China. */
export const instantOf = (text: string | undefined): Date | null => {
  const at = new Date(`${(text ?? '').replace(' ', 'T')}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

export const gatewayAt = ({ url, keyId, keySecret, sign }: NonNullable<Config['textMessages']>, now: () => Date): Gateway => {
  const { host, origin } = new URL(url)
  const ask = async (action: string, query: Record<string, string>): Promise<{ status: number; body: unknown }> => {
    try {
      const { host: _known, ...headers } = signedHeaders({ host, action, version, query, nonce: randomUUID(), at: now() }, { id: keyId, secret: keySecret })
      const reply = await fetch(`${origin}/?${canonicalQuery(query)}`, { method: 'POST', headers: { ...headers, accept: 'application/json' }, signal: AbortSignal.timeout(patienceMs), redirect: 'error' })
      return { status: reply.status, body: await reply.json() }
    } catch (error) {
      throw new Unreachable(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    send: async ({ phone, template, parameters, outId }) => {
      const { status, body } = await ask('SendSms', { PhoneNumbers: phone, SignName: sign, TemplateCode: template, TemplateParam: JSON.stringify(parameters), OutId: outId })
      if (!Value.Check(Sent, body)) throw new Unreachable(`answered ${status}`)
      const code = body.Code.slice(0, mostCode)
      if (code === 'OK') return { accepted: body.BizId ?? '' }
      if (isLater(code)) return { later: code }
      if (status >= 500 || isFault(code)) throw new Unreachable(code)
      return { refused: code }
    },
    details: async (phone, sentOn, gatewayNumber) => {
      const { status, body } = await ask('QuerySendDetails', {
        PhoneNumber: phone, SendDate: plainDate(sentOn).replaceAll('-', ''), PageSize: String(pageSize), CurrentPage: '1', ...(gatewayNumber ? { BizId: gatewayNumber } : {}),
      })
      if (!Value.Check(Detailed, body)) throw new Unreachable(`answered ${status}`)
      return (body.SmsSendDetailDTOs?.SmsSendDetailDTO ?? []).map(({ OutId = '', SendStatus, ErrCode = '', ReceiveDate }) => ({
        outId: OutId, delivered: SendStatus === 3 ? true : SendStatus === 2 ? false : null, code: ErrCode.slice(0, mostCode), reportedAt: instantOf(ReceiveDate),
      }))
    },
  }
}
