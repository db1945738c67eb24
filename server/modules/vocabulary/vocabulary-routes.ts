// The catalogue as linked data, for everybody: all of it as a stream, or one service with what belongs to it.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply, type FileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { catalogueServed } from '../catalogue/index.ts'
import { addressesBelow } from './code-lists.ts'
import type { Resource } from './description.ts'
import { describeEverything, findImportedDescription } from './exporting.ts'
import { describeCatalogue } from './pack-description.ts'
import { formats, written, type Format } from './writing.ts'

const regionQuery = Type.Object({ region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'GB/T 2260 code of a place in the served region; the served region when absent.' })) })
const serviceParams = Type.Object({ service: Type.String({ maxLength: 100, description: 'Service id or implementing code.' }) })

const fileOf = (resources: AsyncIterable<Resource> | Iterable<Resource>, format: Format, name: string): FileReply => ({
  stream: Readable.from(written(resources, format)), type: formats[format].type, name: `${name}.${format}`, inline: true,
})

const wholeCatalogue = async (app: App, region: string | undefined, format: Format): Promise<FileReply> => {
  const served = catalogueServed(app, region).region
  return fileOf(describeEverything(app.db.read, app.packs, addressesBelow(app.config.publicUrl), [served]), format, 'catalogue')
}

const oneService = async (app: App, id: string, region: string | undefined, format: Format): Promise<FileReply> => {
  const at = addressesBelow(app.config.publicUrl)
  const catalogue = app.packs.packs.length === 0 ? undefined : catalogueServed(app, region)
  if (catalogue && Object.hasOwn(catalogue.services, id)) return fileOf(describeCatalogue(at, catalogue, id), format, id)
  const imported = await findImportedDescription(app.db.read, at, id)
  if (!imported) throw new Refusal('not_found', { service: id })
  return fileOf(imported, format, id)
}

export const vocabularyRoutes = [
  route({
    method: 'GET', path: '/catalogue.ttl', operation: 'exportCatalogueAsTurtle', summary: 'The whole catalogue as CPSV-AP in Turtle', permission: 'catalogue.read',
    query: regionQuery, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: (app, { query }) => wholeCatalogue(app, query.region, 'ttl'),
  }),
  route({
    method: 'GET', path: '/catalogue.jsonld', operation: 'exportCatalogueAsJsonLd', summary: 'The whole catalogue as CPSV-AP in JSON-LD', permission: 'catalogue.read',
    query: regionQuery, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: (app, { query }) => wholeCatalogue(app, query.region, 'jsonld'),
  }),
  route({
    method: 'GET', path: '/services/:service.ttl', operation: 'exportServiceAsTurtle', summary: 'One service as CPSV-AP in Turtle', permission: 'catalogue.read',
    params: serviceParams, query: regionQuery, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: (app, { params, query }) => oneService(app, params.service, query.region, 'ttl'),
  }),
  route({
    method: 'GET', path: '/services/:service.jsonld', operation: 'exportServiceAsJsonLd', summary: 'One service as CPSV-AP in JSON-LD', permission: 'catalogue.read',
    params: serviceParams, query: regionQuery, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: (app, { params, query }) => oneService(app, params.service, query.region, 'jsonld'),
  }),
]
