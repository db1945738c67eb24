// Other modules that go on where a request takes a turn: told in the same transaction, by action, each once.
// Whoever follows decides by itself, without asking the database where it can, whether the request concerns it.
import type { Scene } from '../cases/index.ts'
import type { RequestAction } from './request.ts'
import type { CitizenRequest } from './request-record.ts'

/** `before`: undefined when it has just come in. */
export type RequestFollower = (scene: Scene, one: CitizenRequest, before: CitizenRequest | undefined) => Promise<void>

const followers = new Map<RequestAction, Map<string, RequestFollower>>()

/** Said once, in the module's `mount`. @param name of whoever follows; the same name again replaces it */
export const onRequest = (actions: readonly RequestAction[], name: string, follower: RequestFollower): void => {
  for (const action of actions) followers.set(action, (followers.get(action) ?? new Map<string, RequestFollower>()).set(name, follower))
}

export const tellRequestFollowers = async (scene: Scene, action: RequestAction, one: CitizenRequest, before?: CitizenRequest): Promise<void> => {
  for (const follower of followers.get(action)?.values() ?? []) await follower(scene, one, before)
}
