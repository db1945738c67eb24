// A loader that asks the server only for people who have the place; for others StaffGate speaks instead of the page.
// Spares residents and colleagues of other roles a row of refused requests.
import type { LoaderFunctionArgs } from 'react-router'
import { queryClient } from '../shared/query-client.ts'
import { personIn, sessionQuery } from '../shared/SessionProvider.tsx'
import { mayVisit } from './places.ts'

/** The loader of a staff page; null for those the gate does not let in. */
export function forStaff<Data>(load: (args: LoaderFunctionArgs) => Promise<Data>): (args: LoaderFunctionArgs) => Promise<Data | null> {
  return async (args) => {
    const roles = personIn(await queryClient.ensureQueryData(sessionQuery))?.roles ?? []
    return roles.length > 0 && mayVisit(new URL(args.request.url).pathname, roles) ? load(args) : null
  }
}
