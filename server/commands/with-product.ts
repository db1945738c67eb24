// A product to talk to over HTTP: the one at the given address, or one started for this command on a free port, with a
// database of its own, and stopped after it.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { startTongban } from '../start/start.ts'
import { quietly } from '../start/progress.ts'
import { StartRefusal } from '../start-refusal.ts'

/** What is tried out here must not reach a database or keys somebody works with. */
const withoutStores = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(DATABASE|KEYSTORE|TONGBAN_MODE)/.test(name)))

/** What follows is appended to it: no slash at its end. @throws StartRefusal configuration for what is no http address */
const readAddress = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new StartRefusal('configuration', `--url ${text} 不是网址，写成 http://127.0.0.1:8080 / is no address, write http://127.0.0.1:8080`)
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** @param address as given with --url @throws StartRefusal configuration when that is no address, or nobody answers there */
export const withProduct = async <T>(address: string | undefined, work: (url: string) => Promise<T>): Promise<T> => {
  if (address !== undefined) {
    const url = readAddress(address)
    const alive = await fetch(`${url}/healthz`).then((response) => response.ok, () => false)
    if (!alive) throw new StartRefusal('configuration', `${url} 没有回应 / does not answer`)
    return work(url)
  }
  const folder = await mkdtemp(join(tmpdir(), 'tongban-demo-'))
  // Started by root, the database runs as another user, who must be able to pass; otherwise its data would be made elsewhere and stay there.
  await chmod(folder, 0o711)
  try {
    const running = await startTongban(readConfig({ ...withoutStores(process.env), DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'error' }), quietly)
    try {
      return await work(running.url)
    } finally {
      await running.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
