// What a matter's page plans with: the person's answers, and for what is still open the usual situation of the pack.
// Pure. Says which question to put now, and whether the figures are the person's own.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { makePlan, type Answer, type Answers, type Plan, type PlannedQuestion } from '../../../../server/modules/planning/index.ts'

export interface Choice {
  value: Answer
  /** undefined: yes or no, in the words of the page. */
  name?: PlannedQuestion['choices'][number]['name']
}

export interface Situation {
  /** The plan whose figures are shown. */
  plan: Plan
  /** usual: nothing answered yet; partly: the rest is assumed; own: every question is settled by the person's answers. */
  basis: 'usual' | 'partly' | 'own'
  /** The question to put now. */
  question: PlannedQuestion | undefined
  /** Questions still open, the one to put now included. */
  left: number
  /** Open questions that need more than a choice; they are asked when applying. */
  later: number
}

interface Input {
  catalogue: Catalogue
  matter: string
  on: string
  answers: Answers
  usual: Answers
  declined: readonly string[]
}

/** The answers a question offers; none when it takes more than a choice. */
export function choicesOf(catalogue: Catalogue, question: Pick<PlannedQuestion, 'concept' | 'choices'>): Choice[] {
  if (catalogue.concepts[question.concept]?.type === 'boolean') return [{ value: true }, { value: false }]
  return question.choices.map(({ value, name }) => ({ value, name }))
}

export function situationOf({ catalogue, matter, on, answers, usual, declined }: Input): Situation {
  const planWith = (given: Answers): Plan => makePlan({ catalogue, matter, on, answers: given, known: [], registries: {}, declinedServices: declined, uploaded: [] })
  const own = planWith(answers)
  const askable = own.questions.filter((question) => choicesOf(catalogue, question).length > 0)
  const settled = own.questions.length === 0
  return {
    plan: settled ? own : planWith({ ...usual, ...answers }),
    basis: settled ? 'own' : Object.keys(answers).length > 0 ? 'partly' : 'usual',
    question: askable[0],
    left: askable.length,
    later: own.questions.length - askable.length,
  }
}
