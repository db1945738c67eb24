// A request as the database gives it, and the one way it becomes a request; every store of the table reads it like this.
// What the reporter told is sealed.
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { CitizenRequest, Course, Understood } from './request-record.ts'

export type RequestRow = {
  id: string; number: string; key: string; region: string; grid: string | null; kind: CitizenRequest['kind']; channel: CitizenRequest['channel']; category: string | null
  urgency: CitizenRequest['urgency']; front: boolean; person_id: string | null; phone_digest: string | null; anonymous: boolean; sealed: string
  understood: Understood; state: CitizenRequest['state']; revision: number; steps: number; round: number; line: string | null; unit_region: string | null
  assignee_id: string | null; assignee: string | null; parent_id: string | null; course: Course; clock_start_at: Date; due_at: Date | null; mark: CitizenRequest['mark']
  look_at: Date | null; grade: CitizenRequest['grade']; seconds: number; received_at: Date; updated_at: Date; answered_at: Date | null; ended_at: Date | null
}

type Told = Pick<CitizenRequest, 'title' | 'text' | 'place' | 'contact'>

export const sealTold = ({ id, title, text, place, contact }: CitizenRequest): string => sealRow(sealedTables.requests, id, { title, text, place, contact } satisfies Told)

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

export const toRequest = (row: RequestRow): CitizenRequest => ({
  id: row.id, number: row.number, key: row.key, region: row.region, grid: row.grid, kind: row.kind, channel: row.channel, category: row.category, urgency: row.urgency, front: row.front,
  personId: row.person_id, phoneDigest: row.phone_digest, anonymous: row.anonymous, ...openRow<Told>(sealedTables.requests, row.id, row.sealed),
  understood: row.understood, state: row.state, revision: row.revision, steps: row.steps, round: row.round,
  unit: row.line !== null && row.unit_region !== null ? { line: row.line, region: row.unit_region } : null, assigneeId: row.assignee_id, assignee: row.assignee, parentId: row.parent_id,
  course: row.course, clockStartAt: row.clock_start_at.toISOString(), dueAt: instant(row.due_at), mark: row.mark, lookAt: instant(row.look_at), grade: row.grade, seconds: row.seconds,
  receivedAt: row.received_at.toISOString(), updatedAt: row.updated_at.toISOString(), answeredAt: instant(row.answered_at), endedAt: instant(row.ended_at),
})
