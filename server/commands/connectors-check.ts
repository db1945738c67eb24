// `connectors check`: tries every connector: its file, the registry it is about, the other side, and one harmless question.
// Works beside the running product. Exit code 1 when anything is wrong.
import { pino } from 'pino'
import { insertAudit } from '../kernel/audit-store.ts'
import { systemClock } from '../kernel/clock.ts'
import { openConnectors, tryConnector, type ConnectorState } from '../modules/connectors/index.ts'
import { findConnectorSettings } from '../start/sandbox-connectors.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const line = ({ registry, kind, place, problems, answer }: ConnectorState): string =>
  [`${problems.length === 0 ? '✓' : '✗'} ${registry}  ${[kind, place, answer].filter((each) => each !== null).join(' · ')}`, ...problems.map((problem) => `    ${problem}`)].join('\n')

export const checkConnectors = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const connectors = await openConnectors({ ...(await findConnectorSettings(config)), db, clock: systemClock, log: pino({ level: 'silent' }) }).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      throw new StartRefusal('configuration', `配置 CONNECTORS_DIR：${why} / CONNECTORS_DIR: ${why}`)
    })
    try {
      const catalogue = openPacks(config.packs, systemClock).catalogueFor(config.region)
      const states = await Promise.all(connectors.list().map((entry) => tryConnector({ clock: systemClock }, entry, catalogue)))
      const at = systemClock.now().toISOString()
      await db.transaction((tx) => insertAudit(tx, states.filter(({ answer }) => answer !== null).map(({ registry, answer }) => ({
        at, actorKind: 'system' as const, actorId: 'command', action: 'connectors.check', subjectType: 'connector', subjectId: registry, region: config.region, requestId: null, detail: { answer },
      }))))
      if (json) process.stdout.write(`${JSON.stringify({ connectors: states })}\n`)
      else process.stdout.write(states.length === 0 ? '没有连接器；CONNECTORS_DIR 指定文件夹。 / There are no connectors; CONNECTORS_DIR names their folder.\n' : `${states.map(line).join('\n')}\n`)
      return states.every(({ problems }) => problems.length === 0) ? 0 : 1
    } finally {
      await connectors.close()
    }
  })
