// Finds out before anything is started whether the port can be had; 0 chooses a free one. It is held until the server listens:
// while everything is being prepared, another program might be given it.
import { createServer } from 'node:net'
import { StartRefusal } from '../start-refusal.ts'

export type HeldPort = {
  port: number
  /** Makes room for the server; may be called twice. */
  release(): Promise<void>
}

/** Whoever asks for the port meanwhile is turned away. @throws StartRefusal when it cannot be had */
export const holdPort = (host: string, port: number): Promise<HeldPort> =>
  new Promise((resolve, reject) => {
    const holder = createServer((early) => early.destroy())
    holder.once('error', (error: NodeJS.ErrnoException) => reject(refusalForPort(error, host, port)))
    holder.listen(port, host, () => {
      const address = holder.address()
      const closed = new Promise<void>((done) => holder.once('close', () => done()))
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        release: () => {
          holder.close()
          return closed
        },
      })
    })
  })

/** A port that is free at this moment. */
export const choosePort = async (host: string, wanted: number): Promise<number> => {
  const { port, release } = await holdPort(host, wanted)
  await release()
  return port
}

/** Why a port cannot be listened on, as a sentence. */
export const refusalForPort = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  if (error.code === 'EADDRINUSE') {
    return new StartRefusal('port_taken', `端口 ${port} 已被占用，可能通办已在运行；请换一个端口，例如 PORT=${port + 1} npm start。 / Port ${port} is taken, perhaps by a running Tongban. Choose another: PORT=${port + 1} npm start.`)
  }
  if (error.code === 'EACCES') {
    return new StartRefusal('port_taken', `没有权限使用端口 ${port}，请换 1024 以上的端口。 / Port ${port} needs more rights. Choose one above 1024.`)
  }
  return new StartRefusal('configuration', `不能在 ${host} 上监听：${error.message} / Cannot listen on ${host}: ${error.message}`)
}
