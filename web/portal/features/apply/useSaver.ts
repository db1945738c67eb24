// The saver of one application, shared by all its pages: what one page typed is still being saved while the next is shown.
// Connects saver.ts to the network, the tab's storage and React.
import { useEffect, useSyncExternalStore } from 'react'
import { api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { messageOf, statusOf } from '../../../shared/failure.ts'
import { tabStorage, unsavedAnswers } from '../../../shared/form/unsaved.ts'
import { keepDraft } from './queries.ts'
import { createSaver, type Saver, type SavingState, type SavingTrouble } from './saver.ts'

const savers = new Map<string, Saver>()

function troubleOf(error: unknown): { kind: SavingTrouble; message?: string | undefined } {
  const status = statusOf(error)
  if (status === undefined) return { kind: 'offline' }
  if (status === 401) return { kind: 'signedOut' }
  return { kind: status >= 500 || status === 429 ? 'busy' : 'refused', message: messageOf(error) }
}

export function saverOf(application: string): Saver {
  const found = savers.get(application)
  if (found) return found
  const made = createSaver({
    unsaved: unsavedAnswers(tabStorage(), application),
    send: async (answers) => {
      const { problems } = keepDraft(await change(() => api('saveAnswers', { params: { id: application }, body: { answers: { ...answers } } })))
      // A concept nobody knows any more cannot be typed right; it is let go.
      return new Set(problems.filter(({ code }) => code !== 'unknown').map(({ concept }) => concept))
    },
    troubleOf,
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  savers.set(application, made)
  return made
}

/** The saver and how saving stands; saves at once when the network comes back. */
export function useSaver(application: string): { saver: Saver; state: SavingState } {
  const saver = saverOf(application)
  const state = useSyncExternalStore(saver.onChange, saver.state, saver.state)
  useEffect(() => {
    const save = () => void saver.flush()
    window.addEventListener('online', save)
    return () => window.removeEventListener('online', save)
  }, [saver])
  return { saver, state }
}

/** After an application was handed in or thrown away nothing of it is kept in the browser. */
export function forgetSaver(application: string): void {
  unsavedAnswers(tabStorage(), application).clear()
  savers.delete(application)
}
