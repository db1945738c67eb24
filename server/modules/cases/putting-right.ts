// What was put right in one case, and what a case that holds the same takes over from it. Pure; taking-over.ts stores it.
import { fillFromResult } from './advance.ts'
import { hasEnded, wasGranted, type Case, type CaseValue } from './case.ts'
import { holdsGood } from './course.ts'

type Values = Readonly<Record<string, CaseValue['value']>>

/**
 * What is right now, by concept. `stated`: what the applicant wrote before; `derived`: what follows from it; `issued`: what the document of
 * `service` says in its new edition, which counts for the cases that build on it.
 */
export type PutRight = { service: string; stated?: Values; derived?: Values; issued?: readonly CaseValue[] }

/** The values with what the applicant has put right; what registries, results and the login vouch for stays. The very list when nothing is different. */
export const putRight = (content: readonly CaseValue[], { stated = {}, derived = {} }: Pick<PutRight, 'stated' | 'derived'>): readonly CaseValue[] => {
  const changed = content.map((value) => {
    const right = value.source === 'applicant' ? stated[value.concept] : value.source === 'derived' ? derived[value.concept] : undefined
    return right === undefined || right === value.value ? value : { ...value, value: right }
  })
  return changed.every((value, index) => value === content[index]) ? content : changed
}

/** What a document of an earlier service says now, as the cases that build on it read it. */
const reissued = (content: readonly CaseValue[], { service, issued = [] }: PutRight): readonly CaseValue[] =>
  content.map((value) => {
    const now = value.source === 'result' && value.from === service ? issued.find(({ concept }) => concept === value.concept) : undefined
    return now && now.value !== value.value ? { ...value, value: now.value } : value
  })

const differing = (before: readonly CaseValue[], after: readonly CaseValue[]): CaseValue[] => after.filter((value, index) => value !== before[index])

/** The case with what was put right elsewhere, and the concepts that are different in it; none when it holds nothing of it or has ended without a result. */
export const takenOver = (one: Case, right: PutRight, result: readonly CaseValue[] | undefined): { next: Case; concepts: string[] } => {
  if (!hasEnded(one.state)) {
    const content = [...putRight(right.issued ? fillFromResult(one, right.service, right.issued).content : one.content, right)]
    return { next: { ...one, content }, concepts: differing(one.content, content).map(({ concept }) => concept) }
  }
  if (!wasGranted(one.state) || !holdsGood(one.course) || !result) return { next: one, concepts: [] }
  // Against what was put right before: the last word counts, also where it is what the result says.
  const before = result.map((value) => ({ ...value, ...one.corrections.find(({ concept }) => concept === value.concept) }))
  const after = reissued(putRight(before, right), right)
  const corrections = after.filter(({ value }, index) => value !== result[index]?.value)
  return { next: { ...one, corrections }, concepts: differing(before, after).map(({ concept }) => concept) }
}

/** What is still to be put right once an official has corrected these values of a result, in whatever way. */
export const stillToCorrect = (corrections: readonly CaseValue[], values: Readonly<Record<string, unknown>>): CaseValue[] => corrections.filter(({ concept }) => !Object.hasOwn(values, concept))
