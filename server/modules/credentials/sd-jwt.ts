// SD-JWT as text (RFC 9901): taken apart, and put together again with what was disclosed. Pure, in browser and server alike; what is not
// exactly as the RFC has it is a FormFault, never a guess.

/** It is not well formed, or says something it must not; `part` names what. */
export class FormFault extends Error {
  readonly part: 'size' | 'format' | 'disclosure'
  constructor(part: FormFault['part'], message: string) {
    super(message)
    this.part = part
  }
}

export type JsonObject = { readonly [key: string]: unknown }

export type Jwt = { header: JsonObject; payload: JsonObject; /** what was signed, as bytes */ signed: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }

export type SdJwt = { issued: Jwt; disclosures: readonly string[]; /** everything the key binding covers */ covered: string; keyBinding: Jwt | undefined }

/** Far more than any card says; what is longer is refused before it is read. */
export const limits = { length: 65_536, disclosures: 200, disclosure: 8_192, depth: 16 } as const

const base64url = /^[A-Za-z0-9_-]+$/

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  if (!base64url.test(text)) throw new FormFault('format', 'not base64url')
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  } catch {
    throw new FormFault('format', 'not base64url')
  }
}

export const base64urlOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text))) as unknown
  } catch (error) {
    if (error instanceof FormFault) throw error
    throw new FormFault('format', 'not JSON')
  }
}

export const readJwt = (text: string): Jwt => {
  const [header = '', payload = '', signature = '', ...rest] = text.split('.')
  const [head, body] = [jsonOf(header), jsonOf(payload)]
  if (rest.length > 0 || !isObject(head) || !isObject(body)) throw new FormFault('format', 'not a JWT')
  return { header: head, payload: body, signed: new TextEncoder().encode(`${header}.${payload}`), signature: bytesOf(signature) }
}

/** `<JWT>~<disclosure>~…~[<key-binding JWT>]`. @throws FormFault */
export const readSdJwt = (text: string): SdJwt => {
  if (text.length > limits.length) throw new FormFault('size', 'too long')
  const parts = text.split('~')
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) throw new FormFault('format', 'not an SD-JWT')
  const disclosures = parts.slice(1, -1)
  if (disclosures.length > limits.disclosures || disclosures.some((each) => each.length > limits.disclosure)) throw new FormFault('size', 'too many disclosures, or too long ones')
  return {
    issued: readJwt(parts[0] ?? ''), disclosures, covered: `${parts.slice(0, -1).join('~')}~`,
    keyBinding: last === '' ? undefined : readJwt(last),
  }
}

type Opened = { name: string | undefined; value: unknown }

const openDisclosure = (text: string): Opened => {
  const parts = jsonOf(text)
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw new FormFault('disclosure', 'not a disclosure')
  if (parts.length === 2) return { name: undefined, value: parts[1] }
  if (parts.length !== 3 || typeof parts[1] !== 'string' || ['_sd', '...'].includes(parts[1])) throw new FormFault('disclosure', 'not a disclosure')
  return { name: parts[1], value: parts[2] }
}

export type Digest = (text: string) => Promise<string> | string

/**
 * The payload with what was disclosed in its places (RFC 9901, section 7.1): every disclosure belongs somewhere, once; nothing is said twice.
 * @param digest SHA-256 of a text, base64url
 * @throws FormFault
 */
export const unfold = async ({ issued: { payload }, disclosures }: Pick<SdJwt, 'issued' | 'disclosures'>, digest: Digest): Promise<JsonObject> => {
  if (!['sha-256', undefined].includes(payload['_sd_alg'] as string | undefined)) throw new FormFault('disclosure', 'another hash than SHA-256')
  const opened = new Map<string, Opened>()
  for (const text of disclosures) {
    const key = await digest(text)
    if (opened.has(key)) throw new FormFault('disclosure', 'the same disclosure twice')
    opened.set(key, openDisclosure(text))
  }
  const seen = new Set<string>()
  const take = (key: unknown): Opened | undefined => {
    if (typeof key !== 'string') throw new FormFault('disclosure', 'a digest is no text')
    if (seen.has(key)) throw new FormFault('disclosure', 'the same digest twice')
    seen.add(key)
    const found = opened.get(key)
    opened.delete(key)
    return found
  }
  const claims = unfoldObject(payload, take, true, 0)
  if (opened.size > 0) throw new FormFault('disclosure', 'a disclosure belongs nowhere')
  return claims
}

type Take = (key: unknown) => Opened | undefined

const unfoldObject = (value: JsonObject, take: Take, top: boolean, depth: number): JsonObject => {
  if (depth > limits.depth) throw new FormFault('size', 'too deep')
  const { _sd: digests = [], ...rest } = value
  if (!Array.isArray(digests)) throw new FormFault('disclosure', '_sd is no list')
  // Without a prototype, so that a claim called `__proto__` is a claim.
  const result = Object.assign(Object.create(null), {}) as Record<string, unknown>
  for (const [name, each] of Object.entries(rest)) {
    if (name === '_sd_alg' && top) continue
    if (name === '...' || name === '_sd_alg') throw new FormFault('disclosure', `${name} stands where it may not`)
    result[name] = unfoldValue(each, take, depth)
  }
  for (const key of digests) {
    const found = take(key)
    if (!found) continue
    if (found.name === undefined || Object.hasOwn(rest, found.name) || found.name in result) throw new FormFault('disclosure', 'a claim is said twice, or has no name')
    result[found.name] = unfoldValue(found.value, take, depth)
  }
  return result
}

const unfoldValue = (value: unknown, take: Take, depth: number): unknown => {
  if (Array.isArray(value)) return unfoldList(value, take, depth + 1)
  return isObject(value) ? unfoldObject(value, take, false, depth + 1) : value
}

const unfoldList = (list: readonly unknown[], take: Take, depth: number): unknown[] => {
  if (depth > limits.depth) throw new FormFault('size', 'too deep')
  return list.flatMap((each) => {
    if (!isObject(each) || !Object.hasOwn(each, '...') || Object.keys(each).length !== 1) return [unfoldValue(each, take, depth)]
    const found = take(each['...'])
    if (!found) return []
    if (found.name !== undefined) throw new FormFault('disclosure', 'an element of a list has a name')
    return [unfoldValue(found.value, take, depth)]
  })
}
