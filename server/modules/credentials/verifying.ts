// Checking an e-licence of this installation: its keys and statuses are at hand, so a revocation counts at once.
import { createHash } from 'node:crypto'
import { isSignedBy } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import { idInAddress, issuerAddress, listAddress, typeAddress, type Credential } from './credential.ts'
import { findCredentialAt } from './credentials-store.ts'
import { issuerKeys } from './publishing.ts'
import { verifySdJwt, type Cryptography, type KeyBindingWanted, type StatusVerdict, type Verified } from './verify.ts'

/** Node's OpenSSL: about ten times as quick as its WebCrypto. */
export const nodeCryptography: Cryptography = {
  isSignedBy: ({ kty, crv, x, y }, data, signature) => isSignedBy({ alg: 'ES256', kty, crv, x, y }, data, signature),
  digest: (text) => createHash('sha256').update(text).digest('base64url'),
}

const issuerIn = (app: App, address: string): Credential['issuer'] | undefined => {
  const [line, region, ...rest] = idInAddress(address)?.split(':') ?? []
  if (line === undefined || region === undefined || rest.length > 0) return undefined
  return issuerAddress(app.config.publicUrl, { line, region }) === address ? { line, region } : undefined
}

/** `credential`: the record the copy was made from. */
export type VerifiedHere = Verified & { credential?: Credential }

/** @param keyBinding as it has to be; a copy without one is checked alone when absent */
export const verifyHere = async (app: App, text: string, keyBinding?: KeyBindingWanted): Promise<VerifiedHere> => {
  let credential: Credential | undefined
  const statusOf = async ({ uri, idx }: { uri: string; idx: number }): Promise<StatusVerdict> => {
    const list = idInAddress(uri)
    if (list === undefined || listAddress(app.config.publicUrl, list) !== uri) return 'unknown'
    credential = await findCredentialAt(app.db.read, list, idx)
    if (!credential) return 'unknown'
    return credential.status === 'replaced' ? 'revoked' : credential.status
  }
  const verified = await verifySdJwt(text, {
    now: app.clock.now(), statusOf, cryptography: nodeCryptography,
    keysOf: (address) => {
      const issuer = issuerIn(app, address)
      // Only authorities that may issue something: names made up cost nothing.
      return issuer && Object.values(app.packs.credentialTypesFor(issuer.region)).some(({ line }) => line === issuer.line) ? issuerKeys(app, issuer) : undefined
    },
    mayIssue: (address, vct) => {
      const [issuer, type] = [issuerIn(app, address), idInAddress(vct)]
      const types = issuer ? app.packs.credentialTypesFor(issuer.region) : {}
      return type !== undefined && typeAddress(app.config.publicUrl, type) === vct && Object.hasOwn(types, type) && types[type]?.line === issuer?.line
    },
    ...(keyBinding ? { requireKeyBinding: keyBinding } : {}),
  })
  return { ...verified, ...(credential ? { credential } : {}) }
}
