// Whether an e-licence that somebody shows is true: signed by the authority it names, unaltered, in force, and shown by its holder.
// Pure: keys and statuses are given, so it works without network, in the browser too. SD-JWT VC with ES256 and nothing else.
import { base64urlOf, FormFault, isObject, readSdJwt, unfold, type JsonObject, type Jwt } from './sd-jwt.ts'

export const verdicts = ['valid', 'expired', 'notYetValid', 'revoked', 'suspended', 'issuerUnknown', 'tampered', 'statusUnknown'] as const
export type Verdict = (typeof verdicts)[number]

/** What exactly is wrong, for logs and for whoever looks closer; people are told the verdict. */
export type Because = 'size' | 'format' | 'disclosure' | 'algorithm' | 'type' | 'issuer' | 'signature' | 'time' | 'status' | 'keyBinding' | 'replayed'

/** Public key of an authority (RFC 7517). */
export type IssuerKey = { kty: string; crv: string; x: string; y: string; kid: string; alg: string }

export type StatusVerdict = 'valid' | 'revoked' | 'suspended' | 'unknown'

export type Cryptography = {
  isSignedBy(key: Pick<IssuerKey, 'kty' | 'crv' | 'x' | 'y'>, data: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean> | boolean
  /** SHA-256 of a text as base64url */
  digest(text: string): Promise<string> | string
}

/** `nonce` as whoever checks gave it; `maxAge` in seconds. */
export type KeyBindingWanted = { audience: string; nonce?: string; maxAge: number }

export type Verifying = {
  now: Date
  /** present and former keys of an authority by its address; undefined when it is not known, or no longer trusted */
  keysOf(issuer: string): Promise<readonly IssuerKey[] | undefined> | readonly IssuerKey[] | undefined
  statusOf(place: { uri: string; idx: number }): Promise<StatusVerdict> | StatusVerdict
  /** whether a type is known and is this authority's to issue; every one is when absent */
  mayIssue?(issuer: string, vct: string): boolean
  requireKeyBinding?: KeyBindingWanted
  cryptography?: Cryptography
}

export type Verified = {
  verdict: Verdict
  because?: Because
  /** what it says, as far as it was shown; empty unless the signature is right */
  claims: JsonObject
  /** addresses of type and authority, as the copy names them */
  type: string | undefined
  issuer: string | undefined
  /** seconds since 1970 */
  issuedAt: number | undefined
  expires: number | undefined
  /** what its holder's device said when it was shown; undefined where none was asked for */
  keyBinding?: JsonObject
}

/** Clocks may be off by so many seconds, in either direction. */
export const skewSeconds = 30

/** The browser's and Node's own. */
export const webCryptography: Cryptography = {
  isSignedBy: async ({ kty, crv, x, y }, data, signature) => {
    try {
      const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
      return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, data)
    } catch {
      return false
    }
  },
  digest: async (text) => base64urlOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))),
}

/** Claims of the copy itself, not of whom it is about. */
const technical = new Set(['iss', 'vct', 'iat', 'nbf', 'exp', 'status', 'cnf', 'jti', 'sub', 'vct#integrity'])

class Fault extends Error {
  readonly verdict: Verdict
  readonly because: Because
  constructor(verdict: Verdict, because: Because) {
    super(because)
    this.verdict = verdict
    this.because = because
  }
}

const textIn = (object: JsonObject, name: string): string | undefined => (typeof object[name] === 'string' ? object[name] : undefined)
const secondsIn = (object: JsonObject, name: string): number | undefined => {
  const value = object[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Fault('tampered', 'format')
  return value
}

const nothing: Omit<Verified, 'verdict'> = { claims: {}, type: undefined, issuer: undefined, issuedAt: undefined, expires: undefined }

/** A signature over a JWT: the algorithm is what the key is for, never what the text asks for. */
const isRight = ({ header, signed, signature }: Jwt, key: Pick<IssuerKey, 'kty' | 'crv' | 'x' | 'y'>, { isSignedBy }: Cryptography): Promise<boolean> | boolean => {
  if (header['alg'] !== 'ES256' || key.kty !== 'EC' || key.crv !== 'P-256' || header['crit'] !== undefined) throw new Fault('tampered', 'algorithm')
  return signature.length === 64 && isSignedBy(key, signed, signature)
}

/** @param text as it was shown, `<JWT>~<disclosure>~…~[<key-binding JWT>]`; whatever it is, there is a verdict and no error */
export const verifySdJwt = async (text: string, verifying: Verifying): Promise<Verified> => {
  const told = { ...nothing }
  try {
    return { verdict: 'valid', ...(await check(text, verifying, told)) }
  } catch (error) {
    if (error instanceof Fault) return { ...told, verdict: error.verdict, because: error.because }
    if (error instanceof FormFault) return { ...nothing, verdict: 'tampered', because: error.part }
    throw error
  }
}

const check = async (text: string, { now, keysOf, statusOf, mayIssue = () => true, requireKeyBinding, cryptography = webCryptography }: Verifying, told: Omit<Verified, 'verdict'>): Promise<Omit<Verified, 'verdict'>> => {
  const sdJwt = readSdJwt(text)
  const { issued } = sdJwt
  if (issued.header['typ'] !== 'dc+sd-jwt') throw new Fault('tampered', 'type')
  const [issuer, type, kid] = [textIn(issued.payload, 'iss'), textIn(issued.payload, 'vct'), textIn(issued.header, 'kid')]
  if (issuer === undefined || type === undefined) throw new Fault('tampered', 'format')
  if (!mayIssue(issuer, type)) throw new Fault('issuerUnknown', 'type')
  const key = (await keysOf(issuer))?.find((each) => each.kid === kid)
  if (!key || kid === undefined) throw new Fault('issuerUnknown', 'issuer')
  if (key.alg !== 'ES256') throw new Fault('tampered', 'algorithm')
  if (!(await isRight(issued, key, cryptography))) throw new Fault('tampered', 'signature')
  const claims = await unfold(sdJwt, cryptography.digest)
  Object.assign(told, { type, issuer, issuedAt: secondsIn(claims, 'iat'), expires: secondsIn(claims, 'exp') })
  told.claims = Object.fromEntries(Object.entries(claims).filter(([name]) => !technical.has(name)))
  if (requireKeyBinding) told.keyBinding = await checkKeyBinding(sdJwt, claims, requireKeyBinding, now, cryptography)
  checkTimes(claims, now)
  await checkStatus(claims['status'], statusOf)
  return told
}

const checkTimes = (claims: JsonObject, now: Date): void => {
  const seconds = now.getTime() / 1000
  const [issued = 0, from = 0, until = Infinity] = [secondsIn(claims, 'iat'), secondsIn(claims, 'nbf'), secondsIn(claims, 'exp')]
  if (Math.max(issued, from) > seconds + skewSeconds) throw new Fault('notYetValid', 'time')
  if (until <= seconds - skewSeconds) throw new Fault('expired', 'time')
}

/** Without a place in a list nobody could ever take it back: it counts as one whose status is not known. */
const checkStatus = async (status: unknown, statusOf: Verifying['statusOf']): Promise<void> => {
  const place = isObject(status) ? status['status_list'] : undefined
  const [uri, idx] = isObject(place) ? [place['uri'], place['idx']] : []
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isInteger(idx) || idx < 0) throw new Fault('statusUnknown', 'status')
  const found = await statusOf({ uri, idx })
  if (found !== 'valid') throw new Fault(found === 'unknown' ? 'statusUnknown' : found, 'status')
}

/** That it is the holder who shows it, now, to whoever asks (RFC 9901, section 7.3). */
const checkKeyBinding = async ({ covered, keyBinding }: ReturnType<typeof readSdJwt>, claims: JsonObject, { audience, nonce, maxAge }: KeyBindingWanted, now: Date, cryptography: Cryptography): Promise<JsonObject> => {
  const cnf = claims['cnf']
  const jwk = isObject(cnf) ? cnf['jwk'] : undefined
  if (!keyBinding || !isObject(jwk) || keyBinding.header['typ'] !== 'kb+jwt') throw new Fault('tampered', 'keyBinding')
  const [kty = '', crv = '', x = '', y = ''] = ['kty', 'crv', 'x', 'y'].map((name) => textIn(jwk, name))
  if (!(await isRight(keyBinding, { kty, crv, x, y }, cryptography))) throw new Fault('tampered', 'keyBinding')
  const { payload } = keyBinding
  if (payload['sd_hash'] !== (await cryptography.digest(covered))) throw new Fault('tampered', 'keyBinding')
  const [at, seconds] = [secondsIn(payload, 'iat'), now.getTime() / 1000]
  const isNow = at !== undefined && at <= seconds + skewSeconds && at >= seconds - maxAge - skewSeconds
  if (payload['aud'] !== audience || typeof payload['nonce'] !== 'string' || (nonce !== undefined && payload['nonce'] !== nonce) || !isNow) throw new Fault('tampered', 'replayed')
  return payload
}
