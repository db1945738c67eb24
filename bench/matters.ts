// Complete automatic matters per second: submit over HTTP → 14 cases accepted, decided, result recorded, messages and audit written
// and sealed; 8 clients at the same time. Beside it a 14-step durable workflow of DBOS on the same PostgreSQL, fsync on for both.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { installPeers, type Benchmark } from './harness.ts'
import { dbosSubject } from './matters/dbos.ts'
import { tongbanSubject } from './matters/tongban.ts'

export const matters: Benchmark = {
  name: 'matters',
  about: 'complete automatic matters of 14 services per second, beside a 14-step durable workflow in DBOS',
  rounds: 5,
  subjects: async () => {
    installPeers()
    const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
    await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
    const [tongban, dbos] = [await tongbanSubject(postgres.url, folder), await dbosSubject(postgres.url)]
    const stop = async () => {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
    return [tongban, { ...dbos, close: () => dbos.close().then(stop) }]
  },
}
