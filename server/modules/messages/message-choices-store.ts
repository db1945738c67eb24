// Storing what a resident does not want to be told; nothing stored means everything is told.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { optionalKinds, type OptionalKind } from './message-choice.ts'

/** Kinds the person does without. */
export const listMutedKinds = async (read: Read, personId: string): Promise<OptionalKind[]> => {
  const rows = await read<{ kind: string }[]>`select kind from message_choices where person_id = ${personId}`
  return optionalKinds.filter((kind) => rows.some((row) => row.kind === kind))
}

/** Stores exactly these. */
export const updateMutedKinds = async (tx: Tx, personId: string, kinds: readonly OptionalKind[]): Promise<void> => {
  await tx`delete from message_choices where person_id = ${personId}`
  await tx`insert into message_choices (person_id, kind) select ${personId}::uuid, unnest(${[...kinds]}::text[])`
}

export const countChoices = async (read: Read, personId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from message_choices where person_id = ${personId}`).count

/** How many there were. */
export const deleteChoices = async (tx: Tx, personId: string): Promise<number> => (await tx`delete from message_choices where person_id = ${personId}`).count
