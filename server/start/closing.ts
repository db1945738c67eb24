// Stops a listening server: what is being answered may finish, but nobody who is slow or silent can hold up the end.
import type { FastifyInstance } from 'fastify'

/** Long enough for an upload under way, short enough for whoever pressed Ctrl-C and for a process manager's patience. */
const patienceMs = 5000

export const closeServer = async (server: FastifyInstance, patience = patienceMs): Promise<void> => {
  // A browser keeps its connection open after the last answer.
  const idle = setInterval(() => server.server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.server.closeAllConnections(), patience)
  try {
    await server.close()
  } finally {
    clearInterval(idle)
    clearTimeout(late)
  }
}
