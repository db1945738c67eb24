// The thread packs are looked at in, so that the server answers everybody else meanwhile. One question after another.
// What was read and parsed stays in its memory, as files a designer does not touch are looked at again and again.
import { parentPort } from 'node:worker_threads'
import { answerTo, type Look, type Question } from './inspecting.ts'

parentPort?.on('message', ({ id, look, question }: { id: number; look: Look; question: Question }) => {
  try {
    parentPort?.postMessage({ id, answer: answerTo(look, question) })
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
