// What a conclusion becomes: a question answered for everybody, or a change to a pack. One table of its stages; pure.
// Nothing is shown to residents before a designer has approved it.

export const lessonKinds = ['question', 'scenario', 'catalogue'] as const
export type LessonKind = (typeof lessonKinds)[number]

export const lessonStages = ['proposed', 'published', 'begun', 'dropped'] as const
export type LessonStage = (typeof lessonStages)[number]

export const lessonSteps = ['publish', 'begin', 'drop'] as const
export type LessonStep = (typeof lessonSteps)[number]

const lessonTable: Record<LessonStep, { from: readonly LessonStage[]; to: LessonStage; kinds: readonly LessonKind[] }> = {
  publish: { from: ['proposed', 'published'], to: 'published', kinds: ['question'] },
  begin: { from: ['proposed'], to: 'begun', kinds: ['scenario', 'catalogue'] },
  drop: { from: ['proposed', 'published'], to: 'dropped', kinds: lessonKinds },
}

/** `services`: ids of those it helps with. `designId`: the design begun for it. */
export type Lesson = {
  id: string
  hardCaseId: string
  region: string
  kind: LessonKind
  ask: string
  answer: string
  services: string[]
  stage: LessonStage
  revision: number
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
  reason: string
  designId: string | null
}

/** The stage after a step; undefined when the table does not allow it for this kind. */
export const stageAfter = ({ stage, kind }: Pick<Lesson, 'stage' | 'kind'>, step: LessonStep): LessonStage | undefined => {
  const { from, to, kinds } = lessonTable[step]
  return from.includes(stage) && kinds.includes(kind) ? to : undefined
}

export const isPublished = ({ stage }: Pick<Lesson, 'stage'>): boolean => stage === 'published'
