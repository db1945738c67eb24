// The scenario of a person: what the answers decide, what is still to be asked, and which answers would change it.
// Facts from registries settle questions too; those are never put.
import type { MatterBlueprint, ServiceBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import type { PlannedQuestion } from './plan.ts'
import { listOpenQuestions } from './questions.ts'
import { listStates, type ServiceState } from './selection.ts'

export type Scenario = {
  /** by position in the matter */
  states: readonly ServiceState[]
  settled: boolean
  /** questions to put now, the one that promises the fewest further questions first */
  questions: PlannedQuestion[]
  /** concepts of questions the person has answered, is being asked, or will be */
  put: ReadonlySet<string>
  /** by position: the scenario concepts that would change the state */
  dependsOnAnswers: readonly string[][]
}

/**
 * For a decided service the answers of which another choice would change its state; when no single one would, all of them.
 * For an undecided one what is still open. Facts from registries are not answers and cannot be changed.
 */
const listDependsOn = (matter: MatterBlueprint, { when, whenQuestions }: ServiceBlueprint, facts: Facts): string[] => {
  if (!when) return []
  const current = when.evaluate(facts)
  if (current === undefined) return whenQuestions.filter((concept) => facts.value(concept) === undefined)
  const answered = whenQuestions.filter((concept) => facts.value(concept) !== undefined && !facts.fact(concept) && !facts.isClosed(concept))
  const decisive = answered.filter((concept) => {
    const outcomes = matter.questions.get(concept)?.outcomes ?? []
    if (outcomes.length === 0) return true
    return outcomes.some((other) => other !== facts.answer(concept) && (when.evaluate(facts.assuming(concept, other)) === true) !== (current === true))
  })
  return decisive.length > 0 || current === true ? decisive : answered
}

export const settleScenario = (matter: MatterBlueprint, facts: Facts, declinedServices: readonly string[]): Scenario => {
  const states = listStates(matter, facts, declinedServices)
  const { ready, waiting } = listOpenQuestions(matter, facts, declinedServices)
  const put = new Set([...ready, ...waiting].map(({ concept }) => concept))
  for (const { concept } of matter.questions.values()) {
    if (!facts.fact(concept) && facts.value(concept) !== undefined && !facts.isClosed(concept)) put.add(concept)
  }
  return {
    states,
    settled: ready.length === 0 && !states.includes('undecided'),
    questions: ready.map(({ concept, ask, help, choices }) => ({ concept, ask, ...(help ? { help } : {}), choices })),
    put,
    dependsOnAnswers: matter.services.map((service, index) => (states[index] === 'declined' ? [] : listDependsOn(matter, service, facts))),
  }
}
