// What an arbiter ruled, on its way into the duty list: proposed, then taken over by a designer or dropped. One table of its stages; pure.
// Nothing is dispatched by a ruling before the list with it was released by a second person.

export const rulingStages = ['proposed', 'taken', 'dropped'] as const
export type RulingStage = (typeof rulingStages)[number]

export const rulingSteps = ['take', 'drop'] as const
export type RulingStep = (typeof rulingSteps)[number]

const rulingTable: Record<RulingStep, { from: readonly RulingStage[]; to: RulingStage }> = {
  take: { from: ['proposed'], to: 'taken' },
  drop: { from: ['proposed'], to: 'dropped' },
}

/** The unit named for requests of a class at a place. `category` is the whole path, `areas` ids of the duty list, instants are ISO strings. */
export type Ruling = {
  id: string
  region: string
  category: string
  areas: readonly string[]
  line: string
  unitRegion: string
  requestId: string
  requestNumber: string
  reason: string
  ruledBy: string
  ruledAt: string
  stage: RulingStage
  decidedBy: string | null
  decidedAt: string | null
  note: string
  designId: string | null
}

/** The stage after a step; undefined when the table does not allow it. */
export const rulingAfter = (stage: RulingStage, step: RulingStep): RulingStage | undefined => {
  const { from, to } = rulingTable[step]
  return from.includes(stage) ? to : undefined
}

export const stepsOf = (stage: RulingStage): RulingStep[] => rulingSteps.filter((step) => rulingAfter(stage, step) !== undefined)
