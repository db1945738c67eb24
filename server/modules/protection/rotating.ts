// A new key for a class of sealed rows: it seals what is written from now on, older rows are sealed anew in short steps beside the running
// product, and the former key is retired once no row is under it. Broken off anywhere, the next run goes on; repeated, it changes nothing.
import type { Config } from '../../config.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/db.ts'
import { fieldClasses, presentKeyOf, type FieldClass, type SealedTable } from '../../kernel/field-encryption.ts'
import { makeFieldKey } from '../../kernel/field-keys.ts'
import { listFieldKeys, lockFieldKeys, updateFieldKeyRetired } from '../../kernel/field-keys-store.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { sealSomeRows } from '../../kernel/sealed-rows.ts'
import { countRowsByKey } from '../../kernel/sealed-rows-store.ts'
import { sealedTables } from '../../sealed-tables.ts'

export const resealTask = 'protection.reseal'

export type Keeping = { db: Database; clock: Clock; config: Pick<Config, 'keystore' | 'fieldCipher'> }

/** Rows of `history` are never changed: they keep the key they were written with, and it is never retired. */
export const tablesOf = (of: FieldClass): SealedTable[] => (of === 'history' ? [] : Object.values(sealedTables).filter((table) => table.class === of))

/** Makes the key and plans the sealing anew; returns the key. */
export const startRotation = ({ db, clock, config }: Keeping, of: FieldClass): Promise<string> =>
  db.transaction(async (tx) => {
    await lockFieldKeys(tx)
    const key = await makeFieldKey(tx, of, { secret: config.keystore.secret, cipher: config.fieldCipher, clock })
    await insertAudit(tx, [{ at: clock.now().toISOString(), actorKind: 'system', actorId: 'command', action: 'keys.rotate', subjectType: 'fieldKey', subjectId: key, region: null, requestId: null, detail: { class: of, cipher: config.fieldCipher } }])
    await planJobs(tx, [{ task: resealTask, payload: { class: of, table: 0 }, key: `${resealTask} ${of}` }])
    return key
  })

/** Where a run stands: which of the class's tables, and behind which row. */
export type Place = { class: FieldClass; table: number; after?: readonly string[] }

/** This process has not heard of the newest key yet. */
export class KeyNotHeardOf extends Error {}

/** One step of a run; where the next begins, or undefined when all is done and former keys are retired. */
export const reseal = async (keeping: Pick<Keeping, 'db' | 'clock'>, { class: of, table: nth, after }: Place, limit = 500): Promise<{ next: Place | undefined; table: string; sealed: number }> => {
  const newest = (await listFieldKeys(keeping.db.read)).find((key) => key.class === of)?.id
  if (newest !== presentKeyOf(of)) throw new KeyNotHeardOf(`the newest key of ${of} is not known here yet`)
  const table = tablesOf(of)[nth]
  if (!table) {
    await retireFormer(keeping, of)
    return { next: undefined, table: '', sealed: 0 }
  }
  const step = await sealSomeRows(keeping.db, table, { after, limit })
  return { next: step.next ? { class: of, table: nth, after: step.next } : { class: of, table: nth + 1 }, table: table.table, sealed: step.sealed }
}

/** A key under which a process that had not heard of the new one sealed a row meanwhile stays; the nightly run comes back to it. */
const retireFormer = async ({ db, clock }: Pick<Keeping, 'db' | 'clock'>, of: FieldClass): Promise<void> => {
  const used = new Set((await countRows(db, of)).map(({ key }) => key))
  const former = (await listFieldKeys(db.read)).filter((key) => key.class === of && key.id !== presentKeyOf(of) && key.retiredAt === null && !used.has(key.id))
  if (of !== 'history') await db.transaction(async (tx) => void (await Promise.all(former.map((key) => updateFieldKeyRetired(tx, key.id, clock.now())))))
}

/** `key` null: rows with nothing sealed in them. */
export type RowsUnderKey = { table: string; key: string | null; rows: number }

export const countRows = async (db: Database, of: FieldClass): Promise<RowsUnderKey[]> => {
  const tables = Object.values(sealedTables).filter((table) => table.class === of)
  return (await Promise.all(tables.map(async (table) => (await countRowsByKey(db.read, table)).map((row) => ({ table: table.table, ...row }))))).flat()
}

/** Classes in which rows may still be under a former key. */
export const listUnfinished = async (db: Database): Promise<FieldClass[]> => {
  const keys = await listFieldKeys(db.read)
  return fieldClasses.filter((of) => of !== 'history' && keys.filter((key) => key.class === of && key.retiredAt === null).length > 1)
}

/** For the job: one step, and the next is planned; from time to time, what was broken off is begun again. */
export const followRotation = async (keeping: Pick<Keeping, 'db' | 'clock'>, given: Partial<Place>): Promise<void> => {
  const places: Place[] = given.class === undefined ? (await listUnfinished(keeping.db)).map((of) => ({ class: of, table: 0 })) : [{ ...given, class: given.class, table: given.table ?? 0 }]
  for (const place of places) {
    const { next } = await reseal(keeping, place, 2000)
    if (next) await keeping.db.transaction((tx) => planJobs(tx, [{ task: resealTask, payload: next, key: `${resealTask} ${place.class}` }]))
  }
}
