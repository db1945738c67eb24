// Signed copies: what an e-licence says today, as an SD-JWT VC under the key of the authority that answers for it. Every copy has salts
// of its own, so that two showings cannot be told to be of one e-licence by them. RFC 9901; draft-ietf-oauth-sd-jwt-vc.
import { createHash, randomBytes } from 'node:crypto'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Signer } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import { claimsOn } from './claims.ts'
import { issuerAddress, issuerHolder, listAddress, typeAddress, type Credential } from './credential.ts'
import type { CredentialType } from './credential-type.ts'

/** Public key of the device that will show it (RFC 7800 `cnf`). */
export type DeviceJwk = { kty: string; crv: string; x: string; y: string }

export type CopyOptions = { deviceKey?: DeviceJwk }

/** @returns undefined for a type the packs no longer have */
export const credentialTypeOf = (app: Pick<App, 'packs'>, { type, issuer }: Pick<Credential, 'type' | 'issuer'>): CredentialType | undefined => {
  const types = app.packs.credentialTypesFor(issuer.region)
  return Object.hasOwn(types, type) ? types[type] : undefined
}

const sha256 = (text: string | ArrayBuffer): Uint8Array => createHash('sha256').update(typeof text === 'string' ? text : new Uint8Array(text)).digest()

const makers = new WeakMap<Signer, SDJwtVcInstance>()

const makerWith = (signer: Signer): SDJwtVcInstance => {
  const known = makers.get(signer)
  if (known) return known
  const made = new SDJwtVcInstance({
    signer: (data) => signer.sign(Buffer.from(data)).toString('base64url'), signAlg: signer.suite, hasher: sha256, hashAlg: 'sha-256', saltGenerator: (length) => randomBytes(length).toString('base64url'),
  })
  makers.set(signer, made)
  return made
}

/** Seconds since 1970 at which the last day on which it holds is over, in legal time. */
const endOf = (day: string): number => Date.parse(`${day}T24:00:00+08:00`) / 1000

/** What is signed; the number is a claim, too, and its holder chooses whether to show it. */
const payloadOf = (app: Pick<App, 'clock' | 'config'>, credential: Credential, type: CredentialType, { deviceKey }: CopyOptions) => {
  const { publicUrl } = app.config
  const now = app.clock.now()
  return {
    iss: issuerAddress(publicUrl, credential.issuer), vct: typeAddress(publicUrl, credential.type), iat: Math.floor(now.getTime() / 1000),
    ...(credential.validUntil === null ? {} : { exp: endOf(credential.validUntil) }),
    status: { status_list: { idx: credential.statusIndex, uri: listAddress(publicUrl, credential.statusList) } },
    ...(deviceKey ? { cnf: { jwk: { kty: deviceKey.kty, crv: deviceKey.crv, x: deviceKey.x, y: deviceKey.y } } } : {}),
    ...claimsOn(type, credential, plainDate(now)), number: credential.number,
  }
}

/** The copy under a signer that is at hand; for many at once. All copies of a type have as many digests, whatever is known. */
export const signCopy = (app: Pick<App, 'clock' | 'config'>, signer: Signer, credential: Credential, type: CredentialType, options: CopyOptions = {}): Promise<string> => {
  const payload = payloadOf(app, credential, type, options)
  const always = new Set(type.claims.filter(({ disclosed }) => disclosed === 'always').map(({ id }) => id))
  const all = [...type.claims.map(({ id }) => id), ...type.derived.map(({ id }) => id), 'number'].filter((id) => !always.has(id))
  const chosen = all.filter((id) => id in payload)
  // The library knows only the claims every such copy has; ours are checked by the types of the packs.
  const frame = { _sd: chosen, _sd_decoy: all.length - chosen.length } as never
  return makerWith(signer).issue(payload, frame, { header: { kid: signer.kid } })
}

/**
 * A signed copy with all disclosures, `<JWT>~<disclosure>~…~`. Its holder leaves out what is not to be shown.
 * @throws Refusal not_found for a type the packs no longer have
 */
export const sdJwtOf = async (app: Pick<App, 'clock' | 'config' | 'keys' | 'packs'>, credential: Credential, options: CopyOptions = {}): Promise<string> => {
  const type = credentialTypeOf(app, credential)
  if (!type) throw new Refusal('not_found', { type: credential.type })
  return signCopy(app, await app.keys.signer(issuerHolder(credential.issuer)), credential, type, options)
}
