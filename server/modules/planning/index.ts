// The planner's public face: what a matter takes for these people, computed. Pure, runs in server and browser alike.
// Everything else in this folder is private to it.
export { makePlan } from './planner.ts'
export { checkAnswer, checkAnswers, isBlank, neededAnswers, tidyAnswer, unaskedRegistries } from './answers.ts'
export { checkRequirements, type RequirementCheck } from './requirements.ts'
export { knownValues } from './known.ts'
export { countConcept, fieldOf, instanceId, withInstances } from './instances.ts'
export { reportBurden, type BurdenReport, type MatterBurden } from './burden-report.ts'
export { readRule } from './groups.ts'
export { excludeEachOther } from './pattern.ts'
export { isFresh } from './freshness.ts'
export { intersect, isContradiction, resolveDate, type Contradiction } from './constraint.ts'
export { listTopics, type TopicConcept, type TopicProgress } from './topics.ts'
export type * from './plan.ts'
