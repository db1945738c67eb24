// The scenario of a person: what the answers decide, what is still to be asked, and which answers would change it.
// Facts from registries settle questions too; those are never put.
import type { MatterBlueprint, ServiceBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import type { PlannedQuestion, PlannedService } from './plan.ts'
import { listOpenQuestions } from './questions.ts'
import { listStates, type ServiceState } from './selection.ts'

type Change = PlannedService['changedBy'][number]

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
  /** by position: of these, the other answers that would change it by themselves */
  changedBy: readonly Change[][]
  /** by position: the services left out by the applicant whose result it would wait for */
  leftOutWith: readonly string[][]
}

/**
 * For a decided service the answers of which another choice would change its state; when no single one would, all of them.
 * For an undecided one what is still open. Facts from registries are not answers and cannot be changed.
 */
const listDependsOn = (matter: MatterBlueprint, { when, whenQuestions }: ServiceBlueprint, facts: Facts): { concepts: string[]; changes: Change[] } => {
  if (!when) return { concepts: [], changes: [] }
  const current = when.evaluate(facts)
  if (current === undefined) return { concepts: whenQuestions.filter((concept) => facts.value(concept) === undefined), changes: [] }
  const answered = whenQuestions.filter((concept) => facts.value(concept) !== undefined && !facts.fact(concept) && !facts.isClosed(concept))
  const outcomesOf = (concept: string): Change['answers'] => [...(matter.questions.get(concept)?.outcomes ?? [])]
  const changes = answered.map((concept) => ({
    concept, answers: outcomesOf(concept).filter((other) => other !== facts.answer(concept) && (when.evaluate(facts.assuming(concept, other)) === true) !== (current === true)),
  })).filter(({ answers }) => answers.length > 0)
  const decisive = answered.filter((concept) => outcomesOf(concept).length === 0 || changes.some((change) => change.concept === concept))
  return { concepts: decisive.length > 0 || current === true ? decisive : answered, changes }
}

const none = { concepts: [], changes: [] }

export const settleScenario = (matter: MatterBlueprint, facts: Facts, declinedServices: readonly string[]): Scenario => {
  const states = listStates(matter, facts, declinedServices)
  const { ready, waiting } = listOpenQuestions(matter, facts, declinedServices)
  const changes = matter.services.map((service, index) => (states[index] === 'declined' ? none : listDependsOn(matter, service, facts)))
  const put = new Set([...ready, ...waiting].map(({ concept }) => concept))
  for (const { concept } of matter.questions.values()) {
    if (!facts.fact(concept) && facts.value(concept) !== undefined && !facts.isClosed(concept)) put.add(concept)
  }
  return {
    states,
    settled: ready.length === 0 && !states.includes('undecided'),
    questions: ready.map(({ concept, ask, help, choices }) => ({ concept, ask, ...(help ? { help } : {}), choices })),
    put,
    dependsOnAnswers: changes.map(({ concepts }) => concepts),
    changedBy: changes.map((each) => each.changes),
    leftOutWith: matter.services.map(({ service, entry }, index) =>
      states[index] === 'declined' && !(entry.optional && declinedServices.includes(service.id)) ? service.dependsOn.filter((id) => states[matter.byId.get(id)?.index ?? -1] === 'declined') : [],
    ),
  }
}
