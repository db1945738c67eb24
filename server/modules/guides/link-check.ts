// Which addresses do not answer. Asked only when somebody wants to know; a few at a time, each with a limit.
// A page that wants a login or does not like the question still answers, so only missing and broken ones count as dead.
// Addresses inside somebody's network are never asked, and nothing is said about them.
import { NotPublic } from '../../kernel/public-address.ts'

type Ask = (url: string, signal: AbortSignal) => Promise<{ status: number }>

const patience = 8000
const atOnce = 8
const answersAnyway = new Set([401, 403, 405, 406, 429, 501])

const reasonFor = async (ask: Ask, url: string): Promise<string | undefined> => {
  try {
    const { status } = await ask(url, AbortSignal.timeout(patience))
    return status >= 400 && !answersAnyway.has(status) ? `回应 ${status}` : undefined
  } catch (error) {
    if (error instanceof NotPublic) return undefined
    return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError') ? `${patience / 1000} 秒没有回应` : '连不上'
  }
}

/** Address → why it is dead; addresses that answer are absent. @param progress is told how many are done */
export const findDeadLinks = async (urls: readonly string[], ask: Ask, progress: (done: number, all: number) => void = () => {}): Promise<Map<string, string>> => {
  const dead = new Map<string, string>()
  const waiting = [...new Set(urls)]
  const all = waiting.length
  let done = 0
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const reason = await reasonFor(ask, url)
      if (reason !== undefined) dead.set(url, reason)
      progress((done += 1), all)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all) }, work))
  return dead
}
