// The planner's public face: what a matter takes for these people, computed. Pure, runs in server and browser alike.
// Everything else in this folder is private to it.
export { makePlan } from './planner.ts'
export { answersOf, checkAnswer, checkAnswers, isBlank, lengthOf, neededAnswers, tidyAnswer, unaskedRegistries } from './answers.ts'
export { checkRequirements, requirementsHold, type RequirementCheck } from './requirements.ts'
export { intersect, isContradiction, resolveDate, type Contradiction } from './constraint.ts'
export { fewestDocuments, type Cover, type CoverNeed } from './cover.ts'
export { listTopics, otherTopic, type TopicConcept, type TopicProgress } from './topics.ts'
export { viewOf } from './views.ts'
export type * from './plan.ts'
