// Storing data keys, each wrapped by the secret of the installation; which is the present one of its class follows from when it was made.
import type { CipherName } from './field-cipher.ts'
import type { FieldClass } from './field-encryption.ts'
import type { Read, Tx } from './db.ts'

/** `index`: the key of keyed digests. `retiredAt`: since when no row is encrypted with it. */
export type WrappedKey = { id: string; class: FieldClass | 'index'; cipher: CipherName; wrapped: string; createdAt: string; retiredAt: string | null }

type Row = { key: string; class: WrappedKey['class']; cipher: CipherName; wrapped: string; created_at: Date; retired_at: Date | null }

/** The newest first. */
export const listFieldKeys = async (read: Read): Promise<WrappedKey[]> =>
  (await read<Row[]>`select key, class, cipher, wrapped, created_at, retired_at from field_keys order by created_at desc, key`).map(({ key, created_at, retired_at, ...row }) => ({
    id: key, ...row, createdAt: created_at.toISOString(), retiredAt: retired_at?.toISOString() ?? null,
  }))

/** Keys are made by one process at a time. Held until the transaction ends. */
export const lockFieldKeys = async (tx: Tx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtext('field_keys'))`
}

/** Tells every process of the new key when the transaction commits. */
export const insertFieldKey = async (tx: Tx, key: WrappedKey): Promise<void> => {
  await tx`insert into field_keys (key, class, cipher, wrapped, created_at) values (${key.id}, ${key.class}, ${key.cipher}, ${key.wrapped}, ${key.createdAt})`
  await tx`select pg_notify('field_keys', ${key.id})`
}

export const updateFieldKeyRetired = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update field_keys set retired_at = ${at} where key = ${id} and retired_at is null`
}
