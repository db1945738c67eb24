// The desk of one request: which form is open, doing a step with all that follows. What is typed lives in the forms and stays
// when somebody else was faster: the newest version is shown, and the same press sends it again.
import { createContext, useContext, useState } from 'react'
import type { RequestAction } from '../../../../server/modules/requests/request.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { keepRequest, requestQuery, type DeskRequest } from './queries.ts'

/** Steps an official may take here. */
export const stepNames = [
  'sign', 'draft', 'release', 'sendBack', 'dispatch', 'answer', 'keep', 'dispute', 'rule', 'return', 'contribute', 'askTime', 'grantTime', 'refuseTime', 'invite', 'assign',
  'correct', 'split', 'join', 'part', 'handOver', 'decline', 'fulfil', 'leave', 'redo', 'reopen', 'unmask', 'note',
] as const satisfies readonly RequestAction[]
export type StepName = (typeof stepNames)[number]
/** Those done by one press; all others ask something first. */
export const pressed = ['sign', 'release', 'part'] as const satisfies readonly StepName[]
export type FormName = Exclude<StepName, (typeof pressed)[number]>

export const isStep = (action: RequestAction): action is StepName => stepNames.some((each) => each === action)
export const isForm = (name: StepName): name is FormName => !pressed.some((each) => each === name)

type Send = (at: { id: string; revision: number }) => Promise<DeskRequest>

export interface Desk {
  one: DeskRequest
  form: FormName | undefined
  openForm: (form: FormName | undefined) => void
  /** Sends a step with the revision that is on the screen. */
  act: (name: StepName, send: Send) => void
  busy: boolean
  error: unknown
  conflict: boolean
  done: StepName | undefined
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskContext around it (see RequestPage.tsx)')
  return desk
}

const outdated = (error: unknown): boolean => ['conflict', 'not_allowed_now'].includes(codeOf(error) ?? '')

export function useNewDesk(one: DeskRequest): Desk {
  const [form, setForm] = useState<FormName>()
  const [done, setDone] = useState<StepName>()
  const changing = useChange<DeskRequest, { name: StepName; send: Send }>(
    ({ send }) => send({ id: one.id, revision: one.revision }),
    (reply, { name }) => {
      keepRequest(reply)
      setForm(undefined)
      setDone(name)
    },
  )
  return {
    one, form, done, busy: changing.isPending, error: changing.error, conflict: outdated(changing.error),
    openForm: (next) => {
      setDone(undefined)
      changing.reset()
      setForm(next)
    },
    act: (name, send) => {
      setDone(undefined)
      changing.mutate({ name, send }, { onError: (error) => {
        if (outdated(error)) void queryClient.invalidateQueries({ queryKey: requestQuery(one.id).queryKey })
      } })
    },
  }
}
