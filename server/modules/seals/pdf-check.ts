// Whether a sealed PDF is what an authority sealed: nothing in it changed, by a seal the installation knows, which could sign at that time.
// Pure; who is known is asked of the caller.
import type { X509Certificate } from 'node:crypto'
import { readCms, sha256 } from './cms.ts'
import { signedBytesOf } from './pdf-field.ts'
import { wasInForce, wasSuspended, type Seal, type SealAction } from './seal.ts'
import { checkTimestamp, type Timestamp } from './timestamp.ts'

export const pdfVerdicts = ['valid', 'altered', 'unsigned', 'unknownSigner', 'expired', 'suspended'] as const
export type PdfVerdict = (typeof pdfVerdicts)[number]

export type KnownSeal = { seal: Seal; actions: readonly SealAction[]; usedAt: string | undefined }

export type PdfKnowledge = {
  /** the seal with this certificate (SHA-256, lower-case hex), and when it signed these bytes by the record of its uses */
  findSeal: (fingerprint: string, digest: string) => Promise<KnownSeal | undefined>
  /** who is believed the time */
  times: readonly X509Certificate[]
}

/** `at`: when it was sealed, ISO: by the timestamp, else by the record of uses, else as the signature itself states. `digest`: of the bytes covered. */
export type CheckedPdf = { verdict: PdfVerdict; seal?: Seal; at?: string; timestamp?: Timestamp; digest?: string }

export const checkPdf = async (pdf: Buffer, { findSeal, times }: PdfKnowledge): Promise<CheckedPdf> => {
  const signed = signedBytesOf(pdf)
  if (signed === 'none') return { verdict: 'unsigned' }
  if (signed === 'broken') return { verdict: 'altered' }
  const cms = readCms(signed.signature)
  if (!cms?.isOver((algorithm) => (algorithm === 'sha256' ? sha256(signed.covered) : Buffer.alloc(0)))) return { verdict: 'altered' }
  const digest = sha256(signed.covered).toString('hex')
  const known = await findSeal(cms.certificate.fingerprint256.replaceAll(':', '').toLowerCase(), digest)
  if (!known) return { verdict: 'unknownSigner', digest }
  const stamped = cms.timestamp && checkTimestamp(cms.timestamp, sha256(cms.value), { certificates: times })
  if (stamped === 'wrong') return { verdict: 'altered', seal: known.seal }
  const timestamp = stamped === 'untrusted' ? undefined : stamped
  const at = timestamp?.at ?? known.usedAt ?? signed.statedAt
  const found = { seal: known.seal, digest, ...(at === undefined ? {} : { at }), ...(timestamp ? { timestamp } : {}) }
  if (at === undefined || !wasInForce(known.seal, new Date(at))) return { verdict: 'expired', ...found }
  return { verdict: wasSuspended(known.actions, new Date(at)) ? 'suspended' : 'valid', ...found }
}
