// How somebody stands with all policies, in four numbers; pure.
import type { Mine } from './queries.ts'

/** `toConfirm`: found and waiting for a yes; `fits`: all conditions are met; `oneShort`: all but one are; `open`: a fact is missing that would decide. */
export type Standing = { toConfirm: number; fits: number; oneShort: number; open: number }

export const standingOf = ({ entitlements, matches }: { entitlements: readonly Pick<Mine['entitlements'][number], 'can'>[]; matches: readonly Pick<Mine['matches'][number], 'verdict' | 'conditions'>[] }): Standing => ({
  toConfirm: entitlements.filter(({ can }) => can.includes('confirm')).length,
  fits: matches.filter(({ verdict }) => verdict === 'yes').length,
  oneShort: matches.filter(({ verdict, conditions }) => verdict === 'no' && conditions.filter((each) => each.verdict !== 'yes').length === 1).length,
  open: matches.filter(({ verdict }) => verdict === 'unknown').length,
})
