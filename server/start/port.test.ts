// A server that takes long to prepare keeps the port it was promised.
import { connect, createServer } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { choosePort, holdPort } from './port.ts'

const host = '127.0.0.1'

describe('the port of a starting server', () => {
  it('is nobody else’s until the server takes it', async () => {
    const { port, release } = await holdPort(host, 0)
    await expect(holdPort(host, port)).rejects.toMatchObject({ code: 'port_taken' })
    await release()
    await release()
    expect(await choosePort(host, port)).toBe(port)
  })

  it('turns away whoever comes too early, so that the server can take it at once', async () => {
    const { port, release } = await holdPort(host, 0)
    const early = connect(port, host).on('error', () => {})
    await once(early, 'close')
    await release()
    const server = createServer().listen(port, host)
    await once(server, 'listening')
    server.close()
  })
})
