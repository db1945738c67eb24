// The graduates' service: answers by its own description, and misbehaves when told to, in ways a careless platform would fall for.
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { graduatesOpenApi } from './contract.ts'

export const graduateFaults = ['ok', 'slow', 'error', 'html', 'extra', 'other', 'bomb', 'redirect', 'broken', 'unknown'] as const
export type GraduateFault = (typeof graduateFaults)[number]

export type Graduate = { idNumber: string; name?: string | null; school: string; degree: string; major?: string | null; graduatedOn: string; diplomaNumber?: string | null; overseasCertificateNumber?: string | null }

export type GraduatesOptions = { key: string; graduates: readonly Graduate[]; port?: number; host?: string; slowMs?: number }
export type Graduates = { url: string; key: string; stop: () => Promise<void> }

const levels: Readonly<Record<string, string>> = { college: '专科', bachelor: '本科', master: '硕士', doctor: '博士' }
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const row = (one: Graduate) => ({
  sfzh: one.idNumber, xm: one.name ?? null, yxmc: one.school, xlcc: levels[one.degree] ?? one.degree, zymc: one.major ?? null, byrq: one.graduatedOn.replaceAll('-', ''), zsbh: one.diplomaNumber ?? null, rzbh: one.overseasCertificateNumber ?? null,
})

const answer = (response: ServerResponse, status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))

/** `PUT /fault` with `{"mode": …}` tells it what to do wrong; whoever reaches the service may, for it is invented. */
export const startGraduates = async ({ key, graduates, port = 0, host = '127.0.0.1', slowMs = 5000 }: GraduatesOptions): Promise<Graduates> => {
  let fault: GraduateFault = 'ok'
  const rows = graduates.map(row).toSorted((a, b) => (a.sfzh < b.sfzh ? -1 : 1))

  const find = (sfzh: string, response: ServerResponse): void => {
    const found = rows.filter((one) => one.sfzh === sfzh)
    const data = {
      extra: found.map((one) => ({ ...one, jtzz: '示例路 1 号', yhkh: '6222000000000000' })),
      other: rows.filter((one) => one.sfzh !== sfzh).slice(0, 1),
      broken: found.map((one) => ({ ...one, byrq: '去年夏天' })),
      unknown: found.map((one) => ({ ...one, zymc: 42 })),
    }[String(fault)] ?? found
    answer(response, 200, { code: data.length > 0 ? '0' : '1', data })
  }
  const list = (after: string, limit: number, response: ServerResponse): void => {
    const page = rows.filter((one) => one.sfzh > after).slice(0, limit)
    const last = page.at(-1)?.sfzh ?? ''
    answer(response, 200, { code: '0', data: page, next: rows.some((one) => one.sfzh > last) ? last : '' })
  }
  const misbehave = async (response: ServerResponse): Promise<boolean> => {
    if (fault === 'slow') await wait(slowMs)
    if (fault === 'error') answer(response, 500, { code: '9', message: '系统异常' })
    if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>系统维护中</html>')
    if (fault === 'bomb') response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000_000, 32)))
    if (fault === 'redirect') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
    return response.writableEnded || response.destroyed
  }

  const server = createServer((request, response) => {
    const answering = async (): Promise<void> => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? host}`)
      if (url.pathname === '/openapi.json') return answer(response, 200, graduatesOpenApi(url.origin))
      if (request.method === 'PUT' && url.pathname === '/fault') {
        const { mode } = JSON.parse(String(Buffer.concat(await Array.fromAsync(request)))) as { mode?: unknown }
        fault = graduateFaults.find((each) => each === mode) ?? fault
        return answer(response, 200, { mode: fault })
      }
      if (!timingSafeEqual(digest(String(request.headers['x-app-key'] ?? '')), digest(key))) return answer(response, 401, { code: '9', message: '密钥不对' })
      if (await misbehave(response)) return
      if (url.pathname === '/api/graduates' && url.searchParams.has('yt')) return find(url.searchParams.get('sfzh') ?? '', response)
      if (url.pathname === '/api/graduates/list') return list(url.searchParams.get('after') ?? '', Math.min(200, Number(url.searchParams.get('limit') ?? 50) || 50), response)
      return answer(response, 404, { code: '9', message: '没有这个地址' })
    }
    answering().catch(() => answer(response, 400, { code: '9', message: '请求有误' }))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`, key,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
