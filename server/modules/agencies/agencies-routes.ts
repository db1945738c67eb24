// The register of agencies: for everybody who may apply for others here; for officials keeping it: list, change, suspend, strike off.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { type App, route } from '../../module.ts'
import { regionCode } from '../catalogue/index.ts'
import { listAgencies, listAgencyStaff } from './agencies-store.ts'
import { agencySchema, keptAgencySchema, toAgencyReply, toKeptReply } from './agency-replies.ts'
import { type Agency, agencyActions } from './agency.ts'
import { actOnAgency, changeAgency, keepers, keepingLine, listAgency } from './keeping.ts'

const most = 200

const citizenAgencyRoutes = [
  route({
    method: 'GET', path: '/agencies', operation: 'listAgencies', summary: 'The public register of agencies, by name; with a region, those within', permission: 'agencies.read',
    query: Type.Object({ region: Type.Optional(regionCode) }), reply: Type.Object({ agencies: Type.Array(agencySchema) }), refusals: ['invalid'],
    handle: async (app, { query }) => {
      const catalogue = app.packs.catalogueFor(app.config.region)
      return { agencies: (await listAgencies(app.db.read, [query.region ?? app.config.region], most)).map((each) => toAgencyReply(catalogue, each, plainDate(app.clock.now()))) }
    },
  }),
]

const closed = { additionalProperties: false }
const date = Type.String({ format: 'date' })
const own = Type.Object({ uscc: Type.String({ pattern: '^[0-9A-Z]{18}$' }) })
const entry = {
  name: Type.String({ minLength: 1, maxLength: 100 }), region: regionCode, licence: Type.String({ minLength: 1, maxLength: 100 }), phone: Type.String({ minLength: 5, maxLength: 30 }),
  matters: Type.Union([Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 100, uniqueItems: true }), Type.Null()], { description: 'null: every matter.' }),
  startsOn: date, endsOn: date,
  staff: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), idNumber: Type.String({ maxLength: 40 }) }, closed), { maxItems: 200, description: 'Who acts for it.' }),
}
const mostKept = 500

const repliesOf = async (app: App, agencies: readonly Agency[]) => {
  const staff = await listAgencyStaff(app.db.read, agencies.map(({ uscc }) => uscc))
  const catalogue = app.packs.catalogueFor(app.config.region)
  return agencies.map((each) => toKeptReply(catalogue, each, staff.filter(({ uscc }) => uscc === each.uscc).map(({ name, idNumber }) => ({ name, idNumber })), plainDate(app.clock.now())))
}

const replyOf = async (app: App, agency: Agency) => {
  const [reply] = await repliesOf(app, [agency])
  if (!reply) throw new Error(`no reply for the agency ${agency.uscc}`)
  return reply
}

const staffAgencyRoutes = [
  route({
    method: 'GET', path: '/agency-register', operation: 'listKeptAgencies', summary: 'The register of agencies of my region with their staff', permission: 'agencies.keep',
    reply: Type.Object({ agencies: Type.Array(keptAgencySchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const regions = staffOf(principal).postings.filter(({ role, line }) => keepers.some((each) => each === role) && (line === null || line === keepingLine)).map(({ region }) => region)
      return { agencies: await repliesOf(app, await listAgencies(app.db.read, regions, mostKept)) }
    },
  }),
  route({
    method: 'POST', path: '/agency-register', operation: 'registerAgency', summary: 'List an agency with scope, region, licence, period and staff', permission: 'agencies.keep',
    body: Type.Object({ uscc: Type.String({ maxLength: 40, description: 'Unified social credit code, GB 32100.' }), ...entry }, closed), status: 201, reply: keptAgencySchema, refusals: ['invalid', 'not_found', 'conflict'],
    handle: async (app, { principal, body: { uscc, ...typed }, requestId }) => replyOf(app, await listAgency(app, staffOf(principal), uscc, typed, requestId)),
  }),
  route({
    method: 'PUT', path: '/agency-register/:uscc', operation: 'changeAgency', summary: 'Change scope, region, period or staff of an agency', permission: 'agencies.keep',
    params: own, body: Type.Object({ seenAt: Type.String({ format: 'date-time', description: 'updatedAt of the entry that was changed.' }), ...entry }, closed), reply: keptAgencySchema, refusals: ['invalid', 'not_found', 'conflict'],
    handle: async (app, { principal, params, body: { seenAt, ...typed }, requestId }) => replyOf(app, await changeAgency(app, staffOf(principal), params.uscc, seenAt, typed, requestId)),
  }),
  route({
    method: 'POST', path: '/agency-register/:uscc/act', operation: 'actOnAgency', summary: 'Suspend an agency, list it again, or strike it off; it counts at once', permission: 'agencies.keep',
    params: own, body: Type.Object({ action: Type.Enum([...agencyActions]), reason: Type.String({ minLength: 2, maxLength: 500, description: 'Public.' }) }, closed), reply: keptAgencySchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => replyOf(app, await actOnAgency(app, staffOf(principal), params.uscc, body.action, body.reason, requestId)),
  }),
]

export const agencyRoutes = [...citizenAgencyRoutes, ...staffAgencyRoutes]
