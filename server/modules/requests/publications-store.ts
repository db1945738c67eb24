// Storing what everybody may read: solved requests without personal data, taken down one by one where that is needed.
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Grade, RequestKind } from './request.ts'
import type { Unit } from './request-record.ts'

export type Publication = { id: string; region: string; category: string | null; kind: RequestKind; title: string; text: string; answer: string; unit: Unit | null; grade: Grade | null; receivedAt: string; publishedAt: string }

type Row = {
  request_id: string; region: string; category: string | null; kind: RequestKind; title: string; text: string; answer: string; line: string | null; unit_region: string | null; grade: Grade | null
  received_at: Date; published_at: Date
}

const toPublication = (row: Row): Publication => ({
  id: row.request_id, region: row.region, category: row.category, kind: row.kind, title: row.title, text: row.text, answer: row.answer,
  unit: row.line !== null && row.unit_region !== null ? { line: row.line, region: row.unit_region } : null, grade: row.grade, receivedAt: row.received_at.toISOString(), publishedAt: row.published_at.toISOString(),
})

export const insertPublication = async (tx: Tx, one: Publication): Promise<void> => {
  await tx`
    insert into request_publications (request_id, region, category, kind, title, text, answer, line, unit_region, grade, received_at, published_at)
    values (${one.id}, ${one.region}, ${one.category}, ${one.kind}, ${one.title}, ${one.text}, ${one.answer}, ${one.unit?.line ?? null}, ${one.unit?.region ?? null}, ${one.grade}, ${one.receivedAt}, ${one.publishedAt})
    on conflict (request_id) do nothing`
}

/** False when it is not on the public page. */
export const updatePublicationHidden = async (tx: Tx, id: string, at: Date): Promise<boolean> => (await tx`update request_publications set hidden_at = ${at} where request_id = ${id} and hidden_at is null`).count > 0

export const findPublication = async (read: Read, id: string): Promise<Publication | undefined> => {
  const [row] = await read<Row[]>`select * from request_publications where request_id = ${id} and hidden_at is null`
  return row && toPublication(row)
}

export type PublicFilter = { region: string; words?: string; category?: string; before?: string; limit: number }

/** Of the newest so many, those that hold the words are looked for: the page is for reading, not for research. */
const mostLookedAt = 20_000

/** Newest first. `region`: prefix; `category`: a class or anything below it; `before`: id of the last one of the page before. */
export const listPublications = async (read: Read, { region, words, category, before, limit }: PublicFilter): Promise<Publication[]> =>
  (await read<Row[]>`
    select * from (
      select * from request_publications
      where hidden_at is null and ${inJurisdiction(read, [{ regionPrefix: region, line: null }], 'region', null)}
        ${before ? read`and (published_at, request_id) < (select published_at, request_id from request_publications where request_id = ${before})` : read``}
      order by published_at desc, request_id desc limit ${words || category ? mostLookedAt : limit}) newest
    where true ${words ? read`and (title ilike ${`%${words.replaceAll(/[%_\\]/g, '')}%`} or answer ilike ${`%${words.replaceAll(/[%_\\]/g, '')}%`})` : read``}
      ${category ? read`and (category = ${category} or category like ${`${category}/%`})` : read``}
    limit ${limit}`).map(toPublication)
