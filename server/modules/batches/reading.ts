// Starts the thread that reads a spreadsheet, with bounds on its memory and time: a hostile file ends the thread, not the server.
// One at a time: files wait for one another, so that ten large ones do not take ten times the memory.
import { Worker } from 'node:worker_threads'
import type { ReadOrder, ReadOutcome } from './read-table.ts'

const bounds = { megabytes: 768, milliseconds: 60_000 }

let before: Promise<unknown> = Promise.resolve()

/** What stands in the spreadsheet; `tooMuch` when it took more memory or time than one may. */
export const readSpreadsheet = (order: ReadOrder): Promise<ReadOutcome | { fault: 'tooMuch' }> => {
  const reading = before.then(() => inThread(order))
  before = reading.catch(() => undefined)
  return reading
}

const inThread = (order: ReadOrder): Promise<ReadOutcome | { fault: 'tooMuch' }> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-table.ts', import.meta.url), { workerData: order, resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes } })
    const timer = setTimeout(() => void worker.terminate(), bounds.milliseconds)
    worker.once('message', (outcome: ReadOutcome) => resolve(outcome))
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ fault: 'tooMuch' }) : reject(error)))
    worker.once('exit', () => {
      clearTimeout(timer)
      // After a message this changes nothing.
      resolve({ fault: 'tooMuch' })
    })
  })
