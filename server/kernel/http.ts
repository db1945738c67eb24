// HTTP edge: a route is a declaration (path, permission, params, query, body, reply, refusals) plus a handler that returns or throws.
// Mounting checks every declaration; a route without a known permission stops the server from starting.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { Type, type Static, type TSchema } from 'typebox'
import { authorise, authoriseActing, type Grant, type Principal } from './authz.ts'
import { errorCatalogue, Refusal, type ErrorCode } from './errors.ts'
import { languageFor, type Language } from './texts.ts'

/** What a handler gets besides the app: validated input, who is asking, and the id that finds the log. */
export type Call<Params, Query, Body> = {
  params: Params
  query: Query
  body: Body
  principal: Principal
  language: Language
  requestId: string
  raw: FastifyRequest
}

/** Bytes instead of JSON. */
export type FileReply = { stream: Readable; type: string; name: string; inline?: boolean }
export const fileReply = 'file' as const

/** A reply that sends the browser elsewhere (login). */
export type Redirect = { redirect: string }
export const redirectReply = 'redirect' as const

type ReplySchema = TSchema | typeof fileReply | typeof redirectReply
type ReplyOf<R> = R extends typeof fileReply ? FileReply : R extends typeof redirectReply ? Redirect : R extends TSchema ? Static<R> : never

export type RouteDeclaration<App, Permission extends string> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** below /api/v1, parameters as :name */
  path: string
  /** stable operation name, e.g. `submitApplication`: names the client function */
  operation: string
  summary: string
  permission: Permission
  params?: TSchema
  query?: TSchema
  body?: TSchema
  /** multipart upload: the handler reads `raw` itself */
  upload?: boolean
  status?: 200 | 201 | 202
  reply: ReplySchema
  refusals: readonly ErrorCode[]
  handle: (app: App, call: Call<unknown, unknown, unknown>) => Promise<unknown>
}

type Typed<S> = S extends TSchema ? Static<S> : undefined

/** Builds `route()` for one app type and permission list, so handlers are typed from their schemas. */
export const routesFor =
  <App, Permission extends string>() =>
  <R extends ReplySchema, P extends TSchema | undefined = undefined, Q extends TSchema | undefined = undefined, B extends TSchema | undefined = undefined>(
    declaration: Omit<RouteDeclaration<App, Permission>, 'params' | 'query' | 'body' | 'reply' | 'handle'> & {
      params?: P
      query?: Q
      body?: B
      reply: R
      handle: (app: App, call: Call<Typed<P>, Typed<Q>, Typed<B>>) => Promise<ReplyOf<R>>
    },
  ): RouteDeclaration<App, Permission> =>
    // The schemas above are what validation runs, so the handler's narrower input type is what it receives.
    declaration as unknown as RouteDeclaration<App, Permission>

const errorSchema = Type.Object(
  { error: Type.Object({ code: Type.String(), message: Type.String(), id: Type.String(), details: Type.Optional(Type.Unknown()) }) },
  { description: 'What went wrong: a stable code, a sentence for people, an id that finds the log.' },
)

const always: readonly ErrorCode[] = ['internal']

/** What any route with such a permission can refuse, so that routes name only what is their own. */
const fromPermission = (grant: Grant): readonly ErrorCode[] => (grant === 'everyone' ? [] : grant === 'loggedIn' ? ['unauthenticated'] : ['unauthenticated', 'forbidden', 'while_acting', 'mandate_ended'])

const responses = (declaration: RouteDeclaration<never, string>, grant: Grant) => {
  const codes = new Set([...declaration.refusals, ...fromPermission(grant), ...always, ...(declaration.method === 'GET' ? [] : (['csrf'] as const))])
  const statuses = new Map<number, ErrorCode[]>()
  for (const code of codes) statuses.set(errorCatalogue[code].status, [...(statuses.get(errorCatalogue[code].status) ?? []), code])
  const failures = Object.fromEntries([...statuses].map(([status, list]) => [status, { ...errorSchema, description: list.join(', ') }]))
  if (declaration.reply === fileReply) return { 200: { description: 'The file.', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }, ...failures }
  if (declaration.reply === redirectReply) return { 302: { type: 'null', description: 'Sends the browser on.' }, ...failures }
  return { [declaration.status ?? 200]: declaration.reply, ...failures }
}

export type MountOptions<App, Permission extends string> = {
  app: App
  prefix: string
  tag: string
  permissions: Record<Permission, Grant>
  /** what may also be done in the name of another */
  whileActing: readonly Permission[]
  principalOf: (request: FastifyRequest) => Promise<Principal>
  /** refuses with `csrf` when a mutation does not come from our own pages */
  guardMutation: (request: FastifyRequest) => void
}

export const mountRoutes = <App, Permission extends string>(
  server: FastifyInstance,
  routes: readonly RouteDeclaration<App, Permission>[],
  { app, prefix, tag, permissions, whileActing, principalOf, guardMutation }: MountOptions<App, Permission>,
): void => {
  for (const declaration of routes) {
    const grant = permissions[declaration.permission]
    if (grant === undefined) throw new Error(`Route ${declaration.method} ${declaration.path} has no known permission`)
    server.route({
      method: declaration.method,
      url: prefix + declaration.path,
      schema: {
        summary: declaration.summary,
        operationId: declaration.operation,
        tags: [tag],
        description: `Permission: \`${declaration.permission}\``,
        ...(grant === 'person' && whileActing.includes(declaration.permission) ? { 'x-acting': true } : {}),
        ...(Array.isArray(grant) ? { 'x-officials': true } : {}),
        ...(declaration.params ? { params: declaration.params } : {}),
        ...(declaration.query ? { querystring: declaration.query } : {}),
        ...(declaration.body ? { body: declaration.body } : {}),
        ...(declaration.upload ? { consumes: ['multipart/form-data'] } : {}),
        response: responses(declaration, grant),
      },
      handler: async (request, reply) => {
        const principal = await principalOf(request)
        authoriseActing(principal, whileActing.includes(declaration.permission))
        authorise(principal, grant)
        if (declaration.method !== 'GET') guardMutation(request)
        if (![request.params, request.query, request.body].every(isStorable)) throw new Refusal('invalid', { text: 'contains a character no text can have' })
        const result = await declaration.handle(app, {
          params: request.params, query: request.query, body: request.body, principal,
          language: languageFor(request.headers['accept-language']), requestId: request.id, raw: request,
        })
        return answer(declaration, result, reply)
      },
    })
  }
}

/** PostgreSQL holds no NUL and no half of a surrogate pair; no keyboard types them. What is asked has been checked against its schema, so it is shallow. */
const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each))
}

const answer = (declaration: RouteDeclaration<never, string>, result: unknown, reply: FastifyReply): unknown => {
  if (declaration.reply === redirectReply) {
    return reply.redirect((result as Redirect).redirect)
  }
  if (declaration.reply === fileReply) {
    const file = result as FileReply
    // Our own pages show documents in a frame; the types are sniffed at upload, none of them runs scripts.
    reply.header('content-type', file.type).header('x-content-type-options', 'nosniff').header('content-security-policy', "script-src 'none'; frame-ancestors 'self'")
    reply.header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    return file.stream
  }
  reply.status(declaration.status ?? 200)
  return result
}

/** Cookies that carry a session: not readable by scripts, not sent from other sites. */
export const sessionCookie = { path: '/', httpOnly: true, sameSite: 'lax' } as const
