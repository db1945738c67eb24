// Questions nobody could answer: who left them, and what designers do with them, in one table. Pure.

/** search: nothing was found. clicks: much searched, hardly ever chosen. guidance, assistant: not understood or not answered there. */
export const unfoundSources = ['search', 'clicks', 'guidance', 'assistant'] as const
export type UnfoundSource = (typeof unfoundSources)[number]

export const unfoundStates = ['open', 'answered', 'setAside'] as const
export type UnfoundState = (typeof unfoundStates)[number]

/** What a question was answered by. */
export const remedies = ['keyword', 'thesaurus', 'answer', 'service', 'other'] as const
export type Remedy = (typeof remedies)[number]

export const unfoundSteps = ['answer', 'setAside', 'reopen'] as const
export type UnfoundStep = (typeof unfoundSteps)[number]

/** `recur`: answered, and again nothing is found. What was set aside stays so. */
const lifecycle: Record<UnfoundStep | 'recur', { from: readonly UnfoundState[]; to: UnfoundState }> = {
  answer: { from: ['open', 'setAside'], to: 'answered' },
  setAside: { from: ['open', 'answered'], to: 'setAside' },
  reopen: { from: ['answered', 'setAside'], to: 'open' },
  recur: { from: ['answered'], to: 'open' },
}

/** `times`: how often since it was first asked. `note`: what was done, or why it was set aside. */
export type Unfound = {
  id: string
  region: string
  words: string
  source: UnfoundSource
  state: UnfoundState
  revision: number
  times: number
  firstAt: string
  lastAt: string
  remedy: Remedy | null
  note: string
  decidedBy: string | null
  decidedAt: string | null
}

/** The state after a step; undefined when the table does not allow it. */
export const stateAfter = (state: UnfoundState, step: UnfoundStep): UnfoundState | undefined => (lifecycle[step].from.includes(state) ? lifecycle[step].to : undefined)

/** In which state a question begins, and from which ones it comes back when it is asked again in vain. */
export const beginning: UnfoundState = lifecycle.recur.to
export const recurring = lifecycle.recur.from

/** Not shown to others among popular questions. */
export const setAsideState = lifecycle.setAside.to
