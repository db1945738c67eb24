// Requests that say nearly the same as a text: for whoever is about to report it (and may say the same instead), and for the request centre.
import { Type, type Static } from 'typebox'
import type { App } from '../../module.ts'
import { similarTo } from '../triage/index.ts'
import { withoutPeople } from './masking.ts'
import { isRunning, requestStates } from './request.ts'
import type { CitizenRequest } from './request-record.ts'
import { listRequestsWithIds } from './requests-store.ts'

export const similarSchema = Type.Object(
  { id: Type.String(), number: Type.String(), title: Type.String(), state: Type.Enum(requestStates), seconds: Type.Integer(), score: Type.Number({ description: '0 to 1.' }), receivedAt: Type.String() },
  { description: 'A request that says nearly the same.' },
)

export type Asked = Pick<CitizenRequest, 'title' | 'text' | 'region' | 'category'> & { except?: string }

/** The likest first. @param isShown which of them may be seen */
export const listSimilar = async (app: App, { title, text, region, category, except }: Asked, isShown: (one: CitizenRequest) => boolean): Promise<Static<typeof similarSchema>[]> => {
  const found = await similarTo(app.db.read, { title, text, region, category, at: app.clock.now(), ...(except ? { except } : {}) })
  const scores = new Map(found.map(({ id, score }) => [id, Math.round(score * 100) / 100]))
  return (await listRequestsWithIds(app.db.read, [...scores.keys()])).filter(isShown)
    .map((one) => ({ id: one.id, number: one.number, title: withoutPeople(one.title, one.contact), state: one.state, seconds: one.seconds, score: scores.get(one.id) ?? 0, receivedAt: one.receivedAt }))
    .toSorted((a, b) => b.score - a.score)
}

/** What somebody who has not reported it may know of: open, no danger, no cry for help. */
export const isOpenToAll = ({ state, kind, front }: CitizenRequest): boolean => isRunning(state) && kind !== 'help' && !front
