// The conversation of a tab, apart from any page: asks one question at a time, takes in what comes, tries again.
// Pages come and go; whoever listens sees the answer to a question that was asked on another page.
import { aboutOf, type Answer, type Turn } from './conversation.ts'

/** How a question is sent; rejects when it fails or is called off. */
export type Sending = (turn: Turn, onComing: (coming: NonNullable<Turn['coming']>) => void, signal: AbortSignal) => Promise<Answer>

export interface Talk {
  subscribe: (listener: () => void) => () => void
  /** the same array until something changes */
  turns: () => readonly Turn[]
  /** Does nothing while a question is on its way. @param opened what the page is about, where nothing was spoken of yet */
  ask: (send: Sending, question: string, about: Turn['about'] | undefined, opened?: Turn['about']) => void
  /** Asks a question again that failed; does nothing while another is on its way. */
  retry: (send: Sending, id: number) => void
  /** Calls off what is on its way and forgets everything. */
  restart: () => void
}

export const isOpen = ({ answer, failed }: Turn): boolean => !answer && !failed
export const isBusy = (turns: readonly Turn[]): boolean => turns.some(isOpen)

/** @param begun turns of before; none of them is on its way @param keep called with every change */
export const startTalk = (begun: readonly Turn[], keep: (turns: readonly Turn[]) => void): Talk => {
  let turns = begun
  let onItsWay: AbortController | undefined
  const listeners = new Set<() => void>()
  const put = (next: readonly Turn[]) => {
    turns = next
    keep(next)
    for (const listener of listeners) listener()
  }
  const change = (id: number, part: Partial<Turn>) => put(turns.map((turn) => (turn.id === id ? { ...turn, ...part } : turn)))
  const run = async (send: Sending, turn: Turn) => {
    const own = new AbortController()
    onItsWay = own
    // What was called off says nothing any more.
    const told = (part: Partial<Turn>) => {
      if (!own.signal.aborted) change(turn.id, part)
    }
    try {
      told({ answer: await send(turn, (coming) => told({ coming }), own.signal), coming: undefined })
    } catch {
      told({ failed: true, coming: undefined })
    }
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    turns: () => turns,
    ask: (send, question, named, opened) => {
      if (isBusy(turns)) return
      const about = named ?? aboutOf(turns, opened)
      const turn: Turn = { id: (turns.at(-1)?.id ?? 0) + 1, question, ...(about ? { about } : {}), coming: undefined, answer: undefined, failed: false }
      put([...turns, turn])
      void run(send, turn)
    },
    retry: (send, id) => {
      const turn = turns.find((each) => each.id === id)
      if (!turn?.failed || isBusy(turns)) return
      change(id, { failed: false })
      void run(send, { ...turn, failed: false })
    },
    restart: () => {
      onItsWay?.abort()
      put([])
    },
  }
}
