// What is written whenever something happens to a case: history, audit, message, result, all from one scene.
import { actorOf } from '../../kernel/audit.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue, type Service } from '../catalogue/index.ts'
import type { Message, MessageDetail, MessageKind } from '../messages/index.ts'
import type { Case, CaseAction } from './case.ts'
import type { NewHistoryLine } from './history-store.ts'
import { nextLook, validUntil } from './licence.ts'
import type { Result } from './results-store.ts'

/** Everything that is the same for all actions of one request or job. */
export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date; /** whom a deputy decides for */ inNameOf?: string }

export const system: Principal = { kind: 'system', name: 'rules' }

/** Whoever acted for somebody else is named with whom: “A 代 B”. */
const nameIn = ({ principal }: Scene): string => {
  if (principal.kind === 'anonymous') return ''
  return principal.kind === 'person' && principal.by ? `${principal.by.name} 代 ${principal.name}` : principal.name
}

export const historyEntry = (scene: Scene, one: Case, action: CaseAction, detail: Record<string, unknown>): NewHistoryLine => {
  const { actorKind, actorId, actingFor } = actorOf(scene.principal)
  return {
    caseId: one.id, applicationId: one.applicationId, action, actorKind, actorId, actorName: nameIn(scene), at: scene.at.toISOString(),
    detail: actingFor ? { ...detail, actingFor } : detail,
  }
}

/** `openFile` changes nothing and is no step of the case, but who looked at a document is kept. */
export const auditCase = (scene: Scene, one: Case, action: CaseAction | 'openFile' | 'askNotice' | 'recordCorrection', detail: unknown) => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `cases.${action}`, subjectType: 'case', subjectId: one.id,
  region: one.region, requestId: scene.requestId, detail,
})

/** What the system did by itself to some cases of one application and region, each with its steps. */
export const auditAdvance = (scene: Scene, { applicationId, region }: Case, cases: readonly { case: string; steps: unknown[] }[]) => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: 'cases.advance', subjectType: 'application', subjectId: applicationId, region, requestId: scene.requestId, detail: { cases },
})

export const messageFor = (scene: Scene, one: Case, kind: MessageKind, catalogue: Catalogue, extra: MessageDetail): Message => {
  const service = catalogue.services[one.service]
  const authority = authorityOf(catalogue, one.line, one.region)
  return {
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: one.applicationId, caseId: one.id, kind, at: scene.at.toISOString(), readAt: null,
    detail: { ...(service ? { service: service.name } : {}), ...(authority ? { authority: authority.name } : {}), number: one.number, ...extra },
  }
}

/** @param service that of the case: how long its results hold; for good where there is none any more */
export const resultOf = (scene: Scene, one: Case, service: Service | undefined, number: string, content: Case['content']): Result => {
  const today = plainDate(scene.at)
  const until = service ? validUntil(service, today) : null
  return {
    id: uuidv7(scene.app.clock), caseId: one.id, applicationId: one.applicationId, personId: one.personId, service: one.service, line: one.line,
    region: one.region, number, content, issuedAt: scene.at.toISOString(), standing: 'valid', edition: 1, validUntil: until, replaces: null, lookOn: nextLook(until, today),
  }
}
