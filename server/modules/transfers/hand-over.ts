// What a hand-over says and who vouches for it: the canonical text, its digest and the platform's signature; and what is wrong with one
// that arrives. Pure; the keys are given.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { isSignedBy, type HeldKey, type Signer } from '../../kernel/keys.ts'
import { isSealed, sealKey } from '../../kernel/seal.ts'
import type { Case } from '../cases/case.ts'
import type { HandedDocument, Signed, SignedHandOver, Transfer } from './transfer.ts'

/** Holder of the keys hand-overs and receipts are signed with. */
export const transfersHolder = 'transfers'

/** What a signature is checked with: the holder's keys, present and former; and the session secret, for what was signed before there were any. */
export type CheckingKeys = { held: readonly Pick<HeldKey, 'kid' | 'publicJwk'>[]; secret: string }

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const signed = <Content>(content: Content, { kid, sign }: Pick<Signer, 'kid' | 'sign'>): Signed<Content> => {
  const text = canonicalJson(content)
  return { content, digest: digestOf(text), signature: sign(Buffer.from(text)).toString('base64url'), kid }
}

/** Whether nothing of it was changed since it was signed, by one of these keys. */
export const isIntact = <Content>({ content, digest, signature, kid }: Signed<Content>, { held, secret }: CheckingKeys): boolean => {
  const text = canonicalJson(content)
  if (digestOf(text) !== digest) return false
  if (kid === undefined) return isSealed(text, signature, secret)
  const key = held.find((each) => each.kid === kid)
  return key !== undefined && isSignedBy(key.publicJwk, Buffer.from(text), Buffer.from(signature, 'base64url'))
}

/** The public key (JWK) to check it with elsewhere; null where it was signed with none of these. */
export const keyUnder = ({ kid }: Signed<unknown>, { held, secret }: CheckingKeys): { kty: string; crv: string; x: string } | null =>
  kid === undefined ? sealKey(secret) : (held.find((each) => each.kid === kid)?.publicJwk ?? null)

/** The documents the cases hold now, in a fixed order. */
export const documentsOf = (cases: readonly Pick<Case, 'number' | 'evidence'>[]): HandedDocument[] =>
  cases.flatMap(({ number, evidence }) => evidence.flatMap((each) => each.files.map(({ name, digest }) => ({ case: number, evidence: each.evidence, name, digest }))))
    .toSorted((a, b) => (`${a.case} ${a.evidence} ${a.digest}` < `${b.case} ${b.evidence} ${b.digest}` ? -1 : 1))

/** `signature`: the hand-over was changed after signing, or is another's; `documents`: the file is not the one that was listed; `bytes`: a stored document is not the one it was. */
export type HandOverFault = 'signature' | 'documents' | 'bytes'

/** What is wrong with the hand-over that arrived, but for the stored bytes. */
export const faultsIn = (transfer: Pick<Transfer, 'number' | 'toRegion' | 'toLine'>, handOver: SignedHandOver, present: readonly HandedDocument[], keys: CheckingKeys): HandOverFault[] => {
  const { content } = handOver
  const isThis = content.number === transfer.number && content.to.region === transfer.toRegion && content.to.line === transfer.toLine
  return [
    ...(isThis && isIntact(handOver, keys) ? [] : (['signature'] as const)),
    ...(canonicalJson(content.documents) === canonicalJson(present) ? [] : (['documents'] as const)),
  ]
}
