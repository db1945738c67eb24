// Why what was paid is to be given back, and by whom. Pure.

export const repayers = ['self', 'family', 'estate', 'other'] as const

/** With whom it was agreed, or who gave it back. For the dead never they themselves. */
export type Repayer = { who: (typeof repayers)[number]; name: string }

export const recoveryReasons = ['deceased', 'mistake'] as const

/** `because` deceased: paid for time after a death, found by screening; mistake: found by an official, who says why in `reasons`. */
export type Recovery = { because: (typeof recoveryReasons)[number]; reasons: string; repayer: Repayer | null }
