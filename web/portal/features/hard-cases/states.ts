// How the state of a hard case is coloured, and what the applicant waits for in it.
// Pure; the table of states is the server's.
import type { Tone } from '../../../ui/tone.ts'
import type { OwnHardCase } from './queries.ts'

export const stateTones: Record<OwnHardCase['state'], Tone> = {
  received: 'azure', consulting: 'azure', guided: 'attention', redirected: 'attention', answered: 'attention', settled: 'success', unsettled: 'warning', retracted: 'neutral',
}

export type Waiting = { for: 'sort' | 'answer'; on: string } | { for: 'unknown' | 'word' | 'nothing' | 'unsettled' }

const waits: Record<OwnHardCase['state'], Waiting['for']> = {
  received: 'sort', consulting: 'answer', guided: 'word', redirected: 'word', answered: 'word', settled: 'nothing', unsettled: 'unsettled', retracted: 'nothing',
}

/** What comes next, with the day where there is one. */
export function waitingOf({ state, sortOn, answerOn }: Pick<OwnHardCase, 'state' | 'sortOn' | 'answerOn'>): Waiting {
  const what = waits[state]
  if (what !== 'sort' && what !== 'answer') return { for: what }
  const on = what === 'sort' ? sortOn : answerOn
  return on === null ? { for: 'unknown' } : { for: what, on }
}
