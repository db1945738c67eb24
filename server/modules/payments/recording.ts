// One step of a fee: checked against the lifecycle, then fee, history and audit are written together; and telling its applicant.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogue } from '../catalogue/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { feeAfter, yuan, type Fee, type FeeAction, type FeeLineOfHistory } from './fee.ts'
import { insertFeeLines, updateFee } from './fees-store.ts'

/** What is the same for all steps of one request or job; the scene of an action on a case is one. */
export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date }

/** Whoever looks after payments by itself. */
export const cashier: Principal = { kind: 'system', name: 'payments' }

const nameOf = (principal: Principal): string => (principal.kind === 'anonymous' ? '' : principal.kind === 'person' && principal.by ? `${principal.by.name} 代 ${principal.name}` : principal.name)

export const lineOf = (scene: Scene, fee: Fee, action: FeeAction, detail: Record<string, unknown>): FeeLineOfHistory => {
  const { actorKind, actorId } = actorOf(scene.principal)
  return { feeId: fee.id, action, actorKind, actorId, actorName: nameOf(scene.principal), at: scene.at.toISOString(), detail }
}

/** `subject`: the fee, or the order or refund a step without a fee is about. */
export const auditOf = (scene: Scene, region: string | null, subject: { type: 'fee' | 'order' | 'refund' | 'notice' | 'statement'; id: string }, action: string, detail: unknown): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `payments.${action}`, subjectType: subject.type, subjectId: subject.id, region, requestId: scene.requestId, detail,
})

/** @throws Refusal not_allowed_now when the lifecycle does not allow it. The caller holds the row. */
export const moveFee = async (scene: Scene, fee: Fee, action: FeeAction, detail: Record<string, unknown> = {}, change: Partial<Fee> = {}): Promise<Fee> => {
  const state = feeAfter(fee.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: fee.state, action })
  const next = { ...fee, ...change, state, revision: fee.revision + 1, updatedAt: scene.at.toISOString() }
  await updateFee(scene.tx, next)
  await insertFeeLines(scene.tx, [lineOf(scene, fee, action, detail)])
  await insertAudit(scene.tx, [auditOf(scene, fee.region, { type: 'fee', id: fee.id }, action, { case: fee.caseNumber, fen: next.fen, ...detail })])
  return next
}

/** Tells the applicant. */
export const tell = async (scene: Scene, fee: Fee, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, fee)
  const [service, authority] = [catalogue.services[fee.service], authorityOf(catalogue, fee.line, fee.region)]
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: fee.personId, applicationId: fee.applicationId, caseId: fee.caseId, kind, at: scene.at.toISOString(), readAt: null,
    detail: { ...(service ? { service: service.name } : {}), ...(authority ? { authority: authority.name } : {}), number: fee.caseNumber, ...(fee.fen === null ? {} : { amount: yuan(fee.fen) }), ...extra },
  }])
}

/** The job of the cases module that goes on with an application; what waited for a fee need not wait any longer. */
export const planGoingOn = (tx: Tx, { applicationId, due }: Fee): Promise<void> => (due === 'handling' ? planJobs(tx, [{ task: 'cases.advance', payload: { applicationId } }]) : Promise.resolve())
