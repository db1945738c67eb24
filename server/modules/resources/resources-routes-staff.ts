// The catalogue of resources for officials: everybody finds what there is and who has access; whoever keeps it for their authority writes
// drafts and publishes them.
import { Type } from 'typebox'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { listGrantedOf } from './access-requests-store.ts'
import { beginResource, discardDraft, publish, saveDraft } from './editing.ts'
import { getResource, listResources } from './reading.ts'
import { authorityNameIn, contentBody, contentIn, resourceRowSchema, resourceSchema, toResource, toResourceRow } from './resource-replies.ts'
import { fits, sharingTypes, type Resource } from './resource.ts'
import { listEditions } from './resources-store.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ resource: Type.String({ maxLength: 100, description: 'Id of the registry in the pack, or the UUID of one an authority added.' }) })
const revision = Type.Integer({ minimum: 0, description: 'Revision that was looked at; 0 where nothing was written yet. An older one is refused.' })
const refusals = ['not_found', 'invalid', 'conflict'] as const

const sees = (principal: Principal, { content, region, line }: Resource): boolean => content !== null || covers(principal, ['steward'], { region, line })

const replyOf = async (app: App, principal: Principal, one: Resource) => {
  const { read } = app.db
  const [granted, editions] = await Promise.all([listGrantedOf(read, one.id), listEditions(read, one.id)])
  return toResource(app, principal, one, granted, editions, plainDate(app.clock.now()))
}

export const staffResourceRoutes = [
  route({
    method: 'GET', path: '/resources', operation: 'listResources', summary: 'The catalogue of what authorities share', permission: 'resources.read',
    query: Type.Object({ words: Type.Optional(Type.String({ maxLength: 100 })), line: Type.Optional(Type.String({ maxLength: 100, description: 'Of the authority that keeps it.' })), sharing: Type.Optional(Type.Enum([...sharingTypes])) }),
    reply: Type.Object({ resources: Type.Array(resourceRowSchema), keepers: Type.Array(Type.Object({ line: Type.String(), name: textsSchema }), { description: 'Authorities that keep any.' }), total: Type.Integer() }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const all = (await listResources(app, app.db.read)).filter((one) => sees(principal, one))
      const keepers = [...Map.groupBy(all, ({ line }) => line).entries()].map(([line, own]) => ({ line, name: authorityNameIn(app, line, own[0]?.region ?? app.config.region) }))
      return { resources: all.filter((one) => fits(one, query)).map((one) => toResourceRow(app, one, covers(principal, ['steward'], one))), keepers, total: all.length }
    },
  }),
  route({
    method: 'GET', path: '/resources/:resource', operation: 'getResource', summary: 'One resource: its fields, terms, editions, and who has access', permission: 'resources.read', params, reply: resourceSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { resource } }) => {
      const one = await getResource(app, app.db.read, resource)
      if (!sees(principal, one)) throw new Refusal('not_found')
      return replyOf(app, principal, one)
    },
  }),
  route({
    method: 'POST', path: '/resources', operation: 'beginResource', summary: 'Begin a resource of my authority that is no registry of a pack', permission: 'resources.manage', status: 201,
    body: Type.Object({ region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }), line: Type.String({ maxLength: 100 }), content: contentBody }, closed), reply: resourceSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, requestId, body: { region, line, content } }) => replyOf(app, principal, await beginResource(app, { principal: staffOf(principal), requestId }, { region, line }, contentIn(content))),
  }),
  route({
    method: 'PUT', path: '/resources/:resource/draft', operation: 'saveResourceDraft', summary: 'Write the next edition of a resource of my authority', permission: 'resources.manage', params,
    body: Type.Object({ revision, content: contentBody }, closed), reply: resourceSchema, refusals,
    handle: async (app, { principal, requestId, params: { resource }, body }) => replyOf(app, principal, await saveDraft(app, { principal: staffOf(principal), requestId }, resource, body.revision, contentIn(body.content))),
  }),
  route({
    method: 'POST', path: '/resources/:resource/discard', operation: 'discardResourceDraft', summary: 'Throw away what was written and not published', permission: 'resources.manage', params,
    body: Type.Object({ revision }, closed), reply: resourceSchema, refusals: [...refusals, 'not_allowed_now'],
    handle: async (app, { principal, requestId, params: { resource }, body }) => replyOf(app, principal, await discardDraft(app, { principal: staffOf(principal), requestId }, resource, body.revision)),
  }),
  route({
    method: 'POST', path: '/resources/:resource/publish', operation: 'publishResource', summary: 'Publish the draft; what it no longer shares nobody gets from now on', permission: 'resources.manage', params,
    body: Type.Object({ revision }, closed), reply: resourceSchema, refusals: [...refusals, 'not_allowed_now', 'findings'],
    handle: async (app, { principal, requestId, params: { resource }, body }) => replyOf(app, principal, await publish(app, { principal: staffOf(principal), requestId }, resource, body.revision)),
  }),
]
