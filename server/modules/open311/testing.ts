// The shapes of GeoReport v2 as JSON Schema, written from the tables of the standard, for the tests that hold our replies to them.
// XML is held to the same ones after its elements are read back into objects. Standard: wiki.open311.org/GeoReport_v2.
import { Type, type TSchema } from 'typebox'
import { testingPacks } from '../../testing/packs.ts'
import type { App } from '../../module.ts'
import type { Authority, DutyList, RequestLeaf } from '../catalogue/index.ts'

const text = Type.String()
const maybe = (schema: TSchema) => Type.Union([schema, Type.Null()])
const instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$' })

export const servicesSchema = Type.Array(Type.Object({
  service_code: text, service_name: text, description: maybe(text), metadata: Type.Boolean(), type: Type.Enum(['realtime', 'batch', 'blackbox']), keywords: maybe(text), group: maybe(text),
}, { additionalProperties: false }), { minItems: 1 })

export const definitionSchema = Type.Object({
  service_code: text,
  attributes: Type.Array(Type.Object({
    variable: Type.Boolean(), code: text, datatype: Type.Enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']), required: Type.Boolean(), datatype_description: maybe(text),
    order: Type.Integer({ minimum: 1 }), description: text, values: Type.Optional(Type.Array(Type.Object({ key: text, name: text }, { additionalProperties: false }))),
  }, { additionalProperties: false })),
}, { additionalProperties: false })

/** `service_request_id` and never `token` with it. */
export const acceptedSchema = Type.Array(Type.Object({ service_request_id: text, service_notice: maybe(text), account_id: maybe(text) }, { additionalProperties: false }), { minItems: 1, maxItems: 1 })

export const tokensSchema = Type.Array(Type.Object({ service_request_id: text, token: text }, { additionalProperties: false }), { minItems: 1, maxItems: 1 })

export const requestsSchema = Type.Array(Type.Object({
  service_request_id: text, status: Type.Enum(['open', 'closed']), status_notes: maybe(text), service_name: maybe(text), service_code: maybe(text), description: maybe(Type.String({ maxLength: 4000 })),
  agency_responsible: maybe(text), service_notice: maybe(text), requested_datetime: instant, updated_datetime: maybe(instant), expected_datetime: maybe(instant), address: maybe(text), address_id: maybe(text), zipcode: maybe(text),
  lat: maybe(Type.Number()), long: maybe(Type.Number()), media_url: maybe(text),
}, { additionalProperties: false }))

export const updatesSchema = Type.Array(Type.Object({
  update_id: text, service_request_id: text, status: Type.Enum(['open', 'closed']), updated_datetime: instant, description: text, media_url: maybe(text),
}, { additionalProperties: false }))

export const errorsSchema = Type.Array(Type.Object({ code: Type.Integer(), description: text }, { additionalProperties: false }), { minItems: 1 })

export const discoverySchema = Type.Object({
  changeset: instant, contact: text, key_service: text,
  endpoints: Type.Array(Type.Object({ specification: text, url: text, changeset: instant, type: Type.Enum(['production', 'test']), formats: Type.Array(text, { minItems: 1 }) }, { additionalProperties: false }), { minItems: 1 }),
}, { additionalProperties: false })

const leaf: RequestLeaf = { id: 'urban/street-lamps/broken-lamp', name: { 'zh-CN': '路灯不亮' }, group: { 'zh-CN': '路灯照明' }, top: { 'zh-CN': '城市管理' }, examples: ['路灯坏了'], keywords: ['路灯', '不亮'], deadline: 'ordinary', unassigned: false }
const lamps: DutyList = {
  classes: [{ id: 'urban', name: leaf.top, groups: [{ id: 'urban/street-lamps', name: leaf.group, leaves: [leaf] }] }], leaves: new Map([[leaf.id, leaf]]), duties: [], areas: new Map(),
}

const centre: Authority = { line: 'government-services', region: '990100', name: { 'zh-CN': '样例市政务服务局' }, shortName: { 'zh-CN': '样例市政务局' } }

/** The neutral pack with a request centre, one class of requests and nobody responsible. */
export const packsWithLamps = (on: string): App['packs'] => {
  const packs = testingPacks(on)
  return {
    ...packs, dutyListFor: () => lamps,
    catalogueFor: (region, day) => {
      const catalogue = packs.catalogueFor(region, day)
      return catalogue.authorities.some(({ line }) => line === centre.line) ? catalogue : { ...catalogue, authorities: [...catalogue.authorities, centre] }
    },
  }
}
