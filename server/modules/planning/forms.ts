// The forms of separate applications: what the form of each service asks in a situation, whoever fills it in.
// A form is printed before anything is known of a person, so only the answers to the scenario questions decide what stands on it.
import type { MatterBlueprint, ServiceBlueprint } from './blueprint.ts'
import { createFacts, type Facts } from './facts.ts'
import { usedBy } from './fields.ts'

/** By concept: how many of the forms ask it, and what decides whether it has to be filled in, where something does. */
export type Forms = ReadonlyMap<string, { forms: number; decidedBy: readonly string[] }>

/** What one form asks, with what decides whether each has to be filled in. */
type Form = ReadonlyMap<string, readonly string[]>

/** None asks what a rule derives. While a rule is not settled by the situation, the field stands on the form. */
const printForm = ({ catalogue }: MatterBlueprint, { listed, readers }: ServiceBlueprint, situation: Facts): Form => {
  const form = new Map<string, readonly string[]>()
  const isTyped = (concept: string): boolean => !catalogue.concepts[concept]?.derived
  for (const { concept, required } of listed) {
    if (!isTyped(concept)) continue
    if (typeof required === 'boolean') form.set(concept, [])
    else if (required.evaluate(situation) !== false) form.set(concept, required.reads)
  }
  for (const { rule, unlisted, inView } of readers) {
    if (!inView) continue
    for (const concept of usedBy(rule, unlisted, situation)) {
      if (isTyped(concept) && !form.has(concept)) form.set(concept, rule.reads.filter((read) => read !== concept))
    }
  }
  return form
}

const printed = new WeakMap<ServiceBlueprint, Map<string, Form>>()

/** Situations whose form is remembered, of one service. */
const situationsKept = 100

/** @param services those separate applications would be made for @param facts of these the answers to the scenario questions @param on YYYY-MM-DD */
export const listForms = (matter: MatterBlueprint, services: readonly ServiceBlueprint[], facts: Facts, on: string): Forms => {
  const answers = Object.fromEntries([...matter.questions.keys()].flatMap((concept) => {
    const answer = facts.answer(concept)
    return answer === undefined ? [] : [[concept, answer]]
  }))
  const key = JSON.stringify([on, answers])
  const situation = createFacts({ catalogue: matter.catalogue, on, answers, questions: matter.questions, acceptDerived: true })
  const forms = new Map<string, { forms: number; decidedBy: readonly string[] }>()
  for (const service of services) {
    const known = printed.get(service) ?? new Map<string, Form>()
    const form = known.get(key) ?? printForm(matter, service, situation)
    if (known.size >= situationsKept) known.clear()
    printed.set(service, known.set(key, form))
    for (const [concept, decidedBy] of form) {
      const { forms: others, decidedBy: also } = forms.get(concept) ?? { forms: 0, decidedBy: [] }
      forms.set(concept, { forms: others + 1, decidedBy: others === 0 ? decidedBy : [...new Set([...also, ...decidedBy])] })
    }
  }
  return forms
}
