// How well answers fit the open half of the labelled questions: whether one that does it is first, or among the first five.
// The frozen half is never read here.
import { canBeFound, goodFrom, means, type Answer, type Query } from '../../eval/search/query.ts'
import { answerOf } from './catalogue.ts'

export type Judged = { first: number; five: number; rank: number }

/** Percent of the questions that have an answer; `rank`: mean of one over the place of the first good answer. */
export const judge = async (queries: readonly Query[], ask: (q: string) => Promise<readonly (string | Answer)[]>): Promise<Judged> => {
  const places: number[] = []
  for (const query of queries.filter(canBeFound)) {
    const good = Object.entries(query.relevant).filter(([, grade]) => grade >= goodFrom).map(([target]) => target)
    const found = (await ask(query.query)).map((each) => (typeof each === 'string' ? answerOf(each) : each))
    places.push(found.findIndex((answer) => answer !== undefined && good.some((target) => means(target, answer))))
  }
  const part = (counted: readonly number[]): number => (counted.reduce((sum, each) => sum + each, 0) / places.length) * 100
  return { first: part(places.map((place) => (place === 0 ? 1 : 0))), five: part(places.map((place) => (place >= 0 && place < 5 ? 1 : 0))), rank: part(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))) / 100 }
}
