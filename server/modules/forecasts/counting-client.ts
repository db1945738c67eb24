// Starts the counting process for one task and waits for it. It never outlives the server.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Texts } from '../../kernel/texts.ts'
import type { CountingMessage, CountingTask, Counted } from './counting.ts'

/** `refused`: the population cannot be read. `died`: it ended without a word, as when memory runs out. */
export type Counting = { kind: 'counted'; counted: Counted } | { kind: 'refused'; says: Texts } | { kind: 'died'; message: string }

/** Never throws. @param onProgress from 0 to 1 */
export const countApart = (task: CountingTask, onProgress: (done: number) => void): Promise<Counting> =>
  new Promise((resolve) => {
    const started = fork(fileURLToPath(new URL('./counting-process.ts', import.meta.url)), [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    started.on('message', (message: CountingMessage) => {
      if (message.kind === 'progress') onProgress(message.done)
      else if (message.kind === 'failed') resolve({ kind: 'died', message: message.message })
      else resolve(message)
    })
    started.once('error', (error) => resolve({ kind: 'died', message: error.message }))
    started.once('exit', (code, signal) => resolve({ kind: 'died', message: `ended with ${signal ?? code}` }))
    started.send(task)
  })
