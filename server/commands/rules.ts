// `rules replay`: makes past decisions again, by the tables they were made by (the bytes must be the same) and by the present ones.
// `rules export`, `rules import`: a decision table as DMN XML, and DMN XML as a pack file.
import { readFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { DmnRefused } from '../kernel/dmn/model.ts'
import { readDmn } from '../kernel/dmn/read-xml.ts'
import { writeDmn } from '../kernel/dmn/write-xml.ts'
import { systemClock } from '../kernel/clock.ts'
import { readConfig } from '../config.ts'
import { listDecidedServices } from '../modules/cases/index.ts'
import { replayService, toFields, toModel, type Replay } from '../modules/rules/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'
import { withDatabase } from './with-database.ts'

/** Decisions replayed of each table at most. */
const mostReplayed = 100_000

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The instant a day begins in China. */
const beginOf = (day: string, option: string): string => {
  if (!isDay(day)) throw new StartRefusal('configuration', `${option} ${day} 不是日期，写成 2026-11-21 / is no day, write 2026-11-21`)
  return new Date(`${day}T00:00:00+08:00`).toISOString()
}

const describe = ({ service, replayed, faults, comparison }: Replay): string =>
  [
    `${faults.length === 0 ? '✓' : '✗'} ${service}  ${replayed} 次决定，${replayed - faults.length} 次逐字节相同 / decisions, the same to the byte`,
    ...faults.slice(0, 20).map(({ number, fault }) => `    ✗ ${number}  ${fault === 'noTable' ? '当时的定义里没有决策表 / no table in the definitions of that day' : '重算结果不一样 / comes out otherwise'}`),
    `    现行的表 / present table: ${comparison.same + comparison.unlike} 次结论相同 / decided alike${comparison.unlike > 0 ? `（其中 ${comparison.unlike} 次由别的行得出 / by other rows）` : ''}`,
    ...comparison.pairs.map(({ before, after, count, fields, examples }) => `    ${before} → ${after}  ${count}  ${fields.map(({ id }) => id).join(', ')}  ${examples.map(({ number }) => number).join(' ')}`),
  ].join('\n')

export const replayRules = ({ from, to, table, json }: { from: string; to: string; table?: string; json: boolean }): Promise<number> => {
  const [first, last] = [beginOf(from, '--from'), beginOf(to, '--to')]
  // up to and including the last day
  const until = new Date(Date.parse(last) + 86_400_000).toISOString()
  return withDatabase(async ({ db, config }) => {
    const packs = openPacks(config.packs, systemClock)
    const services = table === undefined ? await listDecidedServices(db.read) : [table]
    const replays: Replay[] = []
    for (const service of services) replays.push(await replayService({ packs }, db.read, { service, from: first, until }, mostReplayed, (region) => packs.catalogueFor(region)))
    process.stdout.write(json ? `${JSON.stringify(replays)}\n` : `${replays.length === 0 ? '这段时间没有按表作出的决定 / no decisions by table in this time' : replays.map(describe).join('\n')}\n`)
    return replays.some(({ faults }) => faults.length > 0) ? 1 : 0
  })
}

export const exportRules = async (service: string, { region }: { region?: string }): Promise<number> => {
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const table = packs.catalogueFor(coveredRegion(packs, region, config)).services[service]?.table
  if (!table) throw new StartRefusal('configuration', `${service} 没有决策表 / has no decision table`)
  process.stdout.write(await writeDmn(toModel(service, table)))
  return 0
}

export const importRules = async (file: string, { decision }: { decision?: string }): Promise<number> => {
  try {
    process.stdout.write(stringify(toFields(await readDmn(await readFile(file, 'utf8'), decision)), { lineWidth: 0 }))
    return 0
  } catch (error) {
    if (error instanceof DmnRefused) throw new StartRefusal('configuration', `${file} ${error.message}`)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new StartRefusal('configuration', `没有文件 ${file} / there is no file ${file}`)
    throw error
  }
}
