// How seals look over the API: to officials of their authority, and to whoever checks a sealed document.
import { Type, type Static } from 'typebox'
import type { CheckedPdf } from './pdf-check.ts'
import { pdfVerdicts } from './pdf-check.ts'
import { sealPurposes, type Seal, type SealAction, type SealUse } from './seal.ts'

const text = Type.String()
const nullable = Type.Union([Type.String(), Type.Null()])

export const sealSchema = Type.Object({
  id: text, line: text, region: text, authority: text, fingerprint: Type.String({ description: 'SHA-256 of its certificate.' }), selfIssued: Type.Boolean({ description: 'Issued by the installation itself, for a demonstration.' }),
  validFrom: text, validUntil: text, suspended: Type.Boolean(),
})

export const toSealReply = ({ id, line, region, authority, fingerprint, selfIssued, validFrom, validUntil, suspended }: Seal): Static<typeof sealSchema> => ({ id, line, region, authority, fingerprint, selfIssued, validFrom, validUntil, suspended })

export const sealUsesSchema = Type.Object({
  seal: sealSchema,
  actions: Type.Array(Type.Object({ action: Type.Enum(['suspend', 'resume']), reason: text, at: text })),
  uses: Type.Array(Type.Object({ purpose: Type.Enum([...sealPurposes]), subject: text, digest: text, at: text }), { description: 'The latest first; the next page is asked for with the last `at` as `before`.' }),
})

export const toSealUsesReply = (seal: Seal, actions: readonly SealAction[], uses: readonly SealUse[]): Static<typeof sealUsesSchema> => ({
  seal: toSealReply(seal), actions: actions.map(({ action, reason, at }) => ({ action, reason, at })), uses: uses.map(({ purpose, subject, digest, at }) => ({ purpose, subject, digest, at })),
})

export const checkedPdfSchema = Type.Object(
  {
    verdict: Type.Enum([...pdfVerdicts], { description: 'altered: changed after it was sealed, or something was added; suspended, expired: the seal could not sign at that time.' }),
    authority: nullable, sealedAt: nullable,
    timestamp: Type.Union([Type.Null(), Type.Object({ at: text, authority: text })], { description: 'Who else says when it was sealed.' }),
    fingerprint: nullable, isDemonstration: Type.Boolean(),
  },
  { description: 'What a sealed document is worth. Nothing of it is kept.' },
)

export const toCheckedPdfReply = ({ verdict, seal, at, timestamp }: CheckedPdf): Static<typeof checkedPdfSchema> => ({
  verdict, authority: seal?.authority ?? null, sealedAt: at ?? null, timestamp: timestamp ?? null, fingerprint: seal?.fingerprint ?? null, isDemonstration: seal?.selfIssued ?? false,
})
