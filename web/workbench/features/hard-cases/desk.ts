// The desk of one hard case: which form is open, doing a step with all that follows. What is typed lives in the forms and stays
// when somebody else was faster: the newest version is shown, and the same press sends it again.
import { createContext, useContext, useState } from 'react'
import { useChange } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { hardCaseQuery, keepHardCase, type HardCase } from './queries.ts'

export const formNames = ['accept', 'guide', 'redirect', 'ask', 'meet', 'conclude'] as const
export type FormName = (typeof formNames)[number]
export type DoneName = FormName | 'claim' | 'propose'

export interface Desk {
  one: HardCase
  form: FormName | undefined
  openForm: (form: FormName | undefined) => void
  /** Sends a step with the revision that is on the screen. */
  act: (name: DoneName, send: (at: { id: string; revision: number }) => Promise<HardCase>) => void
  busy: boolean
  error: unknown
  conflict: boolean
  done: DoneName | undefined
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskContext around it (see HardCasePage.tsx)')
  return desk
}

type Step = { name: DoneName; send: (at: { id: string; revision: number }) => Promise<HardCase> }

export function useNewDesk(one: HardCase): Desk {
  const [form, setForm] = useState<FormName>()
  const [done, setDone] = useState<DoneName>()
  const changing = useChange<HardCase, Step>(
    ({ send }) => send({ id: one.id, revision: one.revision }),
    (reply, { name }) => {
      keepHardCase(reply)
      setForm(undefined)
      setDone(name)
    },
  )
  const conflict = ['conflict', 'not_allowed_now'].includes(codeOf(changing.error) ?? '')
  return {
    one,
    form,
    openForm: (next) => {
      setDone(undefined)
      changing.reset()
      setForm(next)
    },
    act: (name, send) => {
      setDone(undefined)
      changing.mutate({ name, send }, { onError: (error) => {
        if (['conflict', 'not_allowed_now'].includes(codeOf(error) ?? '')) void queryClient.invalidateQueries({ queryKey: hardCaseQuery(one.id).queryKey })
      } })
    },
    busy: changing.isPending,
    error: changing.error,
    conflict,
    done,
  }
}
