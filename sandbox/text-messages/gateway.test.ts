// The gateway keeps its published contract: signed calls only, registered words only, records of what was sent, reports and answers pushed; and
// the faults it can be told to have.
import { createServer, type Server } from 'node:http'
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startSmsGateway, type GatewayOptions, type SmsGateway } from './gateway-server.ts'

const key = { id: 'caller', secret: 'secret-of-the-caller' }
const words = { SMS_1: '编号${number}有结果了。' }

const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()))
})

/** Somewhere things are pushed to, with what arrived. */
const listener = async () => {
  const heard: Record<string, unknown>[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push(...(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>[]))
      response.end('{"code":0}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) })
  const address = server.address()
  return { heard, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

type Reply = { status: number; body: { Code: string; BizId?: string; SmsSendDetailDTOs?: { SmsSendDetailDTO: { OutId: string; SendStatus: number; ErrCode: string }[] } } }

const open = async (more: Partial<GatewayOptions> = {}) => {
  const { heard, url } = await listener()
  const gateway: SmsGateway = await startSmsGateway({ key, sign: '示例政务', words, reports: url, answers: url, retryMs: 1, ...more })
  running.push(gateway)
  const call = async (action: string, query: Record<string, string>, { secret = key.secret, nonce = randomUUID() as string, at = new Date() } = {}): Promise<Reply> => {
    const { host } = new URL(gateway.url)
    const search = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).toSorted().join('&')
    const headers: Record<string, string> = { host, 'x-acs-action': action, 'x-acs-content-sha256': hash(''), 'x-acs-date': at.toISOString().replace(/\.\d+/, ''), 'x-acs-signature-nonce': nonce, 'x-acs-version': '2017-05-25' }
    const names = Object.keys(headers).toSorted()
    const request = ['POST', '/', search, ...names.map((name) => `${name}:${headers[name]}`), '', names.join(';'), hash('')].join('\n')
    const signature = createHmac('sha256', secret).update(`ACS3-HMAC-SHA256\n${hash(request)}`).digest('hex')
    const reply = await fetch(`${gateway.url}/?${search}`, { method: 'POST', headers: { ...headers, authorization: `ACS3-HMAC-SHA256 Credential=${key.id},SignedHeaders=${names.join(';')},Signature=${signature}` } })
    return { status: reply.status, body: (await reply.json()) as Reply['body'] }
  }
  const send = (changed: Record<string, string> = {}, how = {}) => call('SendSms', { PhoneNumbers: '15400000101', SignName: '示例政务', TemplateCode: 'SMS_1', TemplateParam: '{"number":"42"}', OutId: 'mine-1', ...changed }, how)
  const admin = async (path: string, method = 'GET', body?: object | string) => {
    const reply = await fetch(gateway.admin + path, { method, redirect: 'manual', ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }) })
    return { status: reply.status, text: await reply.text() }
  }
  return { gateway, call, send, admin, heard }
}

describe('a call', () => {
  it('is taken when it is signed, fresh and new, and its message stands on the phone', async () => {
    const { send, admin } = await open()
    expect((await send()).body).toMatchObject({ Code: 'OK', BizId: expect.stringMatching(/\^0$/) })
    expect((await send({}, { secret: 'another' })).body.Code).toBe('SignatureDoesNotMatch')
    expect((await send({}, { at: new Date(Date.now() - 20 * 60_000) })).body.Code).toBe('InvalidTimeStamp.Expired')
    await send({}, { nonce: 'once' })
    expect(await send({}, { nonce: 'once' })).toMatchObject({ status: 400, body: { Code: 'SignatureNonceUsed' } })
    const page = (await admin('/')).text
    expect(page).toContain('【示例政务】编号42有结果了。')
    expect(page.match(/<article>/g)).toHaveLength(2)
  })

  it('with words that are not registered, a missing, long or whole-address place, or no mobile number is refused', async () => {
    const { send, call } = await open()
    const codes = await Promise.all([
      send({ SignName: '别人' }), send({ TemplateCode: 'SMS_2' }), send({ TemplateParam: '{}' }), send({ TemplateParam: '{' }), send({ TemplateParam: JSON.stringify({ number: '9'.repeat(36) }) }),
      send({ TemplateParam: '{"number":"https://example.com"}' }), send({ PhoneNumbers: '075512345678' }), call('SendBatchSms', {}),
    ])
    expect(codes.map(({ body }) => body.Code)).toEqual([
      'isv.SMS_SIGNATURE_ILLEGAL', 'isv.SMS_TEMPLATE_ILLEGAL', 'isv.TEMPLATE_MISSING_PARAMETERS', 'isv.INVALID_JSON_PARAM', 'isv.PARAM_LENGTH_LIMIT', 'isv.PARAM_NOT_SUPPORT_URL', 'isv.MOBILE_NUMBER_ILLEGAL', 'InvalidAction.NotFound',
    ])
  })
})

describe('what was sent', () => {
  it('is told by number and day, and reported once or as often as it was told to', async () => {
    const now = new Date('2026-03-02T17:30:00Z')
    const { send, call, admin, heard } = await open({ now: () => now })
    await send({}, { at: now })
    const details = async (day: string) => (await call('QuerySendDetails', { PhoneNumber: '15400000101', SendDate: day, PageSize: '10', CurrentPage: '1' }, { at: now })).body.SmsSendDetailDTOs?.SmsSendDetailDTO
    expect(await details('20260302')).toEqual([])
    expect(await details('20260303')).toMatchObject([{ OutId: 'mine-1', SendStatus: 1 }])
    await admin('/advance', 'POST')
    expect(await details('20260303')).toMatchObject([{ SendStatus: 3, ErrCode: 'DELIVERED' }])
    expect(heard).toMatchObject([{ phone_number: '15400000101', success: true, out_id: 'mine-1', report_time: '2026-03-03 01:30:00' }])
    await admin('/faults', 'PUT', { pushes: 'twice', arrives: false })
    await send({ OutId: 'mine-2' }, { at: now })
    await admin('/advance', 'POST')
    expect(heard.slice(1)).toMatchObject([{ out_id: 'mine-2', success: false }, { out_id: 'mine-2', success: false }])
  })

  it('is there after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
    const first = await open({ folder })
    await first.send()
    const second = await open({ folder })
    expect((await second.admin('/messages')).text).toContain('mine-1')
    await rm(folder, { recursive: true, force: true })
  })
})

describe('the switchboard', () => {
  it('makes it too busy, refuse a number, fail, hang up after taking the message, or lose reports', async () => {
    const { send, admin, heard } = await open()
    await admin('/faults', 'PUT', { trouble: 'throttle' })
    expect((await send()).body.Code).toBe('isv.BUSINESS_LIMIT_CONTROL')
    await admin('/faults', 'PUT', { trouble: 'refuse' })
    expect((await send()).body.Code).toBe('isv.MOBILE_NUMBER_ILLEGAL')
    await admin('/faults', 'PUT', { trouble: 'silent', pushes: 'never' })
    await expect(send()).rejects.toThrow()
    expect((await admin('/messages')).text).toContain('mine-1')
    await admin('/faults', 'PUT', { mode: 'error', trouble: 'none' })
    expect(await send()).toMatchObject({ status: 500, body: { Code: 'isp.SYSTEM_ERROR' } })
    await admin('/advance', 'POST')
    expect(heard).toEqual([])
    expect((await admin('/faults', 'PUT', { trouble: 'sometimes' })).status).toBe(400)
  })

  it('pushes what somebody answers on the page, and escapes what it shows', async () => {
    const { admin, heard, send } = await open({ words: { SMS_1: '<b>${number}</b>' } })
    await send()
    expect((await admin('/')).text).toContain('&lt;b&gt;42&lt;/b&gt;')
    expect((await admin('/answers', 'POST', new URLSearchParams({ phone: '15400000101', content: 'T' }).toString())).status).toBe(303)
    expect(heard).toMatchObject([{ phone_number: '15400000101', content: 'T' }])
  })
})
