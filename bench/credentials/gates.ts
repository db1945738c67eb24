// Gates where e-licences are shown and checked: the real server as a process of its own with its database and the registers of the sandbox.
// Residents of the demo have their identity cards issued from the registers, show a code, and somebody without a login checks it over HTTP.
import { startServer } from '../../tools/product-process.ts'
import { call } from '../../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../../server/modules/people/demo-login.ts'
import { p95 } from '../cases/load.ts'
import { median, type Figure } from '../harness.ts'

/** One holder at each gate; a code is worth nothing once its holder shows another. */
const holders = ['chen-xiaoman', 'chen-boan', 'lin-zhiyuan', 'zhao-shuyi']
const checksPerGate = 50
const shown = ['name', 'over18']

export type Gates = { round: () => Promise<Figure[]>; close: () => Promise<void> }

type Gate = { session: LoggedIn; credential: string }

const openGate = async (url: string, holder: string): Promise<Gate> => {
  const session = await loginOverHttp(url, holder)
  const { id } = await call<{ id: string }>(session, 'POST', '/credentials/claims', { type: 'identity-card', consent: true })
  return { session, credential: id }
}

/** Milliseconds until the last byte of the verdict has come. */
const check = async (url: string, code: string): Promise<number> => {
  const begin = performance.now()
  const response = await fetch(`${url}/api/v1/verifications`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
  const reply = await response.text()
  const took = performance.now() - begin
  const { verdict, claims = [] } = JSON.parse(reply) as { verdict?: string; claims?: { id: string }[] } // the API's documented reply
  if (verdict !== 'valid' || !shown.every((id) => claims.some((claim) => claim.id === id))) throw new Error(`not a valid identity card: ${response.status} ${reply.slice(0, 300)}`)
  return took
}

/** @param folder everything is kept in, the database too */
export const openGates = async (folder: string): Promise<Gates> => {
  const server = await startServer({ TONGBAN_MODE: 'demo', SANDBOX: 'on', DATA_DIR: folder })
  try {
    const gates: Gate[] = []
    for (const holder of holders) gates.push(await openGate(server.url, holder))
    const checksAt = async ({ session, credential }: Gate): Promise<number[]> => {
      const took: number[] = []
      while (took.length < checksPerGate) {
        const { code } = await call<{ code: string }>(session, 'POST', '/presentations', { credential, claims: shown, purpose: '进馆' })
        took.push(await check(server.url, code))
      }
      return took
    }
    return {
      round: async () => {
        const took = (await Promise.all(gates.map(checksAt))).flat()
        return [{ metric: 'shown code checked, p50', unit: 'ms', value: median(took) }, { metric: 'shown code checked, p95', unit: 'ms', value: p95(took) }]
      },
      close: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
