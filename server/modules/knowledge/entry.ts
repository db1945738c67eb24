// An entry of the knowledge base (知识条目) and its stages as one table. Pure.
// What is in force stays in force while new words wait for somebody else to release them.

export const stages = ['proposed', 'published', 'retired'] as const
export type Stage = (typeof stages)[number]

/** `agents`: not for the public, such as how to ask back. */
export const audiences = ['public', 'agents'] as const

/** `category`: of the duty list, null for all; `validUntil`: last day, 'YYYY-MM-DD', null: until somebody says otherwise; `source`: what it rests on. */
export type Words = { category: string | null; ask: string; answer: string; source: { title: string; url: string | null }; validUntil: string | null; audience: (typeof audiences)[number] }

export type Proposal = Words & { by: string; byId: string; at: string }

/** `words`: in force, or proposed while it was never released. Instants ISO. */
export type Entry = { id: string; region: string; stage: Stage; words: Words; proposal: Proposal | null; revision: number; uses: number; releasedBy: string | null; releasedAt: string | null; createdAt: string; updatedAt: string }

/** `confirm`: looked through and still right. */
export const steps = ['propose', 'release', 'discard', 'confirm', 'retire'] as const
export type Step = (typeof steps)[number]

const table: Record<Step, { from: readonly Stage[]; to: Stage | 'same'; proposal: 'needed' | 'any' }> = {
  propose: { from: ['proposed', 'published', 'retired'], to: 'same', proposal: 'any' },
  release: { from: ['proposed', 'published', 'retired'], to: 'published', proposal: 'needed' },
  discard: { from: ['proposed', 'published', 'retired'], to: 'same', proposal: 'needed' },
  confirm: { from: ['published'], to: 'same', proposal: 'any' },
  retire: { from: ['published'], to: 'retired', proposal: 'any' },
}

/** The stage after a step; undefined when the table does not allow it. What was never released is retired when its proposal is discarded. */
export const stageAfter = ({ stage, proposal }: Pick<Entry, 'stage' | 'proposal'>, step: Step): Stage | undefined => {
  const { from, to, proposal: needed } = table[step]
  if (!from.includes(stage) || (needed === 'needed' && proposal === null)) return undefined
  if (step === 'discard' && stage === 'proposed') return 'retired'
  return to === 'same' ? stage : to
}

export const isInForce = ({ stage, words }: Pick<Entry, 'stage' | 'words'>, day: string): boolean => stage === 'published' && (words.validUntil === null || words.validUntil >= day)

/** Released, but its last day is over: agents see it with that said, nobody else does. */
export const hasExpired = (entry: Pick<Entry, 'stage' | 'words'>, day: string): boolean => entry.stage === 'published' && !isInForce(entry, day)

/** Days before its last day on which somebody should look it through. */
export const reviewDays = 30

export const isPublic = (entry: Entry, day: string): boolean => entry.words.audience === 'public' && isInForce(entry, day)
