// Whether a rating counts: held when it came, denied by whoever is said to have given it, or appealed against by the official it is about.
// A supervisor decides once, with reasons; nothing is deleted. Pure.

export const questionKinds = ['hold', 'denied', 'appeal'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const rulings = ['counted', 'excluded'] as const
export type Ruling = (typeof rulings)[number]

export type Question = {
  ratingId: string; kind: QuestionKind; region: string; line: string
  /** the official who appeals, the person who denies, null for the product */
  askedBy: string | null
  /** of `hold` the kind of suspicion */
  grounds: string
  askedAt: string; verdict: Ruling | null; reasons: string | null; decidedBy: string | null; decidedAt: string | null
}

/** What a rating counts for, by all that was decided: everything, the unit but not the official, nothing; undecided: nothing yet. */
export type Counting = 'all' | 'unit' | 'none' | 'held'

export const countingOf = (questions: readonly Pick<Question, 'kind' | 'verdict'>[]): Counting => {
  const verdictOf = (kind: QuestionKind) => questions.find((each) => each.kind === kind)?.verdict
  if (verdictOf('hold') === 'excluded' || verdictOf('denied') === 'excluded') return 'none'
  if (verdictOf('hold') === null) return 'held'
  return verdictOf('appeal') === 'excluded' ? 'unit' : 'all'
}
