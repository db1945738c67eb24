// A letter as it is kept: what came in with what became of it, and what goes out. Pure.

export const outcomes = ['request', 'added', 'ignored', 'refused', 'waiting', 'sent'] as const
export type MailOutcome = (typeof outcomes)[number]

/** `from`, `to`: addresses. `answers`: Message-ID of the letter this one answers. */
export type MailWords = { from: string; to: string; subject: string; text: string; messageId: string; answers: string | null }

/** `because`: why it was ignored or refused. */
export type Mail = { id: string; region: string; direction: 'in' | 'out'; outcome: MailOutcome; requestId: string | null; because: string | null; words: MailWords; at: string; sentAt: string | null }

export const isWaiting = ({ outcome }: Pick<Mail, 'outcome'>): boolean => outcome === 'waiting'
