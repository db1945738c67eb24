// A call as it is kept: who asked whose system for what, why and by what law, and whose records were read; and the chain that calls of
// one node form, so that an altered, deleted, moved or slipped-in row is found. Pure.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'

/** A person whose record was read, by the digest of their ID number, and what was read about them. */
export type ReadSubject = { subject: string; concepts: string[] }

/**
 * `withheld`: a record was found that does not name the applicant, and nothing of it was told. `refused`: the gateway did not ask, or did
 * not release what came; `reason` says why, as it does where a system was unavailable.
 */
export type CallOutcome = 'answers' | 'noRecord' | 'unavailable' | 'withheld' | 'refused'

/** One call. `consumer`: `platform` or the system that asked; `at` an ISO instant; hashes are SHA-256, base64url. */
export type ExchangeCall = {
  id: string
  at: string
  consumer: string
  resource: string
  grant: string | null
  /** who applied, where it was for somebody's application or power here */
  personId: string | null
  /** null: for no application here */
  applicationId: string | null
  /** the department's own; of the platform a number or a reference (reference.ts); null in calls kept before there were references */
  caseNumber: string | null
  /** roles in the matter, such as `mother child`; empty outside applications */
  subject: string
  /** `keyDigest` of the number asked by */
  keyDigest: string
  /** fields asked for, by their names on the wire */
  fields: string[]
  concepts: string[]
  purpose: string
  legalBasis: string
  consent: string | null
  outcome: CallOutcome
  reason: string | null
  cached: boolean
  dropped: string[]
  milliseconds: number
  signedBy: string | null
  /** of the signed request of the consumer, of our signed answer to it, and of the signed reply of the system asked */
  requestHash: string | null
  responseHash: string | null
  providerHash: string | null
  about: ReadSubject[]
}

/** A call with its place; `hash` is hexadecimal. */
export type ChainedCall = ExchangeCall & { node: string; position: number; hash: string }

/** Why the answer of a request was not released that another server had been sent before. */
export const sentAgain = 'sent a second time'

/** The end of a node's chain. */
export type ChainEnd = { position: number; hash: string }

export const emptyChain: ChainEnd = { position: 0, hash: '0'.repeat(64) }

/** Calls kept before there was a chain: they have a place but no hash; roots cover them all the same. */
export const beforeChain = 'before'

/** What is hashed and what a root proves: the call in canonical JSON with its place, subjects in order. */
export const contentOf = ({ hash: _hash, ...call }: Omit<ChainedCall, 'hash'> & { hash?: string }): string =>
  canonicalJson({ ...call, about: call.about.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)) })

export const chainHash = (previous: string, content: string): string => createHash('sha256').update(previous).update(content).digest('hex')

/** Gives calls consecutive places and hashes after the end of their node's chain. */
export const chainCalls = (node: string, end: ChainEnd, calls: readonly ExchangeCall[]): ChainedCall[] => {
  let { position, hash } = end
  return calls.map((call) => {
    position += 1
    hash = chainHash(hash, contentOf({ ...call, node, position }))
    return { ...call, node, position, hash }
  })
}

export type ChainBreak = { position: number; what: 'missing' | 'altered' }

/** The first break in a run of calls of one node: a gap (deleted or moved), or a wrong hash (altered or slipped in). */
export const findChainBreak = (end: ChainEnd, calls: readonly ChainedCall[]): ChainBreak | undefined => {
  let { position, hash } = end
  for (const call of calls) {
    if (call.position !== position + 1) return { position: position + 1, what: 'missing' }
    if (call.node !== beforeChain && call.hash !== chainHash(hash, contentOf(call))) return { position: call.position, what: 'altered' }
    position = call.position
    hash = call.hash
  }
  return undefined
}
