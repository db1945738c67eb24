// Asks the server who is logged in and tells every page (SessionContext).
// Login leaves the site for the identity provider and comes back; logout forgets every answer kept in the browser.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isWorkbenchPath, paths } from './paths.ts'
import { SessionContext, type Session, type StaffRole } from './session.tsx'

/** The part of GET /api/v1/session the frames need. */
interface SessionReply {
  status: 'anonymous' | 'person' | 'staff'
  csrf: string | null
  person?: { id: string; name: string }
  staff?: { id: string; name: string; unit: string; roles: StaffRole[] }
}

async function fetchSession(): Promise<SessionReply> {
  const response = await fetch('/api/v1/session', { credentials: 'same-origin' })
  if (!response.ok) throw Object.assign(new Error('session'), { status: response.status })
  return (await response.json()) as SessionReply
}

export const sessionQuery = { queryKey: ['session'], queryFn: fetchSession, staleTime: 60_000 }

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const { data, isPending } = useQuery(sessionQuery)

  const login = (returnTo = location.pathname + location.search) => {
    const audience = isWorkbenchPath(returnTo) ? 'staff' : 'person'
    location.assign(`/api/v1/login?${new URLSearchParams({ returnTo, audience })}`)
  }
  const logout = () => {
    const leave = () => {
      queries.clear()
      location.assign(isWorkbenchPath(location.pathname) ? paths.workbench() : paths.home())
    }
    fetch('/api/v1/logout', { method: 'POST', credentials: 'same-origin', headers: { 'x-csrf-token': data?.csrf ?? '' } }).then(leave, leave)
  }
  const person = data?.person ?? data?.staff
  const session: Session = { status: isPending ? 'loading' : person ? 'signed-in' : 'anonymous', ...(person ? { person } : {}), login, logout }
  return <SessionContext value={session}>{children}</SessionContext>
}
