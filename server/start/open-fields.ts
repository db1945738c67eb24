// Takes the keys of sealed rows into use, and brings rows of earlier versions into the sealed form before anything reads them: once each,
// in short steps, as the owner of the tables, because some rows are never changed otherwise.
import type { Config } from '../config.ts'
import type { Clock } from '../kernel/clock.ts'
import { openDatabase, type Database } from '../kernel/db.ts'
import { openFieldKeys } from '../kernel/field-keys.ts'
import { KeystoreFault } from '../kernel/keystore.ts'
import { sealAllRows } from '../kernel/sealed-rows.ts'
import { hasConversion, insertConversion } from '../kernel/sealed-rows-store.ts'
import { sealedTables } from '../sealed-tables.ts'
import { StartRefusal } from '../start-refusal.ts'
import { digestConversions } from './digests.ts'

/** @returns how many rows were converted @throws StartRefusal keystore_secret */
export const openFields = async (db: Database, ownerUrl: string, { keystore, fieldCipher }: Pick<Config, 'keystore' | 'fieldCipher'>, clock: Clock, stops: (() => Promise<void>)[]): Promise<number> => {
  stops.push(await openFieldKeys(db, { secret: keystore.secret, cipher: fieldCipher, clock }).catch((error: unknown) => {
    if (!(error instanceof KeystoreFault)) throw error
    throw new StartRefusal('keystore_secret', `KEYSTORE_SECRET 不是这个数据库原来用的那一个，里面加密的内容打不开；请改回原来的密钥，数据未改动。 / KEYSTORE_SECRET is not the one this database was encrypted with. Set the former one; nothing was changed. (${error.message})`)
  }))
  const conversions = [
    ...Object.values(sealedTables).map((table) => ({ name: `seal ${table.table}`, run: (owner: Database) => sealAllRows(owner, table, { frozen: true }) })),
    ...digestConversions,
  ]
  const due = []
  for (const each of conversions) if (!(await hasConversion(db.read, each.name))) due.push(each)
  if (due.length === 0) return 0
  const owner = openDatabase({ url: ownerUrl, connections: 1 })
  try {
    let converted = 0
    for (const { name, run } of due) {
      converted += await run(owner)
      await owner.transaction((tx) => insertConversion(tx, name, clock.now()))
    }
    return converted
  } finally {
    await owner.close()
  }
}
