// Saves answers while they are typed: a moment after the last change, one request at a time, newest value last.
// No React, no network and no clock of its own, so every bad day of the network can be played through in a test.
import type { Answers } from '../../../../server/modules/planning/index.ts'
import type { UnsavedAnswers } from '../../../shared/form/unsaved.ts'

/** Why saving did not work: no network; the server fails for the moment; the session has ended; the server refuses. */
export type SavingTrouble = 'offline' | 'busy' | 'signedOut' | 'refused'

export type SavingState = { kind: 'saved' | 'waiting' | 'saving' } | { kind: SavingTrouble; message?: string | undefined }

export interface SaverParts {
  unsaved: UnsavedAnswers
  /** Sends answers; resolves with the concepts that could not be taken. */
  send: (answers: Answers) => Promise<ReadonlySet<string>>
  troubleOf: (error: unknown) => { kind: SavingTrouble; message?: string | undefined }
  /** Runs `work` later; the reply cancels it. */
  later: (work: () => void, milliseconds: number) => () => void
}

export interface Saver {
  change(values: Answers): void
  /** Sends what waits; resolves with whether everything reached the server. */
  flush(): Promise<boolean>
  /** Values typed and not taken by the server so far. */
  unsaved(): Answers
  state(): SavingState
  onChange(listener: () => void): () => void
}

const pauseMs = 800
const retryMs = 10_000

export function createSaver({ unsaved, send, troubleOf, later }: SaverParts): Saver {
  // Changed since they were last sent. What a page before this one left behind counts as changed.
  let pending: Answers = unsaved.read()
  let state: SavingState = { kind: 'saved' }
  let running: Promise<boolean> | undefined
  let cancel = () => {}
  const listeners = new Set<() => void>()
  const become = (next: SavingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const isEmpty = () => Object.keys(pending).length === 0

  const sendPending = async (): Promise<boolean> => {
    while (!isEmpty()) {
      const sending = pending
      pending = {}
      become({ kind: 'saving' })
      try {
        const refused = await send(sending)
        unsaved.drop(Object.fromEntries(Object.entries(sending).filter(([concept]) => !refused.has(concept))))
      } catch (error) {
        pending = { ...sending, ...pending }
        const trouble = troubleOf(error)
        become(trouble)
        // What passes by itself is tried again; the rest needs the person.
        if (trouble.kind === 'offline' || trouble.kind === 'busy') cancel = later(() => void flush(), retryMs)
        return false
      }
    }
    become({ kind: 'saved' })
    return true
  }

  const flush = (): Promise<boolean> => {
    cancel()
    running ??= sendPending().finally(() => {
      running = undefined
    })
    return running
  }

  if (!isEmpty()) cancel = later(() => void flush(), 0)
  return {
    change: (values) => {
      unsaved.put(values)
      pending = { ...pending, ...values }
      if (!running) become({ kind: 'waiting' })
      cancel()
      cancel = later(() => void flush(), pauseMs)
    },
    flush,
    unsaved: unsaved.read,
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
