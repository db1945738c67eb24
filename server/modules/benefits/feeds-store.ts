// Storing which granted resources feed the runs of an authority, and how the last pull of each went.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { BenefitAudience } from '../catalogue/index.ts'

/** `facts`: concepts; `purpose`: as the grant has it; `problem`: why the last pull brought nothing. */
export type Feed = { resource: string; line: string; region: string; audience: BenefitAudience; facts: string[]; purpose: string; setBy: string; setAt: string; pulledAt: string | null; records: number | null; problem: string | null }
type Row = { resource: string; line: string; region: string; audience: BenefitAudience; facts: string[]; purpose: string; set_by: string; set_at: Date; pulled_at: Date | null; records: number | null; problem: string | null }

const toFeed = (row: Row): Feed => ({
  resource: row.resource, line: row.line, region: row.region, audience: row.audience, facts: row.facts, purpose: row.purpose, setBy: row.set_by, setAt: row.set_at.toISOString(), pulledAt: row.pulled_at?.toISOString() ?? null, records: row.records, problem: row.problem,
})

export const upsertFeed = async (tx: Tx, one: Feed): Promise<void> => {
  await tx`
    insert into benefit_feeds (resource, line, region, audience, facts, purpose, set_by, set_at) values (${one.resource}, ${one.line}, ${one.region}, ${one.audience}, ${one.facts}, ${one.purpose}, ${one.setBy}, ${one.setAt})
    on conflict (resource, line, region) do update set audience = excluded.audience, facts = excluded.facts, purpose = excluded.purpose, set_by = excluded.set_by, set_at = excluded.set_at, problem = null`
}

/** False: there was none. */
export const deleteFeed = async (tx: Tx, { resource, line, region }: Pick<Feed, 'resource' | 'line' | 'region'>): Promise<boolean> =>
  (await tx`delete from benefit_feeds where resource = ${resource} and line = ${line} and region = ${region}`).count > 0

export const updateFeedPulled = async (tx: Tx, { resource, line, region, pulledAt, records, problem }: Feed): Promise<void> => {
  await tx`update benefit_feeds set pulled_at = ${pulledAt}, records = ${records}, problem = ${problem} where resource = ${resource} and line = ${line} and region = ${region}`
}

/** All of the installation, always in the same order: there are few. */
export const listFeeds = async (read: Read): Promise<Feed[]> => (await read<Row[]>`select * from benefit_feeds order by resource, line, region limit 500`).map(toFeed)

export const listFeedsIn = async (read: Read, jurisdiction: JurisdictionFilter): Promise<Feed[]> =>
  (await read<Row[]>`select * from benefit_feeds where ${inJurisdiction(read, jurisdiction)} order by resource, line, region limit 500`).map(toFeed)
