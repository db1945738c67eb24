// The gateway for text messages, after the published contract of Alibaba Cloud's Short Message Service (Dysmsapi 2017-05-25): SendSms and
// QuerySendDetails with signed calls, reports and answers pushed; with a switchboard on loopback for what goes wrong and a page of phones.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readFault, type Fault } from '../faults.ts'
import { listen, readJson, type Reply } from '../http.ts'
import { Refused } from '../protocol.ts'
import { openPhones } from './phones.ts'
import { phonesPage } from './phones-page.ts'
import { chinaTime, pushAnswer, pushModes, pushReports, type PushMode } from './pushing.ts'
import { doubtOf, type Key } from './signature.ts'

/** `words`: registered texts by code. `reports`, `answers`: where it pushes. `stepMs`: until a message is reported; 0: not before the switchboard says so. */
export type GatewayOptions = {
  key: Key; sign: string; words: Readonly<Record<string, string>>; reports?: string; answers?: string; port?: number; adminPort?: number; host?: string; folder?: string; stepMs?: number; retryMs?: number; now?: () => Date
}
export type SmsGateway = { url: string; admin: string; pushTo: (to: { reports: string; answers: string }) => void; stop: () => Promise<void> }

/** throttle: too many for this number. refuse: a number that is none. silent: takes the message and hangs up. */
const trouble = ['none', 'throttle', 'refuse', 'silent'] as const
type Trouble = (typeof trouble)[number]

const longestPlace = 35
const pageSize = 50

const answer = (code: string, more: object = {}): Reply => ({ status: 200, body: { Code: code, Message: code, RequestId: randomUUID(), ...more } })

/** The words with their places filled, or the code of what is wrong. */
const filled = (text: string, given: string): { content: string } | { code: string } => {
  let places: Record<string, unknown>
  try {
    places = JSON.parse(given || '{}') as Record<string, unknown>
  } catch {
    return { code: 'isv.INVALID_JSON_PARAM' }
  }
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => typeof places[name] !== 'string')) return { code: 'isv.TEMPLATE_MISSING_PARAMETERS' }
  const values = names.map((name) => String(places[name]))
  if (values.some((value) => value.length > longestPlace)) return { code: 'isv.PARAM_LENGTH_LIMIT' }
  if (values.some((value) => /https?:\/\//.test(value))) return { code: 'isv.PARAM_NOT_SUPPORT_URL' }
  return { content: text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => String(places[name])) }
}

const oneOf = <Word extends string>(words: readonly Word[], value: unknown, before: Word): Word => {
  if (value === undefined) return before
  const known = words.find((word) => word === value)
  if (!known) throw new Refused('invalid', `must be one of ${words.join(', ')}`)
  return known
}

const textIn = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export const startSmsGateway = async (options: GatewayOptions): Promise<SmsGateway> => {
  const { key, sign, words, host = '127.0.0.1', folder, stepMs = 0, retryMs = 1000, now = () => new Date() } = options
  const phones = openPhones(folder === undefined ? undefined : join(folder, 'text-messages.json'))
  const used = new Set<string>()
  let to: { reports?: string | undefined; answers?: string | undefined } = { reports: options.reports, answers: options.answers }
  let fault: Fault = { mode: 'ok', slowMs: 5000 }
  let present: Trouble = 'none'
  let pushes: PushMode = 'once'
  let arrives = true

  const report = async (): Promise<number> => {
    const reported = phones.report(arrives, arrives ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE', now())
    await pushReports(to.reports, reported, pushes, retryMs)
    if (pushes !== 'never') reported.forEach(phones.markTold)
    return reported.length
  }
  const send = async (query: URLSearchParams, request: IncomingMessage): Promise<Reply> => {
    const asked = (name: string): string => query.get(name) ?? ''
    const text = words[asked('TemplateCode')]
    if (asked('SignName') !== sign) return answer('isv.SMS_SIGNATURE_ILLEGAL')
    if (text === undefined) return answer('isv.SMS_TEMPLATE_ILLEGAL')
    if (!/^1[3-9]\d{9}$/.test(asked('PhoneNumbers')) || present === 'refuse') return answer('isv.MOBILE_NUMBER_ILLEGAL')
    const written = filled(text, asked('TemplateParam'))
    if ('code' in written) return answer(written.code)
    if (present === 'throttle') return answer('isv.BUSINESS_LIMIT_CONTROL')
    const message = phones.take({ outId: asked('OutId'), phone: asked('PhoneNumbers'), template: asked('TemplateCode'), content: `【${sign}】${written.content}` }, now())
    if (pushes === 'early') await report()
    if (present === 'silent') request.socket.destroy()
    return answer('OK', { BizId: message.bizId })
  }
  const details = (query: URLSearchParams): Reply => {
    const bizId = query.get('BizId')
    const found = phones.list().filter(({ phone, sentAt, bizId: each }) => phone === query.get('PhoneNumber') && chinaTime(sentAt).slice(0, 10).replaceAll('-', '') === query.get('SendDate') && (!bizId || each === bizId))
    return answer('OK', { TotalCount: String(found.length), SmsSendDetailDTOs: { SmsSendDetailDTO: found.slice(0, pageSize).map(({ phone, outId, template, content, status, code, sentAt, reportedAt }) => ({
      PhoneNum: phone, OutId: outId, TemplateCode: template, Content: content, SendStatus: status, ErrCode: code, SendDate: chinaTime(sentAt), ...(reportedAt === null ? {} : { ReceiveDate: chinaTime(reportedAt) }),
    })) } })
  }
  const system = await listen(async (request, id, gone) => {
    if (fault.mode === 'down') request.socket.destroy()
    if (fault.mode === 'error' || fault.mode === 'down') return { status: 500, body: { Code: 'isp.SYSTEM_ERROR', Message: 'isp.SYSTEM_ERROR', RequestId: id } }
    if (fault.mode === 'slow') await wait(fault.slowMs, undefined, { signal: gone })
    if (request.url === '/healthz') return { status: 200, body: { ok: true } }
    const doubt = doubtOf(request, await textIn(request), key, now(), used)
    if (doubt) return { status: doubt === 'InvalidAccessKeyId.NotFound' ? 404 : 400, body: { Code: doubt, Message: doubt, RequestId: id } }
    const query = new URLSearchParams(request.url?.split('?')[1] ?? '')
    const action = request.headers['x-acs-action']
    if (request.headers['x-acs-version'] !== '2017-05-25') return { status: 404, body: { Code: 'InvalidVersion', Message: 'InvalidVersion', RequestId: id } }
    if (action === 'SendSms') return send(query, request)
    return action === 'QuerySendDetails' ? details(query) : { status: 404, body: { Code: 'InvalidAction.NotFound', Message: 'InvalidAction.NotFound', RequestId: id } }
  }, options.port ?? 0, host)

  const faults = (): Reply => ({ status: 200, body: { ...fault, trouble: present, pushes, arrives } })
  const change = async (request: IncomingMessage): Promise<Reply> => {
    const body = await readJson(request)
    const given = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : [])
    present = oneOf(trouble, given.get('trouble'), present)
    pushes = oneOf(pushModes, given.get('pushes'), pushes)
    arrives = given.has('arrives') ? given.get('arrives') === true : arrives
    if (given.has('mode')) fault = readFault(given.get('mode'), given.get('slowMs') ?? fault.slowMs)
    return faults()
  }
  const hear = async (request: IncomingMessage): Promise<Reply> => {
    const form = new URLSearchParams(await textIn(request))
    await pushAnswer(to.answers, { phone: form.get('phone') ?? '', content: form.get('content') ?? '' }, now(), retryMs)
    return { status: 303, body: {}, headers: { location: '/' } }
  }
  const admin = await listen(async (request) => {
    const asked = `${request.method} ${request.url?.split('?')[0] ?? ''}`
    if (asked === 'GET /') return { status: 200, body: phonesPage(phones.list()) }
    if (asked === 'GET /messages') return { status: 200, body: { messages: phones.list() } }
    if (asked === 'POST /answers') return hear(request)
    if (asked === 'GET /faults') return faults()
    if (asked === 'PUT /faults') return change(request)
    if (asked === 'POST /advance') return { status: 200, body: { reports: await report() } }
    if (asked !== 'POST /reset') throw new Refused('not_found', 'GET /, GET /messages, POST /answers, GET /faults, PUT /faults, POST /advance, POST /reset')
    phones.reset()
    return { status: 200, body: { reset: true } }
  }, options.adminPort ?? 0, '127.0.0.1')

  const timer = stepMs > 0 ? setInterval(() => void report(), stepMs) : undefined
  return {
    url: system.url, admin: admin.url,
    pushTo: (addresses) => {
      to = addresses
    },
    stop: async () => {
      clearInterval(timer)
      await Promise.all([system.stop(), admin.stop()])
    },
  }
}
