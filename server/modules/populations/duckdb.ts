// DuckDB for one job: in memory, with a limit on memory and threads, spilling to a folder of its own that is removed afterwards.
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { duckdbEngine, type Engine } from './engine.ts'

export type DuckdbLimits = { memoryGb?: number; threads?: number }

/** @param limits 3 GB and all cores unless told otherwise */
export const openDuckdb = async ({ memoryGb = 3, threads = availableParallelism() }: DuckdbLimits = {}): Promise<Engine> => {
  const spill = await mkdtemp(join(tmpdir(), 'tongban-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}`, memory_limit: `${memoryGb}GB`, temp_directory: spill, preserve_insertion_order: 'false', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
  const connection = await instance.connect()
  return duckdbEngine(connection, async () => {
    connection.closeSync()
    instance.closeSync()
    await rm(spill, { recursive: true, force: true })
  })
}
