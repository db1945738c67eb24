// The register of stored files: which digests exist, how large, of what type.
import type { Tx } from './db.ts'
import type { StoredFile } from './files.ts'

/** Registers a file; storing the same content twice is one file. */
export const insertFile = async (tx: Tx, file: StoredFile, at: Date): Promise<void> => {
  await tx`insert into files (digest, size, type, created_at) values (${file.digest}, ${file.size}, ${file.type}, ${at}) on conflict (digest) do nothing`
}
