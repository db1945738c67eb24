// Asks the server who is logged in and tells every page (SessionContext), and gives the API client its token.
// Login leaves the site for the identity provider and comes back; logout forgets every answer kept in the browser.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, setCsrf, type Reply } from '../api/client.ts'
import { currentActing } from './acting.ts'
import { useTextIn } from './i18n/content.ts'
import { forgetDevice } from './on-device.ts'
import { isWorkbenchPath, paths } from './paths.ts'
import { SessionContext, type Session, type SessionPerson, type StaffRole } from './session.tsx'

async function fetchSession(): Promise<Reply<'getSession'>> {
  const reply = await api('getSession')
  setCsrf(reply.csrf)
  return reply
}

export const sessionQuery = { queryKey: ['session'], queryFn: fetchSession, staleTime: 60_000 }

/** The places served change with a new version of the site only. */
export const regionsQuery = { queryKey: ['regions'], queryFn: () => api('listRegions'), staleTime: Infinity }

const roles: readonly StaffRole[] = ['clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator', 'steward', 'agent', 'dispatcher']

/** Who the server says is logged in; undefined for nobody. */
export function personIn({ person, staff }: Reply<'getSession'>): SessionPerson | undefined {
  return staff ? { ...staff, roles: roles.filter((role) => staff.roles.includes(role)) } : person
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const textIn = useTextIn()
  const { data, isPending } = useQuery(sessionQuery)
  const { data: served } = useQuery(regionsQuery)

  const login = (returnTo = location.pathname + location.search) => {
    const audience = isWorkbenchPath(returnTo) ? 'staff' : 'person'
    location.assign(`/api/v1/login?${new URLSearchParams({ returnTo, audience })}`)
  }
  const logout = () => {
    const leave = async () => {
      queries.clear()
      sessionStorage.clear()
      await forgetDevice()
      location.assign(isWorkbenchPath(location.pathname) ? paths.workbench() : paths.home())
    }
    void api('logout').then(leave, leave)
  }
  const person = data && personIn(data)
  const acting = currentActing()
  const place = served?.regions.find(({ code }) => code === served.region)?.name
  const session: Session = {
    status: isPending ? 'loading' : person ? 'signed-in' : 'anonymous',
    ...(person ? { person } : {}),
    ...(acting ? { acting } : {}),
    ...(place ? { place: textIn(place) } : {}),
    login,
    logout,
  }
  return <SessionContext value={session}>{children}</SessionContext>
}
