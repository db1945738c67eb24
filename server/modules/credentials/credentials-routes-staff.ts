// E-licences for officials: those their authority answers for, and what they do with one.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, type JurisdictionFilter } from '../../kernel/authz.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { getCaseWithin } from '../cases/index.ts'
import { textsSchema } from '../catalogue/index.ts'
import { changeCredential, staffActions, withdrawKey } from './acting.ts'
import { canCredential, credentialStates, type Credential } from './credential.ts'
import { credentialSchema, listedSchema, toCredentialReply, toListedReply } from './credential-replies.ts'
import { getCredential, listCredentialsWithIds, listCredentialsWithin } from './credentials-store.ts'
import { auditCredential } from './issuing.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })
const reasons = Type.String({ minLength: 2, maxLength: 500, description: 'Reasons its holder is told.' })
const page = 50

const actions = Type.Array(Type.Enum([...staffActions]), { description: 'What its state allows now.' })
const actionsOn = ({ status }: Credential) => staffActions.filter((action) => canCredential(status, action))

/** Types of every pack that authorities of these lines may answer for. */
const typesOf = (app: App, jurisdiction: JurisdictionFilter) => {
  const all = new Map(app.packs.packs.flatMap(({ region }) => Object.values(app.packs.credentialTypesFor(region)).map((type) => [type.id, type] as const)))
  return [...all.values()].filter(({ line }) => jurisdiction.some((one) => one.line === null || one.line === line)).map(({ id, name }) => ({ id, name }))
}

export const staffCredentialRoutes = [
  route({
    method: 'GET', path: '/issued-credentials', operation: 'listIssuedCredentials', summary: 'E-licences the authority answers for, newest first; nothing of what they say', permission: 'credentials.read',
    query: Type.Object({
      type: Type.Optional(Type.String({ maxLength: 100 })), number: Type.Optional(Type.String({ maxLength: 60, description: 'In full.' })), standing: Type.Optional(Type.Enum([...credentialStates, 'expired'])),
      before: Type.Optional(Type.String({ format: 'uuid', description: 'The last of the page before.' })),
    }),
    reply: Type.Object({ credentials: Type.Array(listedSchema), more: Type.Boolean(), types: Type.Array(Type.Object({ id: Type.String(), name: textsSchema }), { description: 'That the authority may answer for.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const jurisdiction = jurisdictionFilter(principal, permissions['credentials.read'])
      const found = await listCredentialsWithin(app.db.read, jurisdiction, { ...query, today: plainDate(app.clock.now()), limit: page + 1 })
      return { credentials: found.slice(0, page).map((each) => toListedReply(app, each)), more: found.length > page, types: typesOf(app, jurisdiction) }
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/credentials', operation: 'listCaseCredentials', summary: 'E-licences a case relies on, and whether they still hold', permission: 'cases.read',
    params: byId, reply: Type.Array(Type.Object({ evidence: Type.String(), credential: listedSchema })), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const { evidence } = await getCaseWithin(app, principal, params.id)
      const used = evidence.flatMap(({ evidence: id, source, from }) => (source === 'credential' && from !== undefined ? [{ id, from }] : []))
      const found = new Map((await listCredentialsWithIds(app.db.read, used.map(({ from }) => from))).map((each) => [each.id, each]))
      return used.flatMap(({ id, from }) => {
        const one = found.get(from)
        return one ? [{ evidence: id, credential: toListedReply(app, one) }] : []
      })
    },
  }),
  route({
    method: 'GET', path: '/issued-credentials/:id', operation: 'getIssuedCredential', summary: 'An e-licence of the authority with what it says; that it was looked at is kept', permission: 'credentials.decide',
    params: byId, reply: Type.Object({ ...credentialSchema.properties, actions }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params, requestId }) => {
      const found = await getCredential(app.db.read, params.id)
      if (!covers(principal, permissions['credentials.decide'], found.issuer)) throw new Refusal('not_found')
      await app.db.transaction((tx) => insertAudit(tx, [auditCredential(app, principal, 'read', found, requestId)]))
      return { ...toCredentialReply(app, found), actions: actionsOn(found) }
    },
  }),
  route({
    method: 'POST', path: '/issued-credentials/:id/:action', operation: 'changeIssuedCredential', summary: 'Suspend, resume or revoke an e-licence', permission: 'credentials.decide',
    params: Type.Object({ id: Type.String({ format: 'uuid' }), action: Type.Enum([...staffActions]) }), body: Type.Object({ reasons }, { additionalProperties: false }),
    reply: Type.Object({ ...listedSchema.properties, actions }), refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const changed = await changeCredential(app, { principal, requestId }, params.id, params.action, body.reasons)
      return { ...toListedReply(app, changed), actions: actionsOn(changed) }
    },
  }),
  route({
    method: 'POST', path: '/credential-keys/:kid/withdraw', operation: 'withdrawCredentialKey', summary: 'Trust a key of an authority no longer; what it signed counts as from nobody known', permission: 'credentials.withdrawKeys',
    params: Type.Object({ kid: Type.String({ maxLength: 100 }) }), body: Type.Object({ line: Type.String({ maxLength: 60 }), region: Type.String({ maxLength: 9 }), reasons }, { additionalProperties: false }),
    reply: Type.Object({ withdrawn: Type.String() }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params, body: { line, region, reasons: why }, requestId }) => {
      await withdrawKey(app, { principal, requestId }, { line, region }, params.kid, why)
      return { withdrawn: params.kid }
    },
  }),
]
