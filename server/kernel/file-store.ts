// The register of stored files: which digests exist, how large, of what type.
import type { Tx } from './db.ts'
import type { StoredFile } from './files.ts'

/** Registers a file; storing the same content twice is one file. */
export const insertFile = async (tx: Tx, file: StoredFile, at: Date): Promise<void> => {
  await tx`insert into files (digest, size, type, created_at) values (${file.digest}, ${file.size}, ${file.type}, ${at}) on conflict (digest) do nothing`
}

/** Forgets a file and returns what it was; refused by the database while anything refers to it. Whoever registers it meanwhile waits for this transaction. */
export const deleteFile = async (tx: Tx, digest: string): Promise<StoredFile | undefined> => {
  const [file] = await tx<StoredFile[]>`delete from files where digest = ${digest} returning digest, size, type`
  return file
}
