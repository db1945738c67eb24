// Descriptions of services as they came, in the database.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { DescribedService } from './described-service.ts'
import type { Resource } from './description.ts'

export const upsertDescribedServices = async (tx: Tx, services: readonly DescribedService[], source: string, digest: string, at: Date): Promise<void> => {
  await tx`
    insert into described_services (code, iri, resources, source, source_digest, described_at)
    select code, iri, resources, ${source}, ${digest}, ${at}::timestamptz from jsonb_to_recordset(${json(services)}::jsonb) as record (code text, iri text, resources jsonb)
    on conflict (code) do update set resources = excluded.resources, source = excluded.source, source_digest = excluded.source_digest, described_at = excluded.described_at`
}

/** What was said about services that came as descriptions; codes that did not are absent. */
export const listDescribedByCode = async (read: Read, codes: readonly string[]): Promise<Map<string, Resource[]>> => {
  const rows = await read<{ code: string; resources: Resource[] }[]>`select code, resources from described_services where code = any(${[...codes]})`
  return new Map(rows.map(({ code, resources }) => [code, resources]))
}
