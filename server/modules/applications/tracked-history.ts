// The history of an application as its applicant is told it: what one actor did to several services at one moment is one line.
import type { Case, HistoryLine } from '../cases/index.ts'

export type TrackedLine = Pick<HistoryLine, 'at' | 'action' | 'actorKind' | 'actorName'> & { acting: boolean; services: string[] }

/** What officials propose among themselves is not told; that a result may be revoked is, before it is decided. */
const isTold = ({ action, detail }: HistoryLine): boolean => action !== 'reveal' && (!['propose', 'dropProposal', 'returnProposal'].includes(action) || detail['proposes'] === 'revoke')

/** In the order it happened; what was done again and again at one moment stands where it was done last. */
export const trackedHistory = (history: readonly HistoryLine[], cases: readonly Pick<Case, 'id' | 'service'>[]): TrackedLine[] => {
  const services = new Map(cases.map(({ id, service }) => [id, service]))
  const lines = new Map<string, TrackedLine>()
  for (const { caseId, at, action, actorKind, actorName, detail } of history.filter(isTold)) {
    const key = `${at} ${action} ${actorName}`
    const line = lines.get(key) ?? { at, action, actorKind, actorName, acting: detail['actingFor'] !== undefined, services: [] }
    line.services.push(services.get(caseId) ?? '')
    lines.delete(key)
    lines.set(key, line)
  }
  return [...lines.values()]
}
