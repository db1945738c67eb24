// The peer: a durable workflow of 14 steps in DBOS, each step returning at once; what is measured is its bookkeeping.
import { DBOS } from '@dbos-inc/dbos-sdk'
import type { Subject } from '../harness.ts'
import { clients, perRound, services } from './size.ts'
import { createDatabase, observe, workPer } from './database.ts'
import { inParallel } from './parallel.ts'

export const dbosSubject = async (server: string): Promise<Subject> => {
  const url = await createDatabase(server, 'bench_dbos')
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error', runAdminServer: false })
  const workflow = DBOS.registerWorkflow(
    async (matter: number) => {
      for (let step = 0; step < services; step += 1) await DBOS.runStep(async () => ({ matter, step, granted: true }), { name: `service ${step}` })
      return matter
    },
    { name: 'matter' },
  )
  await DBOS.launch()
  const observer = observe(url)
  return {
    subject: 'dbos',
    round: async () => {
      const before = await observer.take()
      const start = performance.now()
      await inParallel(clients, Array.from({ length: perRound }, (_, matter) => matter), async (matter) => {
        const handle = await DBOS.startWorkflow(workflow)(matter)
        await handle.getResult()
      })
      const seconds = (performance.now() - start) / 1000
      return [{ metric: 'matters per second', unit: '1/s', value: perRound / seconds }, ...workPer(before, await observer.take(), perRound)]
    },
    close: async () => {
      await observer.close()
      await DBOS.shutdown()
    },
  }
}
