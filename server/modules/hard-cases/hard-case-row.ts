// A hard case as the database gives it, and the one way it becomes a hard case; both stores of the table read it like this.
// What the person told is sealed.
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Answer, HardCase } from './hard-case.ts'

export type HardCaseRow = {
  id: string; number: string; person_id: string | null; applicant: string; sealed: string; region: string; risen_from: string | null; category: string | null
  title: string; channel: HardCase['channel']; from_case: string | null; state: HardCase['state']; revision: number
  coordinator_id: string | null; coordinator: string | null; sort_on: string | null; answer_on: string | null; answer: Answer | null; keywords: string[]; terms: string[]
  created_at: Date; updated_at: Date; ended_at: Date | null
}

type Told = Pick<HardCase, 'phone' | 'account' | 'wish'>

export const sealTold = ({ id, phone, account, wish }: HardCase): string => sealRow(sealedTables.hardCases, id, { phone, account, wish } satisfies Told)

export const toHardCase = (row: HardCaseRow): HardCase => ({
  id: row.id, number: row.number, personId: row.person_id, applicant: row.applicant, ...openRow<Told>(sealedTables.hardCases, row.id, row.sealed), region: row.region, risenFrom: row.risen_from,
  category: row.category, title: row.title, channel: row.channel, fromCase: row.from_case, state: row.state, revision: row.revision,
  coordinatorId: row.coordinator_id, coordinator: row.coordinator, sortOn: row.sort_on, answerOn: row.answer_on, answer: row.answer, keywords: row.keywords, terms: row.terms,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})
