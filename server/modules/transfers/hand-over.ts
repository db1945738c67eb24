// What a hand-over says and who vouches for it: the canonical text, its digest and the platform's signature; and what is wrong with one
// that arrives. Pure; the secret is given.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { isSealed, sealOf } from '../../kernel/seal.ts'
import type { Case } from '../cases/case.ts'
import type { HandedDocument, Signed, SignedHandOver, Transfer } from './transfer.ts'

export const signed = <Content>(content: Content, secret: string): Signed<Content> => {
  const text = canonicalJson(content)
  return { content, digest: createHash('sha256').update(text).digest('hex'), signature: sealOf(text, secret) }
}

/** Whether nothing of it was changed since it was signed. */
export const isIntact = <Content>({ content, digest, signature }: Signed<Content>, secret: string): boolean => {
  const text = canonicalJson(content)
  return createHash('sha256').update(text).digest('hex') === digest && isSealed(text, signature, secret)
}

/** The documents the cases hold now, in a fixed order. */
export const documentsOf = (cases: readonly Pick<Case, 'number' | 'evidence'>[]): HandedDocument[] =>
  cases.flatMap(({ number, evidence }) => evidence.flatMap((each) => each.files.map(({ name, digest }) => ({ case: number, evidence: each.evidence, name, digest }))))
    .toSorted((a, b) => (`${a.case} ${a.evidence} ${a.digest}` < `${b.case} ${b.evidence} ${b.digest}` ? -1 : 1))

/** `signature`: the hand-over was changed after signing, or is another's; `documents`: the file is not the one that was listed; `bytes`: a stored document is not the one it was. */
export type HandOverFault = 'signature' | 'documents' | 'bytes'

/** What is wrong with the hand-over that arrived, but for the stored bytes. */
export const faultsIn = (transfer: Pick<Transfer, 'number' | 'toRegion' | 'toLine'>, handOver: SignedHandOver, present: readonly HandedDocument[], secret: string): HandOverFault[] => {
  const { content } = handOver
  const isThis = content.number === transfer.number && content.to.region === transfer.toRegion && content.to.line === transfer.toLine
  return [
    ...(isThis && isIntact(handOver, secret) ? [] : (['signature'] as const)),
    ...(canonicalJson(content.documents) === canonicalJson(present) ? [] : (['documents'] as const)),
  ]
}
