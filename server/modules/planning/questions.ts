// Which scenario questions still matter, and which to put next: the one with the least expected number of further questions.
// All answers of a question count as equally likely. Small matters are searched to the end, larger ones a few answers ahead.
import type { MatterBlueprint, QuestionBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import { compileRule } from './rule.ts'
import { listStates } from './selection.ts'

/** Situations looked at before one next question is chosen; keeps a plan well under a millisecond. */
const searchLimit = 300

/** Adds the unknown concepts that can still change which services apply or what the chosen ones need. */
const addLive = (matter: MatterBlueprint, facts: Facts, declined: readonly string[], into: Set<string>): void => {
  const states = listStates(matter, facts, declined)
  for (const service of matter.services) {
    if (states[service.index] === 'undecided') service.when?.addOpen(facts, into)
    if (states[service.index] !== 'included') continue
    for (const { concept, required } of service.listedByQuestions) {
      const needed = typeof required === 'boolean' || required.evaluate(facts) !== false
      if (needed && facts.value(concept) === undefined) into.add(concept)
    }
    for (const rule of service.rulesByQuestions) rule.addOpen(facts, into)
    for (const { rule, unlisted } of service.readersByQuestions) {
      const open = new Set<string>()
      rule.addOpen(facts, open)
      for (const concept of unlisted) if (open.has(concept)) into.add(concept)
    }
  }
}

type OpenQuestions = { ready: QuestionBlueprint[]; waiting: QuestionBlueprint[] }

/** Questions that matter: ready to be put, or waiting for the answer to another question first. */
const openQuestions = (matter: MatterBlueprint, facts: Facts, declined: readonly string[]): OpenQuestions => {
  const live = new Set<string>()
  addLive(matter, facts, declined, live)
  for (const concept of live) {
    // a Set visits what is added while it is walked, so this follows every chain
    const derived = facts.value(concept) === undefined ? matter.catalogue.concepts[concept]?.derived : undefined
    if (derived) compileRule(derived.expression).addOpen(facts, live)
    matter.questions.get(concept)?.when?.addOpen(facts, live)
  }
  const open: OpenQuestions = { ready: [], waiting: [] }
  for (const question of matter.questions.values()) {
    if (!live.has(question.concept) || facts.value(question.concept) !== undefined) continue
    const asked = question.when ? question.when.evaluate(facts) : true
    if (asked === true) open.ready.push(question)
    else open.waiting.push(question)
  }
  // questions that wait for each other would never be put; a question is better than a dead end
  return open.ready.length > 0 ? open : { ready: open.waiting, waiting: [] }
}

type Search = { expected(facts: Facts, assumed: string, depth: number): { questions: number; first?: QuestionBlueprint } }

const createSearch = (matter: MatterBlueprint, declined: readonly string[]): Search => {
  const seen = new Map<string, { questions: number; first?: QuestionBlueprint }>()

  /** Questions still to come after `question` is put, on average over its answers. */
  const after = (facts: Facts, question: QuestionBlueprint, assumed: string, depth: number, open: number): number => {
    if (question.outcomes.length === 0) return open - 1
    let sum = 0
    for (const answer of question.outcomes) {
      const assumption = `${question.concept}=${String(answer)}`
      const next = [...assumed.split('\n').filter(Boolean), assumption].sort().join('\n')
      sum += search.expected(facts.assuming(question.concept, answer), next, depth - 1).questions
    }
    return sum / question.outcomes.length
  }

  const search: Search = {
    expected(facts, assumed, depth) {
      const known = seen.get(assumed)
      if (known) return known
      const { ready, waiting } = openQuestions(matter, facts, declined)
      const open = ready.length + waiting.length
      let best: { questions: number; first?: QuestionBlueprint } = { questions: open }
      if (depth > 0 && open > 1) {
        for (const question of ready) {
          const questions = 1 + after(facts, question, assumed, depth, open)
          if (!best.first || questions < best.questions - 1e-9) best = { questions, first: question }
        }
      }
      seen.set(assumed, best)
      return best
    },
  }
  return search
}

/** How many answers ahead can be searched: to the end when all situations are few. */
const depthFor = (matter: MatterBlueprint, facts: Facts): number => {
  const branching = [...matter.questions.values()].filter(({ concept }) => facts.value(concept) === undefined).map(({ outcomes }) => outcomes.length)
  if (branching.reduce((situations, outcomes) => situations * (outcomes + 1), 1) <= searchLimit) return branching.length
  const width = branching.reduce((sum, outcomes) => sum + outcomes, 0)
  return width * width <= searchLimit ? 2 : 1
}

/** Questions to put now, the best one first, the others in the order of the matter; and those that wait for one of them. */
export const listOpenQuestions = (matter: MatterBlueprint, facts: Facts, declined: readonly string[]): OpenQuestions => {
  const open = openQuestions(matter, facts, declined)
  if (open.ready.length < 2) return open
  const { first } = createSearch(matter, declined).expected(facts, '', depthFor(matter, facts))
  return first ? { ...open, ready: [first, ...open.ready.filter((question) => question !== first)] } : open
}
