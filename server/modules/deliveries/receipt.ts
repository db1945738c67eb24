// The first opening of a result in the account of its person: what it says, and of whom it counts. Pure. The result had arrived before, when it
// entered the account (E-signature Law Art. 11); this is on record beside it.

/** `openedBy`: who acted for the person; null: themself. */
export type Receipt = { resultId: string; personId: string; openedAt: string; openedBy: string | null }

/** An official who looks on behalf of somebody at a window is not the one it was delivered to. */
export const isOpening = (by: { capacity: string } | undefined): boolean => by?.capacity !== 'window' && by?.capacity !== 'helper'
