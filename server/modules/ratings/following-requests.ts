// What reporters say of the handling of their requests is a rating as well: once for each round, counted for the unit that answered.
// What was bad there is done anew by the unit above, so no rectification begins.
import type { Scene } from '../cases/index.ts'
import { onRequest, type CitizenRequest } from '../requests/index.ts'
import type { RatedSubject, Rating } from './rating.ts'
import { takeRating } from './taking.ts'

/** Who gave it: the reporter logged in, an agent who called back, whoever holds the link to the progress. */
const wayOf = ({ kind }: Scene['principal']): Pick<Rating, 'channel' | 'verified'> =>
  kind === 'staff' ? { channel: 'call', verified: 'call' } : kind === 'person' ? { channel: 'portal', verified: 'login' } : { channel: 'link', verified: 'link' }

const rateRequest = async (scene: Scene, { id, round, number, personId, unit, category, assigneeId, grade }: CitizenRequest): Promise<void> => {
  if (grade === null || unit === null) return
  const subject: RatedSubject = {
    kind: 'request', subject: id, instance: `${id} ${round}`, number, personId, region: unit.region, line: unit.line, service: null, matter: null, category, staffId: assigneeId, outlet: null, counter: null, page: null,
  }
  await takeRating(scene, subject, { grade, tags: [], words: '' }, wayOf(scene.principal))
}

export const followRequests = (): void => onRequest(['rate'], 'ratings', rateRequest)
