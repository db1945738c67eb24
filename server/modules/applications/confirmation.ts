// That an applicant has seen what an official typed for them and agrees: what it covers, and whether it still does.
// Pure. A change to anything covered asks for a new one; looking the same facts up again does not.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import type { Application, Upload } from './application.ts'
import type { SignedCommitment } from './commitments-store.ts'

/** Strokes of a pen as points (x, y one after the other) in a field of 1000 × 400. */
export type Signature = number[][]

export type Confirmation = {
  applicationId: string; personId: string
  /** what it covers (`contentDigest`) */
  contentDigest: string
  how: 'signature' | 'phone'
  signature: Signature | null
  askedAt: string
  confirmedAt: string | null
}

type Content = { application: Pick<Application, 'answers' | 'known' | 'declinedServices' | 'consents'>; uploads: readonly Upload[]; commitments: readonly SignedCommitment[] }

/** Everything the applicant answers for, as one digest. */
export const contentDigest = ({ application, uploads, commitments }: Content): string =>
  createHash('sha256').update(canonicalJson({
    answers: application.answers, declined: application.declinedServices.toSorted(),
    known: Object.fromEntries(application.known.map(({ concept, value, disputed }) => [concept, disputed ? null : value])),
    consents: Object.fromEntries(Object.entries(application.consents).map(([registry, { granted }]) => [registry, granted])),
    uploads: uploads.map(({ evidence, digest }) => `${evidence} ${digest}`).toSorted(),
    commitments: commitments.map(({ evidence, statement }) => [evidence, statement]),
  })).digest('hex')

export const covers = (confirmation: Confirmation | undefined, digest: string): boolean => confirmation !== undefined && confirmation.confirmedAt !== null && confirmation.contentDigest === digest

/** Shorter is a slip of the pen, in units of the field. */
const shortestSignature = 150

/** Whether the strokes are long enough to be somebody's name. */
export const isSignature = (strokes: Signature): boolean => {
  const length = strokes.reduce((sum, points) => {
    let own = 0
    for (let at = 2; at + 1 < points.length; at += 2) own += Math.hypot((points[at] ?? 0) - (points[at - 2] ?? 0), (points[at + 1] ?? 0) - (points[at - 1] ?? 0))
    return sum + own
  }, 0)
  return length >= shortestSignature
}
