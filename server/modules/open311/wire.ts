// What goes over the wire of Open311 GeoReport v2, in JSON and XML, with the element names of the standard. Pure.
// Standard: wiki.open311.org/GeoReport_v2; lists of updates as in the extension of mySociety (servicerequestupdates).

export const formats = ['json', 'xml'] as const
export type Format = (typeof formats)[number]

export const contentTypes = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const satisfies Record<Format, string>

/** Absent fields are written as null in JSON and as an empty element in XML, as the standard's examples do. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

export type Service = { service_code: string; service_name: string; description: string | null; metadata: boolean; type: 'realtime'; keywords: string; group: string }

export type Attribute = {
  variable: boolean; code: string; datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'; required: boolean
  datatype_description: string | null; order: number; description: string; values?: readonly { key: string; name: string }[]
}

export type ServiceDefinition = { service_code: string; attributes: readonly Attribute[] }

/** `long` is the standard's word for longitude; instants with their offset. */
export type ServiceRequest = {
  service_request_id: string; status: 'open' | 'closed'; status_notes: string | null; service_name: string | null; service_code: string | null; description: string | null
  agency_responsible: string | null; service_notice: string | null; requested_datetime: string; updated_datetime: string | null; expected_datetime: string | null
  address: string | null; address_id: string | null; zipcode: string | null; lat: number | null; long: number | null; media_url: string | null
  extended_attributes?: { readonly [name: string]: Value }
}

export type Accepted = { service_request_id: string; service_notice: string | null; account_id: string | null; extended_attributes?: { readonly [name: string]: Value } }
export type Update = { update_id: string; service_request_id: string; status: 'open' | 'closed'; updated_datetime: string; description: string; media_url: string | null }
export type WireError = { code: number; description: string }

/** Names of lists and of one element in them: `<services><service>…`. A list whose elements have no name of their own is one of texts. */
const elementOf: Readonly<Record<string, string>> = {
  services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request', service_request_updates: 'request_update', errors: 'error',
  endpoints: 'endpoint', formats: 'format', comments: 'comment',
}

/** XML 1.0 has no other control characters. */
const escaped = (text: string): string =>
  text.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const element = (name: string, value: Value): string => {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value)) return `<${name}>${value.map((each: Value) => element(elementOf[name] ?? 'item', each)).join('')}</${name}>`
  if (typeof value === 'object') return `<${name}>${Object.entries(value).map(([inner, each]) => element(inner, each)).join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** Which root element a reply has in XML; in JSON the same content stands alone. */
export type Root = 'services' | 'service_definition' | 'service_requests' | 'service_request_updates' | 'errors' | 'discovery'

export const written = (format: Format, root: Root, content: Value): string =>
  format === 'json' ? JSON.stringify(content) : `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content)}`
