// A signed root: what the log of one node held from one position to another, so that nobody, not even we, can say otherwise later. And
// the proof that one call stood in it, which needs nothing but the public key to check. Pure.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { PublicJwk } from '../../kernel/keys.ts'
import { headOf, readMessage, thumbprintOf } from './jws.ts'
import { leafHash, rootFromPath } from './merkle.ts'

/** `root` and `end` are hexadecimal: of the tree over the calls from `first` to `last`, and of the chain at `last`. `iat` in seconds since 1970. */
const RootContent = Type.Object({ iss: Type.String(), iat: Type.Integer(), node: Type.String(), first: Type.Integer({ minimum: 1 }), last: Type.Integer(), root: Type.String(), end: Type.String() })
const Proof = Type.Object({ call: Type.String({ maxLength: 100_000 }), path: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 64 }), root: Type.String({ maxLength: 5000 }) })

export type RootContent = Static<typeof RootContent>
/** `call`: the call in canonical JSON, as it was hashed; `path`: from the leaf up, hexadecimal; `root`: the signed root. */
export type CallProof = Static<typeof Proof>

const [contents, proofs] = [Compile(RootContent), Compile(Proof)]

/** What a root says, when one of these keys signed it. */
export const readRoot = (signed: string, keys: readonly Omit<PublicJwk, 'use'>[]): RootContent | undefined => {
  const key = keys.find(({ kid }) => kid === headOf(signed)?.['kid'])
  const content = key && readMessage(signed, 'exchange-root+jwt', key)
  return contents.Check(content) && content.first <= content.last ? content : undefined
}

/** `malformed`: no proof file; `key`: the root is not signed with this key; `altered`: the call, or the path, is not the one that was signed. */
export type ProofVerdict = { verdict: 'proven'; call: Record<string, unknown>; at: string; issuer: string } | { verdict: 'malformed' | 'key' | 'altered' }

const parse = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** @param key as we publish it, or as somebody kept it: its own `kid` is not believed */
export const checkProof = (proof: unknown, key: { kty: string; crv: string; x: string; y: string }): ProofVerdict => {
  if (!proofs.Check(proof)) return { verdict: 'malformed' }
  const root = readRoot(proof.root, [{ ...key, alg: 'ES256', kid: thumbprintOf(key) }])
  if (!root) return { verdict: 'key' }
  const call = parse(proof.call)
  const position = call?.['position']
  if (!call || typeof position !== 'number' || call['node'] !== root.node) return { verdict: 'altered' }
  const found = rootFromPath(leafHash(proof.call), position - root.first, root.last - root.first + 1, proof.path.map((each) => Buffer.from(each, 'hex')))
  return found?.toString('hex') === root.root ? { verdict: 'proven', call, at: new Date(root.iat * 1000).toISOString(), issuer: root.iss } : { verdict: 'altered' }
}
