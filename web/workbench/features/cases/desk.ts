// What the parts of the case page share: the case, what is being written on it, and doing an action with all that follows.
// A case that changed meanwhile (conflict, or seen by the regular refresh) is shown anew; what was written stays.
import { createContext, useContext, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import type { QueueItem } from '../queue/queries.ts'
import { refreshLists } from '../queue/queries.ts'
import type { Queue } from '../queue/useQueue.ts'
import { changesSince, type OfficialAction } from './case-view.ts'
import { caseQuery, keepCase, type CaseReply, type HistoryItem } from './queries.ts'
import { useDraft, type DraftOfCase } from './useDraft.ts'

/** What an action sends besides the revision. */
export type ActionBody =
  | { action: 'accept' | 'claim' | 'putBack' }
  | { action: 'handOver'; to: string; note: string }
  | { action: 'grant'; opinion: string; values: Record<string, string> }
  | { action: 'requestSupplement'; items: { what: string; concept?: string; evidence?: string }[] }
  | { action: 'refuse' | 'decline'; reasons: string }

export interface Desk extends DraftOfCase {
  one: CaseReply
  act: (body: ActionBody) => void
  busy: OfficialAction | undefined
  error: unknown
  /** What somebody else did since the official looked; empty when nothing did. */
  changes: readonly HistoryItem[]
  /** The server refused because of a change that leaves no entry in the history. */
  conflict: boolean
  acknowledge: () => void
  /** The last action done here, and the case offered after it. */
  done: { action: OfficialAction; next: QueueItem | undefined } | undefined
  queue: Queue
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskContext around it (see CasePage.tsx)')
  return desk
}

function send(id: string, revision: number, body: ActionBody): Promise<CaseReply> {
  const params = { id }
  switch (body.action) {
    case 'accept':
      return api('acceptCase', { params, body: { revision } })
    case 'claim':
      return api('claimCase', { params, body: { revision } })
    case 'putBack':
      return api('putBackCase', { params, body: { revision } })
    case 'handOver':
      return api('handOverCase', { params, body: { revision, to: body.to, note: body.note } })
    case 'grant':
      return api('grantCase', { params, body: { revision, opinion: body.opinion, ...(Object.keys(body.values).length > 0 ? { values: body.values } : {}) } })
    case 'requestSupplement':
      return api('requestSupplement', { params, body: { revision, items: body.items } })
    case 'refuse':
      return api('refuseCase', { params, body: { revision, reasons: body.reasons } })
    case 'decline':
      return api('declineCase', { params, body: { revision, reasons: body.reasons } })
  }
}

const isConflict = (error: unknown): boolean => ['conflict', 'not_allowed_now'].includes(codeOf(error) ?? '')

/** The desk of one case; used under a key per case. */
export function useNewDesk(one: CaseReply, queue: Queue): Desk {
  const { person } = useSession()
  const draft = useDraft(person?.id ?? '', one.id)
  const [seen, setSeen] = useState({ revision: one.revision, entries: one.history.length })
  const [done, setDone] = useState<Desk['done']>()
  const look = (reply: CaseReply) => setSeen({ revision: reply.revision, entries: reply.history.length })
  const changing = useChange<CaseReply, ActionBody>(
    async (body) => {
      // The case to go on with is the one that came next when the official decided.
      const { next } = queue
      const reply = await send(one.id, seen.revision, body)
      keepCase(reply)
      look(reply)
      setDone({ action: body.action, next: next?.id === one.id ? undefined : next })
      draft.clear()
      void refreshLists()
      return reply
    },
  )
  const act = (body: ActionBody) => {
    setDone(undefined)
    changing.mutate(body, {
      onError: (error) => {
        if (isConflict(error)) void queryClient.invalidateQueries({ queryKey: caseQuery(one.id).queryKey }).then(refreshLists)
      },
    })
  }
  return {
    ...draft,
    one,
    act,
    busy: changing.isPending ? changing.variables.action : undefined,
    error: changing.error,
    changes: changesSince(one.history, seen.entries),
    conflict: isConflict(changing.error),
    acknowledge: () => {
      look(one)
      changing.reset()
    },
    done,
    queue,
  }
}
