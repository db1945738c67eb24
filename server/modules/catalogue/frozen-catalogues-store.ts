// Storing frozen catalogues: written once under their hash, never changed.
import type { Read, Tx } from '../../kernel/db.ts'
import type { FrozenCatalogue } from './frozen-catalogue.ts'

/** Storing the same content twice is one row. */
export const insertFrozenCatalogue = async (tx: Tx, { digest, content }: FrozenCatalogue, at: Date): Promise<void> => {
  await tx`insert into frozen_catalogues (digest, content, stored_at) values (${digest}, ${content}, ${at}) on conflict (digest) do nothing`
}

/** Contents by digest, as far as they are there. */
export const listFrozenContents = async (read: Read, digests: readonly string[]): Promise<Map<string, string>> => {
  if (digests.length === 0) return new Map()
  const rows = await read<{ digest: string; content: string }[]>`select digest, content from frozen_catalogues where digest = any(${[...digests]})`
  return new Map(rows.map(({ digest, content }) => [digest, content]))
}
