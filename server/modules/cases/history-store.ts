// Storing the histories of cases. What is written together of what one actor did to the cases of an application at one moment is one row.
import { column, shared, type Read, type Tx } from '../../kernel/db.ts'
import type { Case, CaseAction, HistoryLine } from './case.ts'

export type NewHistoryLine = HistoryLine & { applicationId: string }

type Step = { case: string; action: CaseAction; detail: Record<string, unknown> }

const isOfOneMoment = (a: HistoryLine, b: HistoryLine): boolean => a.at === b.at && a.actorKind === b.actorKind && a.actorId === b.actorId && a.actorName === b.actorName

/** Lines that follow one another at one moment by one actor, together. */
const moments = (lines: readonly NewHistoryLine[]): (NewHistoryLine & { steps: Step[] })[] => {
  const found: (NewHistoryLine & { steps: Step[] })[] = []
  for (const line of lines) {
    const step: Step = { case: line.caseId, action: line.action, detail: line.detail }
    const last = found.at(-1)
    if (last && isOfOneMoment(last, line)) last.steps.push(step)
    else found.push({ ...line, steps: [step] })
  }
  return found
}

/** Appends to histories of one application. The caller holds the cases, so the numbers of one case rise in the order of its steps. */
export const insertHistory = async (tx: Tx, lines: readonly NewHistoryLine[]): Promise<void> => {
  if (lines.length === 0) return
  const rows = moments(lines)
  await tx`
    insert into case_moments (application_id, actor_kind, actor_id, actor_name, at, steps)
    select ${shared(lines, 'applicationId')}::uuid, actor_kind, actor_id, actor_name, at, steps
    from unnest(${column(rows, 'actorKind')}::text[], ${column(rows, 'actorId')}::text[], ${column(rows, 'actorName')}::text[], ${column(rows, 'at')}::timestamptz[], ${column(rows, 'steps')}::jsonb[])
      with ordinality as moment(actor_kind, actor_id, actor_name, at, steps, place) order by place`
}

type Row = { actor_kind: string; actor_id: string; actor_name: string; at: Date; steps: Step[] }

const linesOf = ({ actor_kind: actorKind, actor_id: actorId, actor_name: actorName, at, steps }: Row): HistoryLine[] =>
  steps.map((step) => ({ caseId: step.case, action: step.action, actorKind, actorId, actorName, at: at.toISOString(), detail: step.detail }))

/** The history of one case, in the order it happened. */
export const listHistory = async (read: Read, { id, applicationId }: Pick<Case, 'id' | 'applicationId'>): Promise<HistoryLine[]> =>
  (await read<Row[]>`select actor_kind, actor_id, actor_name, at, steps from case_moments where application_id = ${applicationId} order by seq`)
    .flatMap(linesOf).filter(({ caseId }) => caseId === id)

/** In the order it happened, whichever case it happened to. */
export const listHistoryOfApplication = async (read: Read, applicationId: string): Promise<HistoryLine[]> =>
  (await read<Row[]>`select actor_kind, actor_id, actor_name, at, steps from case_moments where application_id = ${applicationId} order by at, seq`).flatMap(linesOf)

/** `reason` of `revealReasons`; null in what was recorded before reasons were asked for. */
export type Reveal = { caseId: string; staffId: string; concept: string; reason: string | null; note: string | null; at: string }

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Masked values officials looked at in full in these cases, by concept. */
export const listReveals = async (read: Read, caseIds: readonly string[]): Promise<Reveal[]> => {
  if (caseIds.length === 0) return []
  const rows = await read<Row[]>`
    select actor_kind, actor_id, actor_name, at, steps from case_moments
    where application_id in (select application_id from cases where id = any(${[...caseIds]}::uuid[])) and steps @> '[{"action": "reveal"}]' order by seq`
  return rows.flatMap(linesOf).flatMap(({ caseId, action, actorId, at, detail }) => {
    const concept = textOrNull(detail['concept'])
    return action !== 'reveal' || concept === null || !caseIds.includes(caseId) ? [] : [{ caseId, staffId: actorId, concept, reason: textOrNull(detail['reason']), note: textOrNull(detail['note']), at }]
  })
}
