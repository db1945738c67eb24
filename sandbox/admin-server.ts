// The switchboard of the sandbox, on loopback only: which registry misbehaves how, and forgetting what was written.
// No key: whoever can reach loopback runs the sandbox.
import { faultModes, readFault, type Faults } from './faults.ts'
import { listen, readJson, type Listening } from './http.ts'
import { Refused } from './protocol.ts'
import { isRegistryName } from './registries.ts'

export type AdminOptions = {
  port: number
  faults: Faults
  changed: (registry: string) => void
  reset: () => void
  /** writes into a registry what has happened in the invented world, such as a death */
  happen: (registry: string, body: unknown) => void
}

const readChange = (body: unknown) => {
  try {
    const change = typeof body === 'object' && body !== null ? body : {}
    return readFault('mode' in change ? change.mode : undefined, 'slowMs' in change ? change.slowMs : undefined)
  } catch (error) {
    throw new Refused('invalid', error instanceof Error ? error.message : `mode must be one of ${faultModes.join(', ')}`)
  }
}

export const startAdmin = (options: AdminOptions): Promise<Listening> =>
  listen(
    async (request) => {
      const path = request.url?.split('?')[0] ?? ''
      const route = `${request.method} ${path}`
      if (route === 'GET /faults') return { status: 200, body: options.faults }
      if (route === 'GET /healthz') return { status: 200, body: { ok: true } }
      if (route === 'POST /reset') {
        options.reset()
        return { status: 200, body: { reset: true } }
      }
      const happening = path.replace(/^\/records\//, '')
      if (request.method === 'POST' && isRegistryName(happening)) {
        options.happen(happening, await readJson(request))
        return { status: 201, body: { written: happening } }
      }
      const registry = path.replace(/^\/faults\//, '')
      if (request.method !== 'PUT' || !isRegistryName(registry)) {
        throw new Refused('not_found', 'GET /faults, PUT /faults/<registry>, POST /records/<registry>, POST /reset, GET /healthz')
      }
      options.faults[registry] = readChange(await readJson(request))
      options.changed(registry)
      return { status: 200, body: options.faults[registry] }
    },
    options.port,
    '127.0.0.1',
  )
