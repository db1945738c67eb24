// The catalogue as a whole: what each service needs and who owes it, for officials; and as linked data, for other catalogues to harvest:
// what is published, without the names of officers.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { fileReply, type FileReply } from '../../kernel/http.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { catalogueServed, regionCode, textsSchema } from '../catalogue/index.ts'
import { addressesBelow, formats, written, type Format } from '../vocabulary/index.ts'
import { conceptSupplies, documentSupplies, dutiesOf } from './duties.ts'
import { listResources } from './reading.ts'
import { describeResources } from './resource-description.ts'
import { sharedFields } from './resource.ts'

/** Where calls go to, and the page that describes them. */
const callsOf = ({ publicUrl }: { publicUrl: string }) => ({ endpoint: `${publicUrl}/api/v1/exchange/calls`, documentation: `${publicUrl}/api/openapi.json` })

const exported = async (app: App, format: Format): Promise<FileReply> => {
  if (app.packs.packs.length === 0) throw new Refusal('not_found')
  const resources = await listResources(app, app.db.read)
  const described = describeResources(addressesBelow(app.config.publicUrl), { catalogue: app.packs.catalogueFor(app.config.region), ...callsOf(app.config) }, resources)
  return { stream: Readable.from(written(described, format)), type: formats[format].type, name: `resources.${format}`, inline: true }
}

const text = Type.String()
const supplier = Type.Object({ resource: text, name: textsSchema, line: text, authority: Type.Union([textsSchema, Type.Null()]) }, { description: 'A resource that supplies it, and the authority that owes it.' })
const duties = Type.Object({
  services: Type.Array(Type.Object({
    service: text, name: textsSchema, line: text, authority: Type.Union([textsSchema, Type.Null()]),
    concepts: Type.Array(Type.Object({ concept: text, name: textsSchema, required: Type.Boolean(), supply: Type.Enum([...conceptSupplies], { description: 'applicant: nobody supplies it.' }), suppliers: Type.Array(supplier) })),
    documents: Type.Array(Type.Object({ evidence: text, name: textsSchema, supply: Type.Enum([...documentSupplies], { description: 'paper: nobody supplies it.' }), suppliers: Type.Array(supplier) })),
  })),
  total: Type.Object({ services: Type.Integer(), concepts: Type.Integer(), conceptsSupplied: Type.Integer(), documents: Type.Integer(), documentsSupplied: Type.Integer() }),
  gaps: Type.Array(Type.Object({ kind: Type.Enum(['concept', 'document']), id: text, name: textsSchema, services: Type.Array(text) }), { description: 'What nobody supplies, the most wanted first.' }),
})

export const resourceRoutes = [
  route({
    method: 'GET', path: '/data-duties', operation: 'listDataDuties', summary: 'For each service: what it needs, which resource of which authority must supply it, what nobody supplies', permission: 'resources.read',
    query: Type.Object({ region: Type.Optional(regionCode), line: Type.Optional(Type.String({ maxLength: 100, description: 'Services of this line of authority only.' })) }), reply: duties, refusals: ['invalid', 'not_found'],
    handle: async (app, { query }) => {
      const shared = new Set((await listResources(app, app.db.read)).filter(({ content }) => sharedFields(content).length > 0).map(({ id }) => id))
      return dutiesOf(catalogueServed(app, query.region), (id) => shared.has(id), query.line)
    },
  }),
  route({
    method: 'GET', path: '/resources.ttl', operation: 'exportResourcesAsTurtle', summary: 'The catalogue of resources as DCAT-AP 3 in Turtle', permission: 'catalogue.read', reply: fileReply, refusals: ['not_found'],
    handle: (app) => exported(app, 'ttl'),
  }),
  route({
    method: 'GET', path: '/resources.jsonld', operation: 'exportResourcesAsJsonLd', summary: 'The catalogue of resources as DCAT-AP 3 in JSON-LD', permission: 'catalogue.read', reply: fileReply, refusals: ['not_found'],
    handle: (app) => exported(app, 'jsonld'),
  }),
]
