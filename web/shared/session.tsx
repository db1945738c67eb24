// Who is using the page, as the shells and pages see it. main.tsx provides it; the API client fills it.
// Until it is filled the visitor is anonymous and login leads to the server's login address.
import { createContext, useContext } from 'react';

export interface SessionPerson {
  id: string;
  /** Shown in the header. */
  name: string;
  /** Names of the roles held, in the person's language; staff only. */
  roles?: string[];
  /** The unit a member of staff works for, e.g. '公安 · 南山分局 · 户籍'. */
  unit?: string;
}

export interface Session {
  status: 'loading' | 'anonymous' | 'signed-in';
  person?: SessionPerson;
  /** The place this site serves, e.g. '深圳市'; shown beside the brand. */
  place?: string;
  /** Starts the login and comes back to `returnTo` (a path; the current page when left out). */
  login: (returnTo?: string) => void;
  logout: () => void;
}

export const SessionContext = createContext<Session>({
  status: 'anonymous',
  login: () => {},
  logout: () => {},
});

export function useSession(): Session {
  return useContext(SessionContext);
}
