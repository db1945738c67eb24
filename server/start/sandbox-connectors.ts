// In demo mode three registries are reached the way a city reaches real ones, through connector files: a REST service, a database, a folder
// of files. Their addresses change with every start, so they are handed over as an environment, which commands find beside the data.
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import type { ConnectorsOptions } from '../modules/connectors/index.ts'

const folder = fileURLToPath(new URL('../../sandbox/connectors', import.meta.url))
const program = fileURLToPath(new URL('../../sandbox/skills/main.ts', import.meta.url))

type Environment = Record<string, string>
type Settings = Omit<ConnectorsOptions, 'db' | 'clock' | 'log'>

const noteIn = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'sandbox', 'connectors.json')

/** Known to everybody: it opens invented data only, on this machine. */
const reader = { username: 'tongban_sandbox_reader', password: 'tongban-demo-reader', pathname: 'tongban_sandbox_skills' }

/** The address the department's database can be read at; a process of its own makes it meanwhile, and nobody waits for that. */
const makeDatabase = (ownerUrl: string, dataDir: string, stops: (() => Promise<void>)[]): string => {
  const url = Object.assign(new URL(ownerUrl), reader).href
  const child = spawn(process.execPath, [program], { stdio: 'ignore', env: { ...process.env, SKILLS_OWNER_URL: ownerUrl, SKILLS_READER_URL: url, SANDBOX_FOLDER: join(dataDir, 'sandbox') } })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  stops.push(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return url
}

/** Of an installation of its own, without the sandbox. */
const ownSettings = ({ connectors }: Pick<Config, 'connectors'>): Settings => ({ folder: connectors.folder, networks: connectors.networks, environment: process.env })

/** @param sandbox what the sandbox says of itself; undefined where there is none @param ownerUrl of the embedded database; undefined with a database of one's own, beside which none is made */
export const connectorSettings = async (config: Config, sandbox: Environment | undefined, ownerUrl: string | undefined, stops: (() => Promise<void>)[]): Promise<Settings> => {
  if (!sandbox || config.connectors.folder !== undefined) return ownSettings(config)
  const database = ownerUrl === undefined ? undefined : makeDatabase(ownerUrl, config.dataDir, stops)
  const environment = { ...sandbox, ...(database === undefined ? {} : { SANDBOX_SKILLS_DATABASE: database }) }
  await writeFile(noteIn(config), JSON.stringify(environment), { mode: 0o600 })
  return demoSettings(config, environment)
}

const demoSettings = ({ connectors }: Pick<Config, 'connectors'>, environment: Environment): Settings => ({
  folder, networks: connectors.networks, environment: { ...process.env, ...environment }, without: environment['SANDBOX_SKILLS_DATABASE'] === undefined ? ['skills'] : [],
})

/** For commands beside a running product. */
export const findConnectorSettings = async (config: Config): Promise<Settings> => {
  if (!config.sandbox || config.connectors.folder !== undefined) return ownSettings(config)
  const noted = await readFile(noteIn(config), 'utf8').catch(() => undefined)
  return noted === undefined ? ownSettings(config) : demoSettings(config, JSON.parse(noted) as Environment) // written above
}
