// For the tests of this module: the sandbox's services as processes of their own, folders with connector files, and questions.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { RegistryQuestion } from '../exchange/index.ts'

export type RunningProcess = { url: string; stop: () => Promise<void> }

const program = fileURLToPath(new URL('../../../sandbox/graduates/main.ts', import.meta.url))

/** The graduates' service of the sandbox, over the network as a department's would be. */
export const startGraduatesProcess = async (environment: Readonly<Record<string, string>> = {}): Promise<RunningProcess & { misbehave: (mode: string) => Promise<void> }> => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, SANDBOX_KEY: 'key-for-tests', GRADUATES_SLOW_MS: '3000', ...environment } })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve) => child.stdout && createInterface({ input: child.stdout }).once('line', resolve))
  const { url } = JSON.parse(line) as { url: string } // printed by the service
  return {
    url,
    misbehave: async (mode) => {
      await fetch(`${url}/fault`, { method: 'PUT', body: JSON.stringify({ mode }) })
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** A folder with these files, gone after the test. */
export const folderWith = async (files: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-connectors-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** A connector file for files in a folder that is not there. */
export const dropConnector = (registry: string, fields: string, more = ''): string => `registry: ${registry}\nkind: csv\nfolder: drop\nfiles: '*.csv'\nready: rename\nkeys: {idNumber: 号码}\nfields: ${fields}\n${more}`

export const question = (subject: Record<string, string>, ...fields: string[]): RegistryQuestion => ({ subject, fields, purpose: '人才引进', legalBasis: '《示例条例》', caseNumber: 'draft:1', consent: '2026-11-22T00:00:00.000Z' })

export const asking = () => ({ signal: AbortSignal.timeout(20_000), callId: '00000000-0000-7000-8000-000000000000' })
