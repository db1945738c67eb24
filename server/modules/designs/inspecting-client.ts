// Asks the thread that looks at packs. It is started by the first question and never keeps the process from ending.
// When it dies, whoever waits is told and the next question starts another.
import { Worker } from 'node:worker_threads'
import type { Answers, Look, Question } from './inspecting.ts'

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

const start = (): Worker => {
  const started = new Worker(new URL('./inspecting-worker.ts', import.meta.url))
  started.unref()
  started.on('message', ({ id, answer, problem }: { id: number; answer?: unknown; problem?: string }) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
    if (problem === undefined) one?.resolve(answer)
    else one?.reject(new Error(problem))
  })
  const died = (error: Error): void => {
    if (worker !== started) return
    worker = undefined
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  started.on('error', died)
  started.on('exit', (code) => died(new Error(`the thread that looks at packs ended with ${code}`)))
  return started
}

/** undefined when there is no such pack, or its pack.yaml is broken @throws what went wrong in the thread */
export const inspect = async <Ask extends keyof Answers>(look: Look, question: Question<Ask>): Promise<Answers[Ask] | undefined> => {
  const running = (worker ??= start())
  running.ref()
  const id = (asked += 1)
  const answer = await new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    running.postMessage({ id, look, question })
  })
  return answer as Answers[Ask] | undefined // the thread answers each question in its shape (inspecting.ts)
}
