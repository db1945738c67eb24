// What anybody may fetch to check an e-licence: the keys of an authority, and the signed list of statuses. Both may be kept, and checking
// then needs no network. Token Status List (draft-ietf-oauth-status-list), JWT with DEFLATE.
import { deflateSync } from 'node:zlib'
import type { PublicJwk, Signer } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import { issuerHolder, listAddress, type Credential, type CredentialState } from './credential.ts'
import { listWithdrawnKeys } from './withdrawn-keys-store.ts'
import { packStatuses, statusValues } from './status-list.ts'
import { findStatusList, listNotValid } from './status-lists-store.ts'

/** Seconds for which a list may be taken for fresh: with the moment a job needs, a revocation is seen within sixty. */
export const listTtl = 30
/** Seconds for which a kept list may be relied on without network. */
export const listLasts = 24 * 3600

const valueOf: Record<CredentialState, number> = { valid: statusValues.valid, suspended: statusValues.suspended, revoked: statusValues.revoked, replaced: statusValues.revoked }

/** The payload of a token and its signature. */
export const signStatusToken = (signer: Pick<Signer, 'kid' | 'suite' | 'sign'>, { uri, size, statuses, now }: { uri: string; size: number; statuses: Iterable<readonly [number, number]>; now: Date }): string => {
  const iat = Math.floor(now.getTime() / 1000)
  const lst = deflateSync(packStatuses(statuses, size, 2), { level: 9 }).toString('base64url')
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: signer.suite, typ: 'statuslist+jwt', kid: signer.kid })}.${part({ sub: uri, iat, exp: iat + listLasts, ttl: listTtl, status_list: { bits: 2, lst } })}`
  return `${signed}.${signer.sign(Buffer.from(signed)).toString('base64url')}`
}

type Kept = { revision: number; kid: string; until: number; token: string }
const kept = new WeakMap<App['keys'], Map<string, Kept>>()

/** The signed list; undefined where there is none of this name. Made anew when a status has changed, and often enough to be fresh. */
export const statusToken = async (app: App, id: string): Promise<string | undefined> => {
  const list = await findStatusList(app.db.read, id)
  if (!list) return undefined
  const tokens = kept.get(app.keys) ?? new Map<string, Kept>()
  kept.set(app.keys, tokens)
  const signer = await app.keys.signer(issuerHolder(list.issuer))
  const now = app.clock.now()
  const known = tokens.get(id)
  if (known && known.revision === list.revision && known.kid === signer.kid && now.getTime() < known.until) return known.token
  const statuses = (await listNotValid(app.db.read, id)).map(({ index, status }) => [index, valueOf[status]] as const)
  const token = signStatusToken(signer, { uri: listAddress(app.config.publicUrl, id), size: list.size, statuses, now })
  tokens.set(id, { revision: list.revision, kid: signer.kid, until: now.getTime() + listTtl * 1000, token })
  return token
}

const knownKeys = new WeakMap<App['keys'], Map<string, { keys: PublicJwk[]; until: number }>>()

/** Milliseconds for which the keys of an authority are kept in memory. */
const keysLast = 20_000

/** Present and former keys of an authority that are not withdrawn; none where it has issued nothing, or is not known. */
export const issuerKeys = async (app: App, issuer: Credential['issuer']): Promise<readonly PublicJwk[]> => {
  const holder = issuerHolder(issuer)
  const now = app.clock.now().getTime()
  const known = knownKeys.get(app.keys) ?? new Map<string, { keys: PublicJwk[]; until: number }>()
  knownKeys.set(app.keys, known)
  const found = known.get(holder)
  if (found && now < found.until) return found.keys
  const [all, withdrawn] = await Promise.all([app.keys.listKeys(holder), listWithdrawnKeys(app.db.read, issuer)])
  const keys = all.filter(({ kid }) => !withdrawn.includes(kid)).map(({ publicJwk }) => publicJwk)
  if (known.size >= 5000) known.clear()
  // The first one may be made any moment.
  if (keys.length > 0) known.set(holder, { keys, until: now + keysLast })
  return keys
}

/** Keys are read anew from now on. */
export const forgetKeys = (app: App): boolean => knownKeys.delete(app.keys)
