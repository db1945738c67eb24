// What e-licences were used for, in the database: append-only, for their holders to see.
import { column, type Read, type Tx } from '../../kernel/db.ts'
import type { CredentialUse } from './credential.ts'

type UseRow = { id: string; credential_id: string; person_id: string; kind: CredentialUse['kind']; used_at: Date; seen_by: string | null; purpose: string; claims: string[]; reference: string | null }

const toUse = ({ credential_id: credentialId, person_id: personId, seen_by: by, used_at: at, ...row }: UseRow): CredentialUse => ({ ...row, credentialId, personId, by, at: at.toISOString() })

export const insertCredentialUses = async (tx: Tx, uses: readonly CredentialUse[]): Promise<void> => {
  if (uses.length === 0) return
  await tx`
    insert into credential_uses (id, credential_id, person_id, kind, used_at, seen_by, purpose, claims, reference)
    select * from unnest(
      ${column(uses, 'id')}::uuid[], ${column(uses, 'credentialId')}::uuid[], ${column(uses, 'personId')}::uuid[], ${column(uses, 'kind')}::text[], ${column(uses, 'at')}::timestamptz[],
      ${column(uses, 'by')}::text[], ${column(uses, 'purpose')}::text[], ${column(uses, 'claims')}::jsonb[], ${column(uses, 'reference')}::text[])`
}

/** `before`: after the entry of that instant and id; from one instant up to another. */
export type UseSpan = { before?: { at: string; id: string }; from?: string; until?: string }

const inSpan = (read: Read, { before, from, until }: UseSpan) => read`
  ${before ? read`and (used_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : read``} ${from ? read`and used_at >= ${from}` : read``} ${until ? read`and used_at < ${until}` : read``}`

/** Newest first. @param options `credential`: only of this one */
export const listCredentialUses = async (read: Read, personId: string, { credential, limit = 100, ...span }: { credential?: string; limit?: number } & UseSpan = {}): Promise<CredentialUse[]> =>
  (credential === undefined
    ? await read<UseRow[]>`select * from credential_uses where person_id = ${personId} ${inSpan(read, span)} order by used_at desc, id desc limit ${limit}`
    : await read<UseRow[]>`select * from credential_uses where credential_id = ${credential} and person_id = ${personId} ${inSpan(read, span)} order by used_at desc, id desc limit ${limit}`).map(toUse)
