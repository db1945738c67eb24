// A presentation made on the holder's own device: an SD-JWT with only the disclosures chosen, and a key-binding JWT that the device signs
// (RFC 9901, section 4.3). Works without network, in browser and server alike; pure but for the key.

/** `aud` of what is shown to whoever holds a camera: nobody in particular. */
export const offlineAudience = 'offline'

/** What the device says and signs: `purpose` is shown to who checks, `nonce` tells one showing from the next. `iat` in seconds. */
export type KeyBinding = { iat: number; aud: string; nonce: string; purpose: string }

/** One claim that may be shown or left out. */
export type Disclosure = { text: string; name: string; value: unknown }

/** The disclosures of an SD-JWT in their order. What cannot be read is no disclosure of ours and is left out. */
export const disclosuresOf = (sdJwt: string): Disclosure[] =>
  sdJwt.split('~').slice(1).filter((part) => part !== '' && !part.includes('.')).flatMap((text) => {
    const value = parse(text)
    return Array.isArray(value) && value.length === 3 && typeof value[1] === 'string' ? [{ text, name: value[1], value: value[2] as unknown }] : []
  })

/** The payload of the issuer's JWT, unchecked. */
export const payloadOf = (sdJwt: string): Readonly<Record<string, unknown>> => {
  const value = parse(sdJwt.split('~')[0]?.split('.')[1] ?? '')
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
}

/**
 * What is shown: the issuer's JWT, the disclosures of `claims`, the device's word.
 * @param key private ECDSA key on P-256 whose public half the issuer put into `cnf`
 */
export const presentWithKey = async (sdJwt: string, claims: readonly string[], key: CryptoKey, binding: KeyBinding): Promise<string> => {
  const [issued = ''] = sdJwt.split('~')
  const shown = [issued, ...disclosuresOf(sdJwt).filter(({ name }) => claims.includes(name)).map(({ text }) => text), ''].join('~')
  const payload = { ...binding, sd_hash: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(shown)))) }
  const signed = `${json({ alg: 'ES256', typ: 'kb+jwt' })}.${json(payload)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(signed))
  return `${shown}${signed}.${base64url(new Uint8Array(signature))}`
}

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const json = (value: unknown): string => base64url(new TextEncoder().encode(JSON.stringify(value)))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))))
  } catch {
    return undefined
  }
}
