// Who is using the page, as the frames and pages see it: useSession().
// SessionProvider.tsx fills it from the server; the gallery and tests fill it by hand.
import type { Acting } from './acting.ts'
import { createContext, useContext } from 'react'

export type StaffRole = 'clerk' | 'window' | 'helper' | 'approver' | 'head' | 'supervisor' | 'designer' | 'operator' | 'steward' | 'agent' | 'dispatcher'

export interface SessionPerson {
  id: string
  /** Shown in the header. */
  name: string
  /** Roles held; staff only. */
  roles?: readonly StaffRole[]
  /** The unit a member of staff works for, e.g. '公安 · 南山分局 · 户籍'. */
  unit?: string
}

export interface Session {
  /** In whose name this tab works; left out for oneself. */
  acting?: Acting
  status: 'loading' | 'anonymous' | 'signed-in'
  person?: SessionPerson
  /** The place this site serves, e.g. '深圳市'; shown beside the brand. */
  place?: string
  /** Starts the login and comes back to `returnTo` (a path; the current page when left out). */
  login: (returnTo?: string) => void
  logout: () => void
}

/** Logged in as a resident, not as a member of staff: only residents have applications, messages and data of their own. */
export function isResident({ status, person }: Session): boolean {
  return status === 'signed-in' && person !== undefined && person.roles === undefined
}

/** Whether applications can be worked on: one's own, or those of the person one acts for. */
export function mayApply(session: Session): boolean {
  return isResident(session) || (session.status === 'signed-in' && session.acting !== undefined)
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionContext around it (see start.tsx)')
  return session
}
