// What can be learnt from what people choose, guarded against whoever clicks again and again: only different visitors count, a few days of one
// person change nothing, many clicks weigh little more than some, and no result gets everything. Pure.

/** Different visitors before a choice has any effect: altogether, and on its best day, which one patient person never reaches. */
const leastVisitors = 5
const leastOnOneDay = 3
/** The most one result gets of a question. */
const mostShare = 0.8
/** So many visitors make a choice as sure as it gets. */
const sureVisitors = 100

/** `visitors`: over all days; `bestDay`: on the one with most; `ofWords`: all who chose anything after these words. */
export type Chosen = { words: string; document: string; visitors: number; bestDay: number; ofWords: number }

/** `weight`: thousandths. */
export type Learnt = { words: string; document: string; weight: number }

export const isTrusted = ({ visitors, bestDay }: Pick<Chosen, 'visitors' | 'bestDay'>): boolean => visitors >= leastVisitors && bestDay >= leastOnOneDay

/** How far a choice lifts a result, 0 to 1. */
const weightOf = ({ visitors, ofWords }: Chosen): number => Math.min(mostShare, visitors / Math.max(1, ofWords)) * Math.min(1, Math.log2(1 + visitors) / Math.log2(1 + sureVisitors))

/** What has an effect, in the order given. */
export const learntFrom = (all: readonly Chosen[]): Learnt[] =>
  all.filter(isTrusted).map((each) => ({ words: each.words, document: each.document, weight: Math.max(1, Math.round(1000 * weightOf(each))) }))
