// `benefits load`: takes in a list of people or companies, one JSON record a line, by the names of facts.
// Whoever is on it is screened by the next run; nothing is asked of any registry.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { systemClock } from '../kernel/clock.ts'
import { loadSubjects, type SnapshotRecord } from '../modules/benefits/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

async function* recordsOf(file: string): AsyncGenerator<SnapshotRecord> {
  let at = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    at += 1
    if (line.trim() === '') continue
    let record: unknown
    try {
      record = JSON.parse(line)
    } catch {
      record = undefined
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new StartRefusal('configuration', `${file} 第 ${at} 行不是一条 JSON 记录 / line ${at} of ${file} is no JSON record`)
    yield { ...record }
  }
}

/** @returns exit code: 1 when a record was refused */
export const loadBenefitSubjects = (file: string, { audience, json }: { audience: 'person' | 'company'; json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const loaded = await loadSubjects({ db, config, clock: systemClock, packs: openPacks(config.packs, systemClock) }, audience, `file:${basename(file)}`, recordsOf(file)).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new StartRefusal('configuration', `没有文件 ${file} / no file ${file}`) : error
    })
    if (json) process.stdout.write(`${JSON.stringify(loaded)}\n`)
    else process.stdout.write(`${[`已收下 / taken ${loaded.taken} · 重复 again ${loaded.again} · 没收下 refused ${loaded.refused.length}`, ...loaded.refused.slice(0, 50).map(({ at, why }) => `  ✗ ${at}  ${why}`)].join('\n')}\n`)
    return loaded.refused.length > 0 ? 1 : 0
  })
