// Login, logout and the session: the only API of this module. Everything else about people comes from the identity provider.
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { assuranceLevels, idKinds } from '../../kernel/identity-documents.ts'
import { redirectReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { admit, createSession } from './account.ts'
import { findCurrentSession } from './current-session.ts'
import type { Identity } from './identity.ts'
import { beginLogin, callbackPath, completeLogin, foreignIssuerOf } from './login.ts'
import { LoginRefusal } from './login-problem.ts'
import { problemAddress } from './login-problem-page.ts'
import { recordRefusal, sumUpRefusals } from './refused-logins.ts'
import { localPath, readTicket, signTicket, ticketCookieName, ticketLife, type Destination } from './login-ticket.ts'
import { getPerson, getStaff } from './people-store.ts'
import { maskIdNumber, maskPhone, rolesOf } from './person.ts'
import { setCookieOf } from './personal-replies.ts'
import { cookieSeconds, sessionCookieName, type SessionOwner } from './session.ts'
import { deleteEndedSessions, deleteSession } from './session-store.ts'

const optionalText = Type.Optional(Type.String({ maxLength: 4000 }))

const SessionReply = Type.Object(
  {
    status: Type.Enum(['anonymous', 'person', 'staff']),
    csrf: Type.Union([Type.String(), Type.Null()], { description: 'Send it back in the header x-csrf-token with every change.' }),
    mode: Type.Enum(['demo', 'production']),
    region: Type.String({ description: 'The city or province served, GB/T 2260.' }),
    foreignLogin: Type.Boolean({ description: 'Whether people with a document of another jurisdiction can log in here.' }),
    expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    person: Type.Optional(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        idNumberMasked: Type.String(),
        idKind: Type.Enum([...idKinds], { description: 'What document the number is of.' }),
        assurance: Type.Enum([...assuranceLevels], { description: 'How surely the login knows them.' }),
        phoneMasked: Type.Union([Type.String(), Type.Null()]),
        region: Type.String(),
        companies: Type.Array(Type.Object({ uscc: Type.String(), name: Type.String() })),
      }),
    ),
    staff: Type.Optional(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        postings: Type.Array(
          Type.Object({
            role: Type.Enum(['clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator', 'steward', 'agent', 'dispatcher']),
            region: Type.String(),
            line: Type.Union([Type.String(), Type.Null()], { description: 'null: every line of authority' }),
          }),
        ),
        roles: Type.Array(Type.String()),
      }),
    ),
  },
  { description: 'Who is logged in.' },
)

const entry = (app: App, requestId: string, rest: Pick<AuditEntry, 'actorKind' | 'actorId' | 'action' | 'subjectType' | 'subjectId' | 'detail'>): AuditEntry => ({
  at: app.clock.now().toISOString(), region: null, requestId, ...rest,
})

/** Creates or updates the account, ends the session there was, opens a new one: all or nothing. */
const openSession = (app: App, request: FastifyRequest, requestId: string, identity: Identity) =>
  app.db.transaction(async (tx) => {
    const owner: SessionOwner = await admit(tx, identity, app.clock)
    const before = await findCurrentSession(app, request)
    if (before) await deleteSession(tx, before.digest)
    await deleteEndedSessions(tx, app.clock.now())
    await sumUpRefusals(tx, app.clock.now())
    const session = await createSession(tx, owner, app.clock)
    const id = 'personId' in owner ? owner.personId : owner.staffId
    await insertAudit(tx, [entry(app, requestId, { actorKind: identity.kind, actorId: id, action: 'login', subjectType: identity.kind, subjectId: id, detail: { issuer: identity.issuer } })])
    return session
  })

/** Tells the log and the audit trail why somebody could not log in, and where the browser reads it. */
const refuseLogin = async (app: App, request: FastifyRequest, requestId: string, refusal: LoginRefusal, destination: Destination | undefined) => {
  request.log.warn({ problem: refusal.problem, err: refusal.cause, requestId }, 'login refused')
  const refused = entry(app, requestId, { actorKind: 'anonymous', actorId: '', action: 'login-refused', subjectType: 'login', subjectId: refusal.who, detail: { problem: refusal.problem } })
  await app.db.transaction((tx) => recordRefusal(tx, refused, refusal.problem, app.clock.now()))
  return { redirect: problemAddress(refusal.problem, requestId, destination) }
}

const orRefuse = async (app: App, request: FastifyRequest, requestId: string, destination: Destination | undefined, work: () => Promise<{ redirect: string }>) => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LoginRefusal) return refuseLogin(app, request, requestId, error, destination)
    throw error
  }
}

/** An official's account used on the portal lands on the workbench, where it belongs. */
const landing = (identity: Identity, { audience, returnTo }: Destination): string =>
  identity.kind === 'staff' && audience === 'person' ? '/workbench/' : returnTo

const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)

/** The cookies of a login belong to one host name: who sits at this very machine and came by another of its names goes on at the public one. */
const publicAddressOf = (app: App, { headers: { host = '' }, url }: FastifyRequest): string | undefined => {
  const own = new URL(app.config.publicUrl).host
  return host !== own && isLoopback(host) && (isLoopback(own) || app.config.mode === 'demo') ? app.config.publicUrl + url : undefined
}

export const peopleRoutes = [
  route({
    method: 'GET', path: '/login', operation: 'beginLogin', permission: 'session.use',
    summary: 'Sends the browser to the identity provider; afterwards it comes back to returnTo.',
    query: Type.Object({
      returnTo: optionalText,
      audience: Type.Optional(Type.Enum(['person', 'staff'])),
      login_hint: Type.Optional(Type.String({ maxLength: 200 })),
      provider: Type.Optional(Type.Enum(['own', 'foreign'], { description: 'foreign: where people with a document of another jurisdiction log in.' })),
    }),
    reply: redirectReply, refusals: ['invalid', 'not_found'],
    handle: (app, { query, raw, requestId }) => {
      const foreign = query.provider === 'foreign'
      if (foreign && !foreignIssuerOf(app)) throw new Refusal('not_found', { provider: 'foreign' })
      const destination: Destination = { returnTo: localPath(query.returnTo), audience: query.audience ?? 'person' }
      return orRefuse(app, raw, requestId, destination, async () => {
        const elsewhere = publicAddressOf(app, raw)
        if (elsewhere) return { redirect: elsewhere }
        const { address, ticket } = await beginLogin(app, raw, { ...destination, loginHint: query.login_hint, foreign })
        setCookieOf(raw, { name: ticketCookieName(ticket.state), value: signTicket(ticket, app.config.sessionSecret), maxAge: ticketLife, path: callbackPath })
        return { redirect: address }
      })
    },
  }),

  route({
    method: 'GET', path: '/login/callback', operation: 'completeLogin', permission: 'session.use',
    summary: 'Where the identity provider sends the browser back to.',
    query: Type.Object({ code: optionalText, state: optionalText, iss: optionalText, error: optionalText, error_description: optionalText }),
    reply: redirectReply, refusals: ['invalid'],
    handle: (app, { query: { state = '' }, raw, requestId }) => {
      const name = ticketCookieName(state)
      const { ticket, problem } = readTicket(raw.cookies[name], state, app.config.sessionSecret, app.clock.now())
      const destination = ticket && { returnTo: ticket.returnTo, audience: ticket.audience }
      return orRefuse(app, raw, requestId, destination, async () => {
        if (problem !== undefined) throw new LoginRefusal(problem)
        setCookieOf(raw, { name, value: '', maxAge: 0, path: callbackPath })
        const identity = await completeLogin(app, raw, ticket)
        const session = await openSession(app, raw, requestId, identity)
        setCookieOf(raw, { name: sessionCookieName, value: session.token, maxAge: cookieSeconds(identity.kind) })
        return { redirect: landing(identity, ticket) }
      })
    },
  }),

  route({
    method: 'POST', path: '/logout', operation: 'logout', permission: 'session.use',
    summary: 'Ends the session at once; saved drafts stay.',
    reply: Type.Object({ status: Type.Literal('anonymous') }), refusals: [],
    handle: async (app, { raw, requestId }) => {
      const session = await findCurrentSession(app, raw)
      if (session) {
        await app.db.transaction(async (tx) => {
          await deleteSession(tx, session.digest)
          const actor = actorOf(session.principal)
          await insertAudit(tx, [entry(app, requestId, { ...actor, action: 'logout', subjectType: actor.actorKind, subjectId: actor.actorId, detail: {} })])
        })
      }
      setCookieOf(raw, { name: sessionCookieName, value: '', maxAge: 0 })
      return { status: 'anonymous' as const }
    },
  }),

  route({
    method: 'GET', path: '/session', operation: 'getSession', permission: 'session.use',
    summary: 'Who is logged in, and the token that changes need.',
    reply: SessionReply, refusals: [],
    handle: async (app, { raw }) => {
      const session = await findCurrentSession(app, raw)
      const common = { mode: app.config.mode, region: app.config.region, foreignLogin: foreignIssuerOf(app) !== undefined }
      if (!session) return { ...common, status: 'anonymous' as const, csrf: null, expiresAt: null }
      const known = { ...common, csrf: session.csrf, expiresAt: session.expiresAt.toISOString() }
      if (session.principal.kind === 'staff') {
        const { id, name, unit, postings } = await getStaff(app.db.read, session.principal.id)
        return { ...known, status: 'staff' as const, staff: { id, name, unit, postings: [...postings], roles: rolesOf(postings) } }
      }
      const { id, name, idNumber, idKind, assurance, phone, region, companies } = await getPerson(app.db.read, session.principal.id)
      const person = { id, name, idNumberMasked: maskIdNumber(idNumber), idKind, assurance, phoneMasked: phone && maskPhone(phone), region, companies: [...companies] }
      return { ...known, status: 'person' as const, person }
    },
  }),
]
