// Why an official looks at a masked value in full, and for how long they see it. Each look says why; whom it concerns reads it under
// "who saw my data" (Personal Information Protection Law Art. 6: no more than needed; Art. 34: within what the duty requires). Pure.

export const revealReasons = ['identity', 'documents', 'contact', 'decision', 'complaint', 'other'] as const

export type RevealReason = (typeof revealReasons)[number]

/** Seconds until the screen masks the value again. */
export const revealedSeconds = 120

/** Another reason than those listed is said in words. */
export const isReasonGiven = ({ reason, note }: { reason: RevealReason; note?: string | undefined }): boolean => reason !== 'other' || (note ?? '').trim().length >= 4
