// Signature ACS3-HMAC-SHA256 of Alibaba Cloud's OpenAPI (request structure and signature, V3), for calls whose parameters stand in the address.
// Pure. Contract: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
import { createHash, createHmac } from 'node:crypto'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 3986: letters, digits and -_.~ stay. */
const escaped = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Parameters in the order of their names, escaped. */
export const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`).toSorted().join('&')

/** `nonce`: of this call alone. `at`: when it is made; the gateway takes calls of the last fifteen minutes. */
export type Call = { host: string; action: string; version: string; query: Readonly<Record<string, string>>; nonce: string; at: Date }

/** Headers of a POST to `/` without a body, signed. @param key AccessKey of the installation */
export const signedHeaders = ({ host, action, version, query, nonce, at }: Call, key: { id: string; secret: string }): Record<string, string> => {
  const bodyDigest = sha256('')
  const headers: Record<string, string> = {
    host, 'x-acs-action': action, 'x-acs-content-sha256': bodyDigest, 'x-acs-date': `${at.toISOString().slice(0, 19)}Z`, 'x-acs-signature-nonce': nonce, 'x-acs-version': version,
  }
  const names = Object.keys(headers).toSorted()
  const signed = names.join(';')
  const canonical = ['POST', '/', canonicalQuery(query), ...names.map((name) => `${name}:${headers[name]?.trim() ?? ''}`), '', signed, bodyDigest].join('\n')
  const signature = createHmac('sha256', key.secret).update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex')
  return { ...headers, authorization: `ACS3-HMAC-SHA256 Credential=${key.id},SignedHeaders=${signed},Signature=${signature}` }
}
