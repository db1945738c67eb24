// Storing notes: appended to a case, read in the order they were written.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { CaseNote, Mention } from './case-note.ts'

type Row = { id: string; case_id: string; person_id: string; staff_id: string; staff_name: string; text: string; mentions: Mention[]; written_at: Date }

const toCaseNote = (row: Row): CaseNote => ({
  id: row.id, caseId: row.case_id, personId: row.person_id, staffId: row.staff_id, staffName: row.staff_name, text: row.text, mentions: row.mentions, at: row.written_at.toISOString(),
})

export const insertCaseNote = async (tx: Tx, note: CaseNote): Promise<void> => {
  await tx`
    insert into case_notes (id, case_id, person_id, staff_id, staff_name, text, mentions, written_at)
    values (${note.id}, ${note.caseId}, ${note.personId}, ${note.staffId}, ${note.staffName}, ${note.text}, ${json(note.mentions)}, ${note.at})`
}

/** The latest of a case, oldest first. */
export const listCaseNotes = async (read: Read, caseId: string): Promise<CaseNote[]> =>
  (await read<Row[]>`select * from case_notes where case_id = ${caseId} order by seq desc limit 200`).map(toCaseNote).reverse()

/** Texts of the notes on these cases, by case. */
export const listNoteTexts = async (read: Read, caseIds: readonly string[]): Promise<Map<string, string>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await read<{ case_id: string; text: string }[]>`select case_id, string_agg(text, ' ' order by seq) as text from case_notes where case_id = any(${[...caseIds]}::uuid[]) group by case_id`
  return new Map(rows.map((row) => [row.case_id, row.text]))
}
