// DuckDB for one job: in memory, with a limit on memory and threads, spilling to a folder of its own that is removed afterwards.
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { duckdbEngine, type Engine } from './engine.ts'

/** `signal`: what is under way when it aborts ends with an error at once, and nothing more is begun */
export type DuckdbLimits = { memoryGb?: number; threads?: number; signal?: AbortSignal }

/** A statement handed over but not begun would not hear one call. */
const interruptEveryMs = 20

/** @param limits 3 GB and all cores unless told otherwise */
export const openDuckdb = async ({ memoryGb = 3, threads = availableParallelism(), signal }: DuckdbLimits = {}): Promise<Engine> => {
  const spill = await mkdtemp(join(tmpdir(), 'tongban-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}`, memory_limit: `${memoryGb}GB`, temp_directory: spill, preserve_insertion_order: 'false', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
  const connection = await instance.connect()
  let interrupting: NodeJS.Timeout | undefined
  const interrupt = (): void => {
    connection.interrupt()
    interrupting = setInterval(() => connection.interrupt(), interruptEveryMs)
  }
  signal?.addEventListener('abort', interrupt, { once: true })
  const engine = duckdbEngine(connection, async () => {
    signal?.removeEventListener('abort', interrupt)
    clearInterval(interrupting)
    connection.closeSync()
    instance.closeSync()
    await rm(spill, { recursive: true, force: true })
  })
  return { ...engine, run: async (sql) => {
    signal?.throwIfAborted()
    await engine.run(sql)
  } }
}
