// What somebody wants who types words into the one box: get something done, ask, complain, follow, find a place, reach a person. Pure.

/**
 * do: have a service or a whole matter done. Its bare name (社保卡) says this, so does how or that one wants it done (怎么办居住证), and what happened (我妈去世了).
 * ask: wants to know: documents, fees, how long, whether, who may, what something is, where a thing is done (办居住证要带什么).
 * complain: is unhappy with how officials acted, or reports what is wrong in the city or who breaks rules.
 * track: how far is what was handed in. book: an appointment, a number in the queue, or a place to go to (the hall, the nearest one, its address and hours).
 * contact: wants a person, a hotline or a telephone number.
 */
export const intentKinds = ['do', 'ask', 'complain', 'track', 'book', 'contact'] as const

export type IntentKind = (typeof intentKinds)[number]

/** `confidence`: 0 to 1, the share of cases in which such a reading is right. */
export type LikelyIntent = { kind: IntentKind; confidence: number }

/** `alternatives`: the other kinds, likeliest first. `unsure`: the two best are close, so both are offered. */
export type Intent = LikelyIntent & { alternatives: LikelyIntent[]; unsure: boolean }

/** The best reading is not to be trusted alone when it is below the first, or the second follows it within the other. */
const sureFrom = 0.5
const clearBy = 0.2

/** Orders kinds by how likely they are. @param likelihoods one for each of the kinds, in their order, with sum 1 */
export const intentFrom = (likelihoods: readonly number[]): Intent => {
  const order = intentKinds.map((kind, at) => ({ kind, confidence: likelihoods[at] ?? 0 })).sort((a, b) => b.confidence - a.confidence)
  const [first = { kind: 'ask', confidence: 0 } as const, ...alternatives] = order
  const second = alternatives[0]?.confidence ?? 0
  return { ...first, alternatives, unsure: first.confidence < sureFrom || first.confidence - second < clearBy }
}
