// Ratings together with what was done and decided about them, for the lists of residents and officials.
import type { Read } from '../../kernel/db.ts'
import type { About } from './rating-replies.ts'
import type { Rating } from './rating.ts'
import { listQuestionsOf } from './questions-store.ts'
import { listRectificationsOf } from './rectifications-store.ts'
import { listRatingsOf } from './ratings-store.ts'

/** In the order given. First words come with the second one, where there is one. */
export const listAbout = async (read: Read, ratings: readonly Rating[]): Promise<About[]> => {
  const ids = ratings.map(({ id }) => id)
  const kinds = [...new Set(ratings.map(({ kind }) => kind))]
  const [rectifications, questions, ...rounds] = await Promise.all([
    listRectificationsOf(read, ids), listQuestionsOf(read, ids), ...kinds.map((kind) => listRatingsOf(read, kind, ratings.filter((each) => each.kind === kind).map(({ instance }) => instance))),
  ])
  const seconds = new Map(rounds.flat().flatMap((each) => (each.firstId === null ? [] : [[each.firstId, each]])))
  return ratings.map((rating) => ({
    rating, rectification: rectifications.find(({ ratingId }) => ratingId === rating.id), questions: questions.filter(({ ratingId }) => ratingId === rating.id), second: seconds.get(rating.id),
  }))
}
