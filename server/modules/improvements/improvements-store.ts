// Storing what designers decided about parts people rated poorly; rows are only added.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Decision, Part } from './improvement.ts'

type Row = { region: string; subject: string; page: string; revision: number; step: Decision['step']; note: string; edition: number | null; changed_at: Date; by_name: string; at: Date }

const toDecision = (row: Row): Decision => ({
  region: row.region, of: row.subject, page: row.page, revision: row.revision, step: row.step, note: row.note, edition: row.edition, changedAt: row.changed_at.toISOString(), byName: row.by_name, at: row.at.toISOString(),
})

/** False when somebody else decided with this revision first. */
export const insertDecision = async (tx: Tx, one: Decision): Promise<boolean> =>
  (await tx`
    insert into improvement_decisions (region, subject, page, revision, step, note, edition, changed_at, by_name, at)
    values (${one.region}, ${one.of}, ${one.page}, ${one.revision}, ${one.step}, ${one.note}, ${one.edition}, ${one.changedAt}, ${one.byName}, ${one.at})
    on conflict do nothing returning 1`).length > 0

/** The newest of each part of a place. */
export const listNewestDecisions = async (read: Read, region: string): Promise<Decision[]> =>
  (await read<Row[]>`select distinct on (subject, page) * from improvement_decisions where region = ${region} order by subject, page, revision desc`).map(toDecision)

/** About one part of a place, newest first. */
export const listDecisions = async (read: Read, region: string, { of, page }: Part): Promise<Decision[]> =>
  (await read<Row[]>`select * from improvement_decisions where region = ${region} and subject = ${of} and page = ${page} order by revision desc`).map(toDecision)
