// Popular words of places, made anew every night (searches-store.ts), and those designers have taken down.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'

export type PopularWords = { region: string; words: string; visitors: number }
export type HiddenWords = { region: string; words: string; reason: string; hiddenBy: string; hiddenAt: string }

/** Of a popular search `p`: not set aside there, nor taken down there or in a place above, as `regionAndAbove` counts places. */
const isShown = (read: Read, setAside: string) => read`
  not exists (select from unfound_searches u where u.region = p.region and u.words = p.words and u.state = ${setAside})
  and not exists (
    select from hidden_searches h where h.words = p.words and h.region in (p.region, left(p.region, 6), left(p.region, 4) || '00', left(p.region, 2) || '0000'))`

/** Words of these places, and of places whose code begins so, most popular first; not those designers have set aside or taken down. */
export const listPopular = async (read: Read, { regions, within, setAside }: { regions: readonly string[]; within: string; setAside: string }, limit: number): Promise<string[]> => {
  const rows = await read<{ words: string }[]>`
    select words from popular_searches p
    where (region = any(${[...regions]}) or ${inJurisdiction(read, [{ regionPrefix: within, line: null }], 'region', null)}) and ${isShown(read, setAside)}
    group by words order by sum(visitors) desc, words limit ${limit}`
  return rows.map(({ words }) => words)
}

/** What is shown as popular in these places, place by place, most popular first. */
export const listPopularOf = (read: Read, places: JurisdictionFilter, setAside: string, limit: number): Promise<PopularWords[]> =>
  read<PopularWords[]>`
    select region, words, visitors from popular_searches p where ${inJurisdiction(read, places, 'region', null)} and ${isShown(read, setAside)}
    order by visitors desc, region, words limit ${limit}`

/** What was taken down in these places, latest first. */
export const listHiddenOf = async (read: Read, places: JurisdictionFilter, limit: number): Promise<HiddenWords[]> => {
  const rows = await read<(Omit<HiddenWords, 'hiddenAt'> & { hiddenAt: Date })[]>`
    select region, words, reason, hidden_by as "hiddenBy", hidden_at as "hiddenAt" from hidden_searches where ${inJurisdiction(read, places, 'region', null)}
    order by hidden_at desc, region, words limit ${limit}`
  return rows.map((row) => ({ ...row, hiddenAt: row.hiddenAt.toISOString() }))
}

/** False: it was taken down there already, and stays as it was. */
export const insertHidden = async (tx: Tx, { region, words, reason, hiddenBy, hiddenAt }: HiddenWords): Promise<boolean> =>
  (await tx`insert into hidden_searches (region, words, reason, hidden_by, hidden_at) values (${region}, ${words}, ${reason}, ${hiddenBy}, ${hiddenAt}) on conflict do nothing`).count > 0

/** False: it was not taken down there. */
export const deleteHidden = async (tx: Tx, { region, words }: Pick<HiddenWords, 'region' | 'words'>): Promise<boolean> =>
  (await tx`delete from hidden_searches where region = ${region} and words = ${words}`).count > 0
