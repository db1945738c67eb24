// The OpenAPI document of the server, without starting a database: routes are declared, nothing is asked of them.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildServer } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { systemClock } from '../server/kernel/clock.ts'
import { openDatabase } from '../server/kernel/db.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { openKeystore } from '../server/kernel/keystore.ts'
import { noConnectors } from '../server/modules/connectors/index.ts'
import { noPacks } from '../server/testing/packs.ts'

export const describeApi = async (): Promise<unknown> => {
  const config = readConfig({ LOG_LEVEL: 'silent', SANDBOX: 'off' })
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', connections: 2 })
  const server = await buildServer({
    config, db, clock: systemClock, log: pino({ level: 'silent' }), packs: noPacks, keys: openKeystore({ ...config.keystore, clock: systemClock }),
    files: await openFileStore(join(tmpdir(), 'tongban-describe')), exchange: { ask: () => Promise.resolve({ kind: 'unavailable', why: 'not connected' }), pausedUntil: () => undefined, noteBatch: () => Promise.resolve() }, connectors: noConnectors,
  })
  await server.ready()
  const document = server.swagger()
  await server.close()
  await db.close()
  return document
}
