// What this database is used for: written at the first start, asked at every other.
import type { Read, Tx } from '../kernel/db.ts'

type Mode = 'demo' | 'production'

/** Claims the database for a mode unless it is claimed already; returns the mode it is claimed for. */
export const insertInstallation = async (tx: Tx, mode: Mode, at: Date): Promise<Mode> => {
  await tx`insert into installation (mode, claimed_at) values (${mode}, ${at}) on conflict do nothing`
  const [row] = await tx<{ mode: Mode }[]>`select mode from installation`
  return row?.mode ?? mode
}

/** What it is used for; undefined for a database nobody has used yet, migrated or not. */
export const findInstallation = async (read: Read): Promise<Mode | undefined> => {
  const [there] = await read<{ made: boolean }[]>`select to_regclass('public.installation') is not null as made`
  return there?.made ? (await read<{ mode: Mode }[]>`select mode from installation`)[0]?.mode : undefined
}
