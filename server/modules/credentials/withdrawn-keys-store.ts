// Keys of authorities that are trusted no longer, in the database: what they signed is from nobody known.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Credential } from './credential.ts'

export const listWithdrawnKeys = async (read: Read, { line, region }: Credential['issuer']): Promise<string[]> =>
  (await read<{ kid: string }[]>`select kid from credential_withdrawn_keys where line = ${line} and region = ${region}`).map(({ kid }) => kid)

/** Once withdrawn, always withdrawn. Returns whether it was not yet. */
export const insertWithdrawnKey = async (tx: Tx, { kid, line, region, reasons, at }: { kid: string; line: string; region: string; reasons: string; at: Date }): Promise<boolean> =>
  (await tx`insert into credential_withdrawn_keys (kid, line, region, reasons, withdrawn_at) values (${kid}, ${line}, ${region}, ${reasons}, ${at}) on conflict do nothing returning kid`).length > 0
