// A way to ask one department's system. A connector only fetches: which fields may come back, signing, time limits of the whole
// call, the circuit and the log are the gateway's. Pure types.
import type { RegistryReply } from './registry.ts'

/** One question about one subject, with what makes it lawful. */
export type RegistryQuestion = {
  /** exactly one key, such as `{ idNumber: '…' }` */
  subject: Record<string, string>
  /** fields of the registry, by their names on the wire */
  fields: readonly string[]
  purpose: string
  legalBasis: string
  /** number of the case or application it is for; a reference (reference.ts) where there is none */
  caseNumber: string
  /** when the person agreed (ISO instant) or the reference of the consent; null where the law needs none */
  consent: string | null
}

/** Aborted when the gateway waits no longer; `callId` is the call's number in the log. */
export type Asking = { signal: AbortSignal; callId: string }

/**
 * A reply as it was fetched. `subject`: whom the system says the record belongs to, where it says so; the gateway refuses another than was asked for.
 * `signedBy`: id of the key the reply was signed with, once the signature has been checked, and `replyHash` of what was signed; absent: unsigned.
 */
export type Fetched = RegistryReply & { subject?: Record<string, string>; signedBy?: string; replyHash?: string }

/**
 * Answers, or says why it cannot (`unavailable`); it may throw, which counts as `unavailable`. It may return more fields than asked: the
 * gateway drops them. Whether a failure is worth a second try is told by `why`: `status 5…` is.
 */
export type Connector = { ask(question: RegistryQuestion, asking: Asking): Promise<Fetched> }
