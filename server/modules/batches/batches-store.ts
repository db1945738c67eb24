// Batches and their rows in the database. Rows are written set-wise; counts come from an index-only look at one batch.
import { column, json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { noRows, type Batch, type BatchRow, type Counts, type RowState } from './batch.ts'

type Row = {
  id: string; person_id: string; matter: string; matter_name: Batch['matterName']; region: string; state: Batch['state']; file_name: string; sheet: string
  headers: string[]; findings: Batch['findings']; consents: Batch['consents']; applicants: Batch['applicants']; created_at: Date; updated_at: Date
}
type RowRow = {
  batch_id: string; row_number: number; person_id: string; application_id: string; state: RowState; sealed: string
  problems: BatchRow['problems']; number: string | null; applicant_name: string | null; answer_until_at: Date | null; consents: BatchRow['consents']
}

const toBatch = (row: Row): Batch => ({
  id: row.id, personId: row.person_id, matter: row.matter, matterName: row.matter_name, region: row.region, state: row.state, fileName: row.file_name, sheet: row.sheet,
  headers: row.headers, findings: row.findings, consents: row.consents, applicants: row.applicants, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})

type Stated = Pick<BatchRow, 'cells' | 'answers'> & { applicantIdNumber: string | null }

const rowName = ({ batchId, rowNumber }: Pick<BatchRow, 'batchId' | 'rowNumber'>): string => `${batchId} ${rowNumber}`

const sealStated = (row: BatchRow): string =>
  sealRow(sealedTables.batchRows, rowName(row), { cells: row.cells, answers: row.answers, applicantIdNumber: row.applicant?.idNumber ?? null } satisfies Stated)

const statedIn = ({ batch_id: batchId, row_number: rowNumber, sealed }: Pick<RowRow, 'batch_id' | 'row_number' | 'sealed'>): Stated => openRow<Stated>(sealedTables.batchRows, rowName({ batchId, rowNumber }), sealed)

const toRow = (row: RowRow): BatchRow => {
  const { cells, answers, applicantIdNumber } = statedIn(row)
  return {
    batchId: row.batch_id, rowNumber: row.row_number, personId: row.person_id, applicationId: row.application_id, state: row.state, cells, answers,
    problems: row.problems, number: row.number,
    applicant: applicantIdNumber === null ? null : { idNumber: applicantIdNumber, name: row.applicant_name ?? '' }, answerUntil: row.answer_until_at?.toISOString() ?? null, consents: row.consents,
  }
}

export const insertBatch = async (tx: Tx, batch: Batch): Promise<void> => {
  await tx`
    insert into batches (id, person_id, matter, matter_name, region, state, file_name, sheet, headers, findings, consents, applicants, created_at, updated_at)
    values (${batch.id}, ${batch.personId}, ${batch.matter}, ${json(batch.matterName)}, ${batch.region}, ${batch.state}, ${batch.fileName}, ${batch.sheet},
      ${json(batch.headers)}, ${json(batch.findings)}, ${json(batch.consents)}, ${batch.applicants}, ${batch.createdAt}, ${batch.updatedAt})`
}

export const insertRows = async (tx: Tx, rows: readonly BatchRow[], at: Date): Promise<void> => {
  await tx`
    insert into batch_rows (batch_id, row_number, person_id, application_id, state, sealed, problems, applicant_digest, applicant_name, updated_at)
    select *, ${at}::timestamptz from unnest(
      ${column(rows, 'batchId')}::uuid[], ${column(rows, 'rowNumber')}::int[], ${column(rows, 'personId')}::uuid[], ${column(rows, 'applicationId')}::uuid[],
      ${column(rows, 'state')}::text[], ${rows.map(sealStated)}::text[], ${rows.map(({ problems }) => json(problems))}::jsonb[],
      ${rows.map(({ applicant }) => applicant && personDigest(applicant.idNumber))}::text[], ${rows.map(({ applicant }) => applicant?.name ?? null)}::text[])`
}

export const findBatch = async (read: Read, id: string): Promise<Batch | undefined> => {
  const [row] = await read<Row[]>`select * from batches where id = ${id}`
  return row && toBatch(row)
}

/** Held until the transaction ends. */
export const findBatchForUpdate = async (tx: Tx, id: string): Promise<Batch | undefined> => {
  const [row] = await tx<Row[]>`select * from batches where id = ${id} for no key update`
  return row && toBatch(row)
}

export const updateBatch = async (tx: Tx, { id, state, consents, updatedAt }: Batch): Promise<void> => {
  await tx`update batches set state = ${state}, consents = ${json(consents)}, updated_at = ${updatedAt} where id = ${id}`
}

/** A person's batches, newest first. */
export const listBatches = async (read: Read, personId: string, limit: number): Promise<Batch[]> =>
  (await read<Row[]>`select * from batches where person_id = ${personId} order by created_at desc limit ${limit}`).map(toBatch)

/** How many rows of each batch stand where. */
export const countRows = async (read: Read, batchIds: readonly string[]): Promise<ReadonlyMap<string, Counts>> => {
  const rows = await read<{ batch_id: string; state: RowState; count: number }[]>`
    select batch_id, state, count(*)::int as count from batch_rows where batch_id = any(${[...batchIds]}::uuid[]) group by batch_id, state`
  const counts = new Map<string, Counts>(batchIds.map((id) => [id, { ...noRows }]))
  for (const { batch_id: id, state, count } of rows) counts.set(id, { ...(counts.get(id) ?? noRows), [state]: count })
  return counts
}

/** Rows after a row number, in order. */
export const listRows = async (read: Read, batchId: string, after: number, limit: number): Promise<BatchRow[]> =>
  (await read<RowRow[]>`select * from batch_rows where batch_id = ${batchId} and row_number > ${after} order by row_number limit ${limit}`).map(toRow)

/** Rows with something to mend or that could not be handed in. */
export const listRowsWithProblems = async (read: Read, batchId: string, limit: number): Promise<BatchRow[]> =>
  (await read<RowRow[]>`select * from batch_rows where batch_id = ${batchId} and state in ('faulty', 'failed') order by row_number limit ${limit}`).map(toRow)

export const listRowsInState = async (read: Read, batchId: string, state: RowState, limit: number): Promise<BatchRow[]> =>
  (await read<RowRow[]>`select * from batch_rows where batch_id = ${batchId} and state = ${state} order by row_number limit ${limit}`).map(toRow)

export const findRow = async (read: Read, batchId: string, rowNumber: number): Promise<BatchRow | undefined> => {
  const [row] = await read<RowRow[]>`select * from batch_rows where batch_id = ${batchId} and row_number = ${rowNumber}`
  return row && toRow(row)
}

export const updateRows = async (tx: Tx, rows: readonly BatchRow[], at: Date): Promise<void> => {
  await tx`
    update batch_rows set state = changed.state, problems = changed.problems, number = changed.number, updated_at = ${at}
    from unnest(${column(rows, 'batchId')}::uuid[], ${column(rows, 'rowNumber')}::int[], ${column(rows, 'state')}::text[], ${rows.map(({ problems }) => json(problems))}::jsonb[], ${column(rows, 'number')}::text[])
      as changed (batch_id, row_number, state, problems, number)
    where batch_rows.batch_id = changed.batch_id and batch_rows.row_number = changed.row_number`
}

/** Rows that are ready wait for whom they name, but for the uploader's own; returns whom they name. */
export const updateRowsAsked = async (tx: Tx, batchId: string, uploader: string, until: Date, at: Date): Promise<{ idNumber: string; name: string }[]> =>
  (await tx<Pick<RowRow, 'batch_id' | 'row_number' | 'sealed' | 'applicant_name'>[]>`
    update batch_rows set state = 'asked', answer_until_at = ${until}, updated_at = ${at}
    where batch_id = ${batchId} and state = 'ready' and applicant_digest <> ${personDigest(uploader)} returning batch_id, row_number, sealed, applicant_name`)
    .map((row) => ({ idNumber: statedIn(row).applicantIdNumber ?? '', name: row.applicant_name ?? '' }))

export const findRowForUpdate = async (tx: Tx, batchId: string, rowNumber: number): Promise<BatchRow | undefined> => {
  const [row] = await tx<RowRow[]>`select * from batch_rows where batch_id = ${batchId} and row_number = ${rowNumber} for no key update`
  return row && toRow(row)
}

export const updateRowAnswered = async (tx: Tx, { batchId, rowNumber, state, consents }: BatchRow, at: Date): Promise<void> => {
  await tx`update batch_rows set state = ${state}, consents = ${consents === null ? null : json(consents)}, answered_at = ${at}, updated_at = ${at} where batch_id = ${batchId} and row_number = ${rowNumber}`
}

/** Rows that wait for somebody's word, the next to run out first. */
export const listWaitingFor = async (read: Read, idNumber: string, limit: number): Promise<BatchRow[]> =>
  (await read<RowRow[]>`select * from batch_rows where applicant_digest = ${personDigest(idNumber)} and state = 'asked' order by answer_until_at, batch_id, row_number limit ${limit}`).map(toRow)

/** Rows nobody answered in time; returns the tables they stand in. */
export const updateRowsExpired = async (tx: Tx, at: Date): Promise<string[]> =>
  [...new Set((await tx<{ batch_id: string }[]>`update batch_rows set state = 'expired', updated_at = ${at} where state = 'asked' and answer_until_at < ${at} returning batch_id`).map((row) => row.batch_id))]

export const listBatchesWithIds = async (read: Read, ids: readonly string[]): Promise<Batch[]> =>
  (await read<Row[]>`select * from batches where id = any(${[...ids]}::uuid[])`).map(toBatch)
