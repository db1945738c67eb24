// The history of an application as lines for people: what one person did to several services at once is one line.
// Pure; newest first.
import type { Tracking } from './queries.ts'

type Entry = Tracking['history'][number]

export interface HistoryLine extends Pick<Entry, 'at' | 'action' | 'actorKind' | 'actorName' | 'acting'> {
  services: Entry['serviceName'][]
}

export function linesOf(history: readonly Entry[]): HistoryLine[] {
  // Entries of the same moment are told by the server in the order they happened.
  const lines = Map.groupBy(history.toReversed(), ({ at, action, actorName }) => `${at} ${action} ${actorName}`)
  return [...lines.values()]
    .flatMap(([first, ...others]) => (first ? [{ at: first.at, action: first.action, actorKind: first.actorKind, actorName: first.actorName, acting: first.acting, services: [first, ...others].map(({ serviceName }) => serviceName) }] : []))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
