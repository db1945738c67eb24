// Complete automatic matters per second: submit over HTTP → 14 cases accepted, decided, result recorded, messages and audit written
// and sealed; 8 clients at the same time. Beside it a 14-step durable workflow of DBOS on a PostgreSQL of the same build and settings,
// fsync on for both. Tongban's keeps to one of two cores, as the product runs it; the peer's uses both, which is faster for the peer.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { installPeers, type Benchmark } from './harness.ts'
import { dbosSubject } from './matters/dbos.ts'
import { tongbanSubject } from './matters/tongban.ts'

/** A database of its own for each, of the same build and settings; the one that has nothing to do costs the other nothing. */
const openDatabase = async ({ anyCore }: { anyCore: boolean }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
  await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {}, anyCore })
  const close = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: postgres.url, folder, close }
}

export const matters: Benchmark = {
  name: 'matters',
  about: 'complete automatic matters of 14 services per second, beside a 14-step durable workflow in DBOS',
  rounds: 5,
  subjects: async () => {
    installPeers()
    const [own, theirs] = [await openDatabase({ anyCore: false }), await openDatabase({ anyCore: true })]
    const [tongban, dbos] = [await tongbanSubject(own.url, own.folder), await dbosSubject(theirs.url)]
    return [
      { ...tongban, close: () => tongban.close().finally(own.close) },
      { ...dbos, close: () => dbos.close().finally(theirs.close) },
    ]
  },
}
