// The time of a visit that does not count (Administrative Licensing Law Art. 45): each authority's clock stands still from the day of the
// visit until its own part of the sheet is done. It uses the special procedure of the case and nothing else.
import { plainDate } from '../../kernel/clock.ts'
import { actOnCase, openProcedures, workingDaysBetween, type Case } from '../cases/index.ts'
import { canStand, caseOf, type Gathered } from './gathering.ts'
import { isOut, type Part } from './part.ts'
import type { Scene } from './recording.ts'

/** Working days from the day the clocks stop to the day of the visit, both counted: what the applicant is told it takes. */
export const spanDays = (from: string, to: string, region: string): number => (workingDaysBetween(from, to, region) ?? 0) + 1

/** Stops the clocks of those who take part and may; returns the parts with the procedures that were begun. */
export const beginSpans = async (scene: Scene, gathered: Gathered): Promise<Gathered> => {
  const { visit } = gathered
  const begun: Part[] = []
  const cases: Case[] = [...gathered.cases]
  for (const part of gathered.parts) {
    const one = caseOf({ cases }, part)
    if (isOut(part.state) || part.procedure !== null || !canStand(one)) {
      begun.push(part)
      continue
    }
    // The applicant has it in writing since the time was agreed: one notice for all of it.
    const detail = { kind: 'inspection', days: spanDays(visit.clockOn ?? visit.day, visit.day, visit.region), reasons: '联合踏勘', heldOn: visit.day, place: visit.place, visit: visit.id, gathered: true }
    const next = await actOnCase(scene, one, 'beginProcedure', detail)
    cases[cases.indexOf(one)] = next
    begun.push({ ...part, procedure: next.course.procedures.at(-1)?.id ?? null, revision: part.revision + 1 })
  }
  return { visit, parts: begun, cases }
}

/** The clock of one case runs again; what came out is told to the applicant and kept with the case. */
export const endSpan = async (scene: Scene, gathered: Pick<Gathered, 'cases'>, part: Part, outcome: string, facts: Record<string, unknown> = {}): Promise<void> => {
  const one = caseOf(gathered, part)
  const open = openProcedures(one.course).find(({ id }) => id === part.procedure)
  if (!open) return
  await actOnCase(scene, one, 'endProcedure', { procedure: open.id, kind: open.kind, outcome, visit: part.visitId, on: plainDate(scene.at), ...facts })
}

export const endSpans = async (scene: Scene, gathered: Gathered, parts: readonly Part[], outcome: string): Promise<void> => {
  for (const part of parts) await endSpan(scene, gathered, part, outcome)
}
