// What the parts of the case page share: the case, what is being written on it, and doing an action with all that follows.
// A case that changed meanwhile (conflict, or seen by the regular refresh) is shown anew; what was written stays.
import { createContext, useContext, useState } from 'react'
import { useChange } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import type { QueueItem } from '../queue/queries.ts'
import { refreshLists } from '../queue/queries.ts'
import type { Queue } from '../queue/useQueue.ts'
import { changedFields, changesSince, type ChangedField, type OfficialAction } from './case-view.ts'
import { caseQuery, keepCase, type CaseReply, type HistoryItem } from './queries.ts'
import { send, type ActionBody } from './sending.ts'
import { useDraft, type DraftOfCase } from './useDraft.ts'

export interface Desk extends DraftOfCase {
  one: CaseReply
  act: (body: ActionBody) => void
  busy: OfficialAction | undefined
  error: unknown
  /** What somebody else did since the official looked; empty when nothing did. */
  changes: readonly HistoryItem[]
  /** Content that is no longer what the official looked at. */
  fields: readonly ChangedField[]
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

const isConflict = (error: unknown): boolean => ['conflict', 'not_allowed_now'].includes(codeOf(error) ?? '')

/** The desk of one case; used under a key per case. */
export function useNewDesk(one: CaseReply, queue: Queue): Desk {
  const { person } = useSession()
  const draft = useDraft(person?.id ?? '', one.id)
  const [seen, setSeen] = useState(one)
  const [done, setDone] = useState<Desk['done']>()
  const look = (reply: CaseReply) => setSeen(reply)
  const changing = useChange<CaseReply, ActionBody>(
    async (body) => {
      // The case to go on with is the one that came next when the official decided.
      const { next } = queue
      const reply = await send(one, seen.revision, body)
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
    changes: changesSince(one.history, seen.history.length),
    fields: changedFields(seen.content, one.content),
    conflict: isConflict(changing.error),
    acknowledge: () => {
      look(one)
      changing.reset()
    },
    done,
    queue,
  }
}
