// The process populations are counted in: what it takes of memory and time is its own, and when it dies the server lives.
// It works off one task, tells how far it is, and ends; when the server is gone it ends as well.
import { PopulationRefused } from '../populations/index.ts'
import { countChanges, type CountingMessage, type CountingTask } from './counting.ts'

const tell = (message: CountingMessage): Promise<void> => new Promise((resolve) => { if (process.send) process.send(message, undefined, {}, () => resolve()); else resolve() })

const wordOf = (error: unknown): CountingMessage =>
  error instanceof PopulationRefused ? { kind: 'refused', says: error.says } : { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }

process.once('disconnect', () => process.exit())
process.once('message', (task: CountingTask) => {
  void countChanges(task, (done) => void tell({ kind: 'progress', done }))
    .then((counted): CountingMessage => ({ kind: 'counted', counted }), wordOf)
    .then(tell)
    .then(() => process.disconnect())
})
