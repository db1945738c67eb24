// Other modules that go on where the handling of a case takes a turn: told in the same transaction, by action, each once.
// Whoever follows decides by itself, without asking the database, whether the cases concern it.
import type { Case, CaseAction } from './case.ts'
import type { Scene } from './recording.ts'

/** Granted cases are told before their results are stored. */
export type Follower = (scene: Scene, cases: readonly Case[]) => Promise<void>

const followers = new Map<CaseAction, Map<string, Follower>>()

/** @param name of whoever follows; the same name again replaces it */
export const followAction = (action: CaseAction, name: string, follower: Follower): void => {
  const known = followers.get(action) ?? new Map<string, Follower>()
  followers.set(action, known.set(name, follower))
}

export const tellFollowers = async (scene: Scene, action: CaseAction, cases: readonly Case[]): Promise<void> => {
  if (cases.length === 0) return
  for (const follower of followers.get(action)?.values() ?? []) await follower(scene, cases)
}
