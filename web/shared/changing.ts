// Sends a change to the server. A session renewed in another tab gets its new token and the change is tried once more;
// a session that has ended asks the person to log in (SignedOutDialog), and the change is refused as it came.
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { codeOf, statusOf } from './failure.ts'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './SessionProvider.tsx'

let mustLogIn = false
const listeners = new Set<() => void>()

/** Opens or closes the dialog that asks to log in again. */
export function askToLogIn(ask: boolean): void {
  mustLogIn = ask
  for (const listener of listeners) listener()
}

export function useMustLogIn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => mustLogIn,
    () => false,
  )
}

export async function change<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call().catch(async (error: unknown) => {
      if (codeOf(error) !== 'csrf') throw error
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
      return await call()
    })
  } catch (error) {
    if (statusOf(error) === 401) askToLogIn(true)
    throw error
  }
}

/** A change as a mutation; whether the session has ended is already dealt with. */
export function useChange<R, V = void>(call: (variables: V) => Promise<R>, onSuccess?: (reply: R, variables: V) => void): UseMutationResult<R, unknown, V> {
  return useMutation<R, unknown, V>({ mutationFn: (variables) => change(() => call(variables)), ...(onSuccess ? { onSuccess } : {}) })
}
