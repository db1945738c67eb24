// A registry behind a REST service with an OpenAPI description: the question fills an operation's parameters and body, the answer is
// checked against the description and mapped. The description is read when it is first needed, and again after it could not be.
import { readFile } from 'node:fs/promises'
import type { ClientCertificate, Outbound, OutboundReply } from '../../kernel/outbound.ts'
import type { Fetched } from '../exchange/index.ts'
import type { RestDefinition } from './connector-definition.ts'
import { checkParameters, DescriptionFault, readDescription, type Operation } from './openapi-description.ts'
import { loginFor } from './rest-auth.ts'
import type { References } from './secrets.ts'
import { replyOf, type Complain, type Page, type Source } from './source.ts'
import { evaluateText, fillTemplate, mappingOf, pointed } from './source-mapping.ts'

const limits = { question: { timeLimitMs: 2500, mostBytes: 1_000_000 }, page: { timeLimitMs: 30_000, mostBytes: 20_000_000 }, description: { timeLimitMs: 5000, mostBytes: 5_000_000 } }

export type RestSurroundings = { references: References; outbound: Outbound; now: () => Date; complain: Complain }

/** An answer that is not what it should be; the sentence says what. */
class AnswerFault extends Error {}

type Service = { single: Operation; batch: Operation | undefined; server: string }
type Call = Pick<RestDefinition, 'parameters' | 'body'>

export const restSource = (definition: RestDefinition, { references, outbound, now, complain }: RestSurroundings): Source => {
  const map = mappingOf(definition)
  const login = loginFor(definition.auth, { references, outbound, now: () => now().getTime() })
  let reading: Promise<Service> | undefined

  const service = (): Promise<Service> => {
    reading ??= readService().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
  const readService = async (): Promise<Service> => {
    const place = references.address(definition.description)
    const isRemote = /^https?:/.test(place)
    const description = readDescription(isRemote ? await fetchDescription(new URL(place)) : await readLocal(references.path(definition.description)))
    const single = description.operation(definition.operation)
    checkParameters(single, Object.keys(definition.parameters ?? {}), definition.body !== undefined)
    const batch = definition.batch && description.operation(definition.batch.operation)
    if (batch) checkParameters(batch, Object.keys(definition.batch?.parameters ?? {}), definition.batch?.body !== undefined)
    const server = definition.server === undefined ? description.servers[0] : references.address(definition.server)
    if (server === undefined || !URL.canParse(server, isRemote ? place : undefined)) throw new DescriptionFault('the description names no server; `server` says where it is')
    return { single, batch, server: new URL(server, isRemote ? place : undefined).href.replace(/\/$/, '') }
  }
  const fetchDescription = async (url: URL): Promise<string> => {
    const { status, body } = await outbound.ask({ method: 'GET', url, ...limits.description, ...(await certificate()) })
    if (status !== 200) throw new DescriptionFault(`the description at ${url.origin}${url.pathname} answered ${status}`)
    return String(body)
  }
  const certificate = async (): Promise<{ tls?: ClientCertificate }> => {
    if (!definition.tls) return {}
    const parts = await Promise.all(Object.entries(definition.tls).map(async ([name, reference]) => [name, await references.secret(reference)] as const))
    return { tls: Object.fromEntries(parts) }
  }

  const send = async (operation: Operation, { parameters = {}, body }: Call, scope: Readonly<Record<string, unknown>>, limit: { timeLimitMs: number; mostBytes: number }, signal: AbortSignal): Promise<{ status: number; answer: unknown }> => {
    const { server } = await service()
    const values = Object.entries(parameters).map(([name, template]) => ({ name, value: fillTemplate(template, scope), place: operation.parameters.find((each) => each.name === name)?.in }))
    const url = new URL(`${server}${filledPath(operation.path, values)}`)
    for (const { name, value, place } of values) if (place === 'query' && value !== null) for (const one of [value].flat()) url.searchParams.append(name, String(one))
    const own = Object.fromEntries(values.flatMap(({ name, value, place }) => (place === 'header' && value !== null ? [[name.toLowerCase(), String(value)]] : [])))
    const ask = async () => outbound.ask({
      method: operation.method, url, signal, ...limit, ...(await certificate()),
      headers: { ...own, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(await login.headers()) },
      ...(body === undefined ? {} : { body: JSON.stringify(fillTemplate(body, scope)) }),
    })
    let reply = await ask()
    if (reply.status === 401) {
      login.forget()
      if (definition.auth?.kind === 'oauth2') reply = await ask()
    }
    return { status: reply.status, answer: readAnswer(operation, reply) }
  }

  const ask = async (question: Parameters<Source['ask']>[0], signal: AbortSignal): Promise<Fetched> => {
    const { single } = await service()
    const { status, answer } = await send(single, definition, { ...question }, limits.question, signal)
    if (status >= 400 && status !== 404) return { kind: 'unavailable', why: `status ${status}` }
    const isFound = definition.found === undefined ? status !== 404 : evaluateText(definition.found, { response: answer, status }) === true
    if (!isFound) return { kind: 'noRecord' }
    const found = definition.record === undefined ? answer : pointed(answer, definition.record)
    return replyOf([found].flat().filter((each) => isFilled(each)).map(map), question, definition, now().toISOString(), complain)
  }

  const page = async (asked: { fields: readonly string[]; filter: Readonly<Record<string, unknown>> }, cursor: unknown, size: number, signal: AbortSignal): Promise<Page> => {
    const { batch } = await service()
    const wanted = definition.batch
    if (!batch || !wanted) throw new AnswerFault('the connector has no batch')
    const number = typeof cursor === 'number' ? cursor : 1
    const { status, answer } = await send(batch, wanted, { ...asked, size, page: number, cursor: wanted.next === undefined ? null : (cursor ?? null) }, limits.page, signal)
    if (status >= 400) throw new AnswerFault(`status ${status}`)
    const listed = pointed(answer, wanted.records)
    if (!Array.isArray(listed)) throw new AnswerFault(`there is no list at ${wanted.records}`)
    const next = wanted.next === undefined ? (listed.length === 0 ? undefined : number + 1) : pointed(answer, wanted.next)
    if (next !== undefined && next === cursor) throw new AnswerFault('the next page is the same page')
    return { records: listed.map(map), next: next === null || next === '' ? undefined : next }
  }

  return {
    definition,
    ask: async (question, { signal }) => {
      try {
        return await ask(question, signal)
      } catch (error) {
        return { kind: 'unavailable', why: error instanceof Error ? error.message : 'unknown' }
      }
    },
    problems: async () => {
      try {
        await service()
        await login.headers()
        await certificate()
        return []
      } catch (error) {
        return [error instanceof Error ? error.message : 'unknown']
      }
    },
    describe: async () => (await service()).server,
    ...(definition.batch ? { page } : {}),
    close: async () => {},
  }
}

const readLocal = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DescriptionFault(`the description ${path} cannot be read (${error.code ?? 'unknown'})`)
  })

const isFilled = (value: unknown): boolean => value !== null && typeof value === 'object' && Object.keys(value).length > 0

/** A value in a path stays one step of it, whatever it says. @throws AnswerFault */
const filledPath = (path: string, values: readonly { name: string; value: unknown; place: string | undefined }[]): string =>
  path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values.find((each) => each.name === name && each.place === 'path')?.value
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    if (text === '' || text === '.' || text === '..') throw new AnswerFault(`the parameter ${name} of the path has no value that can be asked for`)
    return encodeURIComponent(text)
  })

/** @throws AnswerFault when it is no JSON, or not what the description promises */
const readAnswer = (operation: Operation, { status, contentType, body }: OutboundReply): unknown => {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)
  if (!isJson && status >= 400) return null
  if (!isJson) throw new AnswerFault(`the answer is ${contentType || 'of no type'}, not JSON`)
  const answer = parseJson(String(body))
  const broken = status < 400 ? operation.breaks(status, answer) : undefined
  if (broken !== undefined) throw new AnswerFault(`the answer breaks the description: ${broken}`)
  return answer
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new AnswerFault('the answer is not JSON')
  }
}
