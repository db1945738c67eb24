// `open311 register`, `list`, `end`: systems that may send requests over Open311. A key is printed once and kept nowhere.
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { isRegionCode, regionCovers } from '../kernel/regions.ts'
import { endClient, listClients, registerClient } from '../modules/open311/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

type Options = { region?: string; hourly?: string; json: boolean }

export const registerOpen311 = (name: string, { region, hourly = '1000', json }: Options): Promise<number> => {
  const config = readConfig(process.env)
  const where = region ?? config.region
  const limit = Number(hourly)
  if (!isRegionCode(where) || !regionCovers(config.region, where)) throw new StartRefusal('configuration', `${where} 不在服务的区划里 / is not within the region served`)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000_000) throw new StartRefusal('configuration', '--hourly 应为 1 到 1000000 的整数 / must be a whole number from 1 to 1000000')
  return withDatabase(async ({ db }) => {
    const key = await registerClient(db, { name, region: where, hourly: limit }, systemClock)
    if (key === undefined) throw new StartRefusal('configuration', `已经有名为 ${name} 的系统 / There is a system called ${name}`)
    process.stdout.write(json ? `${JSON.stringify({ name, region: where, hourly: limit, key })}\n` : `${name}：密钥只显示这一次 / its key, shown only now\n${key}\n`)
    return 0
  })
}

export const listOpen311 = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const clients = await listClients(db.read)
    process.stdout.write(json ? `${JSON.stringify(clients)}\n` : clients.map(({ name, region, hourly, since, until }) => `${name}  ${region}  ${hourly}/h  ${since.slice(0, 10)}${until === null ? '' : ` – ${until.slice(0, 10)}`}\n`).join(''))
    return 0
  })

export const endOpen311 = (name: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const ended = await endClient(db, name, systemClock)
    if (json) process.stdout.write(`${JSON.stringify({ name, ended })}\n`)
    else process.stdout.write(ended ? `${name} 的密钥已停用 / its key opens nothing any more\n` : `没有在用的 ${name} / no such system in use\n`)
    return ended ? 0 : 1
  })
