// Finds out before anything is started whether the port can be had; 0 chooses a free one.
import { createServer } from 'node:net'
import { StartRefusal } from '../start-refusal.ts'

export const choosePort = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refusalForPort(error, host, port)))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })

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
